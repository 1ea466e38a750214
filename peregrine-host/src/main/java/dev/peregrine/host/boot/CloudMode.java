package dev.peregrine.host.boot;

import dev.peregrine.host.account.SignOutRoutes;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.http.Reach;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.nodes.Ownership;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.platform.SignOuts;
import dev.peregrine.host.sessions.EndedSessions;
import dev.peregrine.host.sessions.SessionTokens;
import dev.peregrine.host.sessions.Sessions;
import dev.peregrine.host.sessions.UserIds;
import dev.peregrine.host.shares.Shares;
import dev.peregrine.host.storage.BeforeOpening;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.FileFormat;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import dev.peregrine.host.tiers.TierSource;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.TenantResolver;
import dev.peregrine.host.web.WebOptions;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A Peregrine for many: each is who their session says, and has a folder and a database. */
final class CloudMode implements Mode {

  private static final int KEY_BYTES = 32;

  private final Installation installation;
  private final CloudSettings settings;
  private final CloudFolders folders;
  private final Sessions sessions;
  private Optional<CloudShift> shift = Optional.empty();
  private final Optional<Hosted> hosted;
  private final Optional<Cluster> cluster;
  private Optional<CloudSnapshots> snapshots = Optional.empty();
  private final Optional<SignOuts> signOuts;

  CloudMode(Installation installation, CloudSettings settings) {
    this.installation = installation;
    this.settings = settings;
    this.folders = new CloudFolders(settings.root(), formKey(settings));
    var ended = new EndedSessions(installation.clock());
    this.sessions =
        new Sessions(new SessionTokens(settings.sessions(), installation.clock()), ended);
    this.hosted =
        settings
            .platform()
            .map(
                platform ->
                    new Hosted(
                        platform.database(),
                        folders::tenant,
                        settings.root(),
                        platform.account(),
                        installation.clock()));
    this.cluster =
        settings
            .node()
            .flatMap(
                node ->
                    hosted.map(
                        platform ->
                            new Cluster(
                                node,
                                platform.database(),
                                settings.root(),
                                folders::tenant,
                                installation.tenant().isEmpty())));
    this.signOuts =
        hosted.map(platform -> new SignOuts(platform.database(), ended, installation.clock()));
  }

  @Override
  public List<Routes> routes() {
    return List.of(new SignOutRoutes(CloudResolver.SESSION, sessions::end, settings.signOut()));
  }

  /** The same after a restart and on every machine that was told the same secrets. */
  private static byte[] formKey(CloudSettings settings) {
    return settings.sessions().secrets().stream()
        .findFirst()
        .or(settings.proxy()::secret)
        .map(secret -> secret.derived("forms"))
        .orElseGet(
            () -> {
              var key = new byte[KEY_BYTES];
              new SecureRandom().nextBytes(key);
              return key;
            });
  }

  @Override
  public Optional<Tenant> always() {
    return Optional.empty();
  }

  @Override
  public Tenant ofCommands() {
    String named =
        installation
            .tenant()
            .orElseThrow(
                () ->
                    new UsageException(
                        "This Peregrine has many people. Say whose data is meant with --tenant"
                            + " UUID."));
    Tenant tenant =
        folders.tenant(
            UserIds.canonical(named)
                .orElseThrow(
                    () ->
                        new UsageException(
                            "--tenant \"%s\": expected a UUID in small letters, such as 3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b."
                                .formatted(named))));
    if (!folders.has(tenant) && !isKept(tenant)) {
      throw new UsageException(
          "--tenant \"%s\": nobody of that number was here yet. Each gets a folder under \"%s\" with the first visit."
              .formatted(named, settings.root()));
    }
    hosted.ifPresent(platform -> platform.lookFor(tenant));
    cluster.ifPresent(
        nodes -> {
          nodes.begin();
          if (!nodes.take(tenant)) {
            throw new UsageException(
                "--tenant \"%s\": another node works for them at the moment. Try again a few minutes after they were last there."
                    .formatted(named));
          }
        });
    return tenant;
  }

  @Override
  public Optional<Cluster> cluster() {
    return cluster;
  }

  @Override
  public void join(Jobs jobs, Tasks tasks, Databases databases, Tenants tenants, Live live) {
    cluster.ifPresent(nodes -> nodes.join(tenants, databases, tasks, live, folders::make));
    cluster.ifPresent(
        nodes ->
            hosted.ifPresent(
                platform -> platform.amongOthers(user -> nodes.take(folders.tenant(user)))));
    hosted.ifPresent(platform -> platform.join(jobs, tasks, databases, tenants));
  }

  @Override
  public Optional<Hosted> hosted() {
    return hosted;
  }

  @Override
  public WebOptions web(OptionalInt port) {
    return new WebOptions(
        settings.listen(),
        port.orElse(settings.port()),
        settings.addresses().stream().map(URI::getHost).collect(Collectors.toSet()),
        installation.zone(),
        "web.place-kept",
        WebOptions.UPLOAD_BYTES,
        settings.addresses().getFirst().getScheme().equals("https"),
        settings.drain());
  }

  @Override
  public TenantResolver resolver(Tenants tenants, Predicate<String> programs) {
    return new CloudResolver(
        settings,
        sessions,
        folders,
        tenants,
        programs,
        hosted,
        cluster,
        this::isKept,
        new OutOfReach(installation.clock()));
  }

  /** Whether somebody without a folder here has data elsewhere. */
  private boolean isKept(Tenant tenant) {
    return snapshots.filter(kept -> kept.knows(tenant)).isPresent();
  }

  @Override
  public FileFormat files() {
    return settings.files(installation.install());
  }

  @Override
  public TierSource tiers() {
    return hosted.<TierSource>map(Hosted::standings).orElse(TierSource.LICENCE);
  }

  @Override
  public OutgoingOptions outgoing() {
    // Who enters an address here is a stranger to this machine.
    return OutgoingOptions.usual().withReach(Reach.only(settings.servers()));
  }

  @Override
  public Shares shares() {
    return settings.shares();
  }

  @Override
  public Walls walls() {
    // What they have is theirs: they may put a backup in its place, or delete it.
    return Walls.around(PluginCurateCommand.list(installation.home())).letting(Matter.RESTORE);
  }

  @Override
  public void keep(Databases databases, Tenants tenants) {
    snapshots =
        settings
            .snapshots()
            .map(
                shipped ->
                    new CloudSnapshots(
                        shipped,
                        folders,
                        settings.keys(settings.root()),
                        cluster.map(Cluster::ownership).orElse(Ownership.ALONE)::epoch,
                        hosted,
                        installation,
                        databases,
                        tenants));
    if (cluster.isPresent()) {
      BeforeOpening kept =
          snapshots.map(CloudSnapshots::beforeOpening).orElse(BeforeOpening.NOTHING);
      hosted.ifPresent(
          platform -> databases.atOpening(new NotErased(platform.copies(), folders, kept)));
    }
  }

  @Override
  public void settle() {
    snapshots.ifPresent(CloudSnapshots::finish);
  }

  @Override
  public void begin(Rota rota) {
    snapshots.ifPresent(CloudSnapshots::begin);
    var begun =
        new CloudShift(
            new CloudDues(installation.clock(), folders::forEach, settings.idle())
                .of(hosted, cluster, rota.tenants()),
            settings.idle(),
            rota,
            this::counts,
            installation.clock());
    shift = Optional.of(begun);
    hosted.ifPresent(Hosted::begin);
    cluster.ifPresent(Cluster::begin);
    begun.start();
    signOuts.ifPresent(SignOuts::start);
  }

  /** Whoever is deleted or held elsewhere is left alone. */
  private boolean counts(Tenant tenant) {
    return hosted.filter(platform -> platform.erasures().isGoing(tenant.id())).isEmpty()
        && cluster.map(Cluster::ownership).orElse(Ownership.ALONE).isMine(tenant);
  }

  @Override
  public void stopping() {
    shift.ifPresent(CloudShift::rest);
    cluster.ifPresent(
        nodes -> {
          // Several at once; who leaves afterwards has changed little more.
          settle();
          nodes.giveUp();
        });
  }

  @Override
  public void close() {
    shift.ifPresent(CloudShift::close);
    snapshots.ifPresent(CloudSnapshots::close);
    cluster.ifPresent(Cluster::close);
    signOuts.ifPresent(SignOuts::close);
    hosted.ifPresent(Hosted::close);
  }
}
