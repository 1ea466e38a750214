package dev.peregrine.host.boot;

import dev.peregrine.host.apply.Answering;
import dev.peregrine.host.backup.Anew;
import dev.peregrine.host.backup.BackupTasks;
import dev.peregrine.host.backup.Backups;
import dev.peregrine.host.backup.RecurringBackups;
import dev.peregrine.host.config.BlocklistFile;
import dev.peregrine.host.config.DocumentsFile;
import dev.peregrine.host.config.LicenceFile;
import dev.peregrine.host.config.LlmFile;
import dev.peregrine.host.config.NetworkFile;
import dev.peregrine.host.config.PreferencesFile;
import dev.peregrine.host.config.ProjectFile;
import dev.peregrine.host.config.SchedulesFile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.discovery.RecurringSearches;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.earlier.Earlier;
import dev.peregrine.host.earlier.Here;
import dev.peregrine.host.employers.EmployerLookUp;
import dev.peregrine.host.employers.Employers;
import dev.peregrine.host.exports.Exports;
import dev.peregrine.host.exports.Paperwork;
import dev.peregrine.host.feedback.Releases;
import dev.peregrine.host.hardware.HardwareLook;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.importers.Lists;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.letters.Drafts;
import dev.peregrine.host.letters.LetterWriting;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.letters.OwnLetters;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.liveness.Liveness;
import dev.peregrine.host.liveness.RecurringLooks;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.mcp.Parts;
import dev.peregrine.host.person.People;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginDecisions;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.proposals.Proposals;
import dev.peregrine.host.questions.Questions;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.schedules.Upcoming;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.secrets.SecretKeys;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.settings.NetworkRoutes;
import dev.peregrine.host.setup.Setup;
import dev.peregrine.host.shares.Meter;
import dev.peregrine.host.storage.DatabaseFiles;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Fence;
import dev.peregrine.host.storage.HomeLock;
import dev.peregrine.host.tailoring.Rewriting;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import dev.peregrine.host.tiers.Entitlements;
import dev.peregrine.host.tiers.Feature;
import dev.peregrine.host.tiers.Licences;
import dev.peregrine.host.tiers.Machine;
import dev.peregrine.host.web.WebOptions;
import dev.peregrine.host.web.WebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything, wired by constructors. Whoever reads this sees the whole program. */
final class Peregrine implements AutoCloseable {

  /** How long somebody with services elsewhere is left alone at most. */
  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

  /** How long somebody who is here and does nothing is left alone at most. */
  private static final Duration BETWEEN_QUIET = Duration.ofMinutes(5);

  private final Installation installation;
  private final Mode mode;
  private final Tenants tenants;
  private final Live live;
  private final Databases databases;
  private final FairShare fairShare;
  private final NetworkFile network;
  private final OutgoingHttp http;
  private final LicenceFile licenceFile = new LicenceFile();
  private final Licences licences;
  private final Entitlements entitlements;
  private final PluginRuntime plugins;
  private final SecretStore secrets;
  private final ExtensionSettings settings;
  private final Contexts contexts;
  private final Llms llms;
  private final Tasks tasks;
  private final Jobs jobs;
  private final SearchProfiles profiles = new SearchProfiles();
  private final BlocklistFile blocklist = new BlocklistFile();
  private final Resumes resumes;
  private final DocumentText documents;
  private final Drafts drafts;
  private final Tailorings tailorings;
  private final Rewriting rewriting;
  private final Letters letters;
  private final OwnLetters ownLetters;
  private final LetterWriting writing;
  private final Exports exports;
  private final DocumentsFile documentsFile = new DocumentsFile();
  private final Paperwork paperwork;
  private final Releases releases;
  private final Scoring scoring;
  private final Proposals proposals;
  private final Answering answering;
  private final Discovery discovery;
  private final Intake intake;
  private final Liveness liveness;
  private final Employers employers;
  private final EmployerLookUp lookUp;
  private final Renewals renewals;
  private final BackupTasks backups;
  private final Earlier earlier;
  private final SchedulesFile schedulesFile;
  private final Schedules schedules;
  private final AfterApplying afterApplying;
  private final Connecting connecting;
  private final Rota rota;
  private final Heartbeat schedulesBeat;
  private final Heartbeat licenceBeat;

  private Peregrine(Installation installation, Mode mode, Runnable restart) {
    this.installation = installation;
    this.mode = mode;
    var clock = installation.clock();
    tenants = new Tenants(clock);
    live = new Live(clock);
    Path home = installation.home();
    Walls walls = mode.walls();
    databases =
        new Databases(
            mappers(),
            clock,
            Databases.Limits.usual(),
            mode.files(),
            mode.cluster().map(Cluster::fence).orElse(Fence.OPEN));
    fairShare = new FairShare(mode.shares(), databases, clock);
    secrets =
        new SecretStore(
            new SecretKeys(
                home,
                installation.environment(),
                System.getProperty("os.name", ""),
                new SecureRandom()),
            walls.environment(),
            new SecureRandom(),
            clock);
    network =
        new NetworkFile(
            home.resolve("config"),
            installation.environment(),
            () ->
                mode.always()
                    .flatMap(
                        tenant -> tenant.calling(() -> secrets.value(NetworkRoutes.PASSWORD))));
    // A proxy that is none is said at the start, before anything goes out without it.
    var _ = installation.proxy(network);
    http =
        new OutgoingHttp(
            mode.outgoing().withToll(fairShare.toll()),
            () -> installation.proxy(network),
            walls.browser(installation),
            clock);
    licences = new Licences(licenceFile, http, Machine.fingerprint(), Version.text(), clock);
    entitlements =
        new Entitlements(
            licences, licenceFile, installation.developerMode(), this::hasOwnBackend, mode.tiers());
    plugins =
        new PluginRuntime(
            List.of(installation.install().resolve("plugins")),
            home.resolve("plugins"),
            new PluginDecisions(home.resolve("config").resolve("plugins.yaml")),
            clock,
            live,
            walls.before(entitlements),
            walls.plugins());
    settings = new ExtensionSettings(databases, secrets);
    contexts = new Contexts(http, settings, clock);
    tasks = new Tasks(databases, live, clock, fairShare.tasks());
    llms =
        new Llms(
            new LlmFile(),
            plugins,
            contexts,
            secrets,
            tasks,
            databases,
            live,
            clock,
            new SecureRandom(),
            !mode.asksModels());
    llms.share(fairShare.models());
    jobs = new Jobs(databases, live, clock);
    resumes = new Resumes(databases, clock);
    documents =
        new DocumentText(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("java.class.path"),
            installation.environment());
    drafts = new Drafts(new ResumeReading(documents), clock);
    tailorings =
        new Tailorings(databases, jobs, resumes, new ResumeReading(documents), live, clock);
    rewriting =
        new Rewriting(
            tailorings,
            jobs,
            llms,
            tasks,
            entitlements.gate(Feature.LLM_EXPAND_BULLETS),
            () -> new People(databases, clock).portrait().unnamed(),
            clock);
    letters = new Letters(databases, jobs, tailorings, drafts, live, clock);
    ownLetters = new OwnLetters(databases, clock);
    writing =
        new LetterWriting(
            letters,
            ownLetters,
            drafts,
            jobs,
            llms,
            tasks,
            live,
            new People(databases, clock)::writer);
    exports = new Exports(plugins, contexts);
    paperwork =
        new Paperwork(
            letters,
            tailorings,
            resumes,
            new People(databases, clock)::applicant,
            documentsFile,
            clock);
    scoring = new Scoring(tasks, jobs, resumes, profiles, new PreferencesFile(), plugins, contexts);
    proposals =
        new Proposals(
            databases,
            tasks,
            llms,
            resumes,
            new People(databases, clock),
            profiles,
            scoring,
            entitlements,
            clock);
    answering =
        new Answering(
            tasks,
            llms,
            jobs,
            tailorings,
            new People(databases, clock),
            new Questions(databases, clock),
            clock);
    discovery =
        new Discovery(
            databases,
            tasks,
            jobs,
            scoring,
            profiles,
            blocklist,
            plugins,
            contexts,
            settings,
            live,
            clock,
            installation.zone());
    discovery.readAtOnce(mode.shares().boards());
    intake = new Intake(tasks, jobs, scoring, plugins, contexts, http);
    liveness = new Liveness(databases, tasks, jobs, live, clock, plugins, contexts, http);
    employers = new Employers(plugins, profiles, jobs);
    lookUp = new EmployerLookUp(employers, contexts, tasks, live);
    renewals =
        new Renewals(
            tenants,
            tasks,
            databases,
            tenant ->
                new Backups(
                    tenant.home(), new DatabaseFiles(clock, databases), Version.text(), clock));
    tenants.atArrival(tenant -> renewals.finish());
    backups =
        new BackupTasks(
            tasks,
            plugins,
            secrets,
            new DatabaseFiles(clock, databases),
            walls.gate(Matter.RESTORE),
            Version.text(),
            clock,
            mode.always().isPresent() ? Anew.program(secrets, restart) : renewals);
    renewals.seal(backups::sealRestored);
    schedulesFile = new SchedulesFile(installation.zone());
    schedules = new Schedules(databases, schedulesFile::rules, live, clock, new SecureRandom());
    schedules.register(new RecurringSearches(discovery, profiles));
    schedules.register(new RecurringLooks(liveness, schedulesFile));
    schedules.register(new RecurringBackups(backups));
    releases = new Releases(new ProjectFile(), http, tasks, Version.text());
    schedules.register(releases);
    var ground =
        new AfterApplying.Ground(
            databases,
            live,
            clock,
            installation.zone(),
            tasks,
            schedules,
            plugins,
            contexts,
            http,
            installation.services(),
            secrets,
            entitlements,
            llms,
            jobs,
            scoring,
            new People(databases, clock),
            resumes,
            documents,
            tailorings,
            letters,
            exports,
            paperwork);
    afterApplying = new AfterApplying(ground, intake);
    earlier =
        new Earlier(
            new Here(
                jobs,
                profiles,
                blocklist,
                new People(databases, clock),
                resumes,
                scoring,
                plugins,
                settings,
                secrets,
                afterApplying.mailing().mailboxes().accounts(),
                backups,
                tasks,
                installation.zone(),
                clock));
    connecting = new Connecting(ground, settings, afterApplying, discovery);
    rota = new Rota(tenants, tasks::isWorking, this::next);
    var quiet = new Heartbeat.Quiet(clock, mode.quietAfter(), BETWEEN_QUIET, rota);
    schedulesBeat =
        new Heartbeat(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            tenants,
            quiet,
            schedules::tick,
            connecting.depositing().depots()::tick,
            connecting.tables().soon()::tick,
            connecting.noticing()::tick,
            afterApplying.mailing().mailboxes().watch()::refresh);
    licenceBeat =
        new Heartbeat(
            Duration.ofMinutes(3), Duration.ofHours(1), tenants, quiet, this::refreshLicence);
    mode.join(jobs, tasks, databases, tenants, live);
    fairShare.join(tenants);
    tenants.atArrival(this::welcome);
    tenants.atLeaving(this::farewell);
    mode.keep(databases, tenants);
  }

  /** What is done first for whoever arrives: ends what a kill left, scores what waits. */
  private void welcome(Tenant arrived) {
    tasks.interruptedAtStart();
    scoring.start();
    afterApplying.mailing().start();
    afterApplying.mailing().mailboxes().watch().start();
    connecting.appointing().start(arrived);
    connecting.noticing().start();
  }

  /** What was begun for whoever leaves ends. */
  private void farewell(Tenant leaving) {
    connecting.appointing().stop(leaving);
    afterApplying.mailing().mailboxes().watch().leave();
    live.forget(leaving.id());
    http.leave(leaving);
    connecting.oauth().leave(leaving);
    afterApplying.mailing().mailboxes().access().oauth().leave(leaving);
    lookUp.leave(leaving);
  }

  /** When something is due for the current tenant the next time. */
  private Optional<Instant> next() {
    Optional<Instant> recurs =
        schedules.upcoming().stream()
            .map(Upcoming::next)
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder());
    // What services elsewhere are told waits for moments that only a look finds.
    Optional<Instant> told =
        connecting.integrations().connected().isEmpty()
            ? Optional.empty()
            : Optional.of(installation.clock().instant().plus(BETWEEN_LOOKS));
    return Stream.of(recurs, told).flatMap(Optional::stream).min(Comparator.naturalOrder());
  }

  private void refreshLicence() {
    try {
      licences.refreshIfDue();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** A model of the person's own that answers with text, wherever it runs. */
  private boolean hasOwnBackend() {
    return llms.hasOwn();
  }

  /** Opens what a command needs: the data folder and the plugins. */
  static Peregrine open(Installation installation) {
    Mode mode = Mode.of(installation);
    finishRestore(installation);
    return open(installation, mode, () -> {});
  }

  /**
   * The same for a program that stays.
   *
   * @param restart has the program end all this and begin anew
   */
  static Peregrine open(Installation installation, Mode mode, Runnable restart) {
    Logging.begin(installation.home(), installation.log());
    var peregrine = new Peregrine(installation, mode, restart);
    mode.always().ifPresent(tenant -> tenant.run(peregrine.backups::sealRestored));
    peregrine.plugins.start();
    return peregrine;
  }

  /** Nobody works on a home that is half the old and half the restored one. */
  private static void finishRestore(Installation installation) {
    Backups backups = backups(installation);
    if (backups.isHalfDone()) {
      try (HomeLock lock = HomeLock.take(installation.home().resolve("data"))) {
        backups.apply();
      }
    }
  }

  /** The backups of a home that is not open. */
  static Backups backups(Installation installation) {
    return new Backups(
        installation.home(),
        new DatabaseFiles(installation.clock()),
        Version.text(),
        installation.clock());
  }

  /** From now on what is due is done, for everybody who is here. */
  void begin() {
    mode.begin(rota);
    schedulesBeat.start();
    licenceBeat.start();
  }

  /** Serves the pages. */
  WebServer serve(WebOptions options) {
    return new WebServer(
        options,
        mode.resolver(tenants, this::isOpener),
        fairShare.crowd(),
        live,
        Stream.of(
                Stream.of(mode.walls().routes()),
                pages().routes().stream(),
                mode.routes().stream(),
                fairShare.routes().stream(),
                mode.hosted().stream()
                    .flatMap(hosted -> hosted.routes(entitlements, fairShare.used()).stream()))
            .flatMap(routes -> routes)
            .toList(),
        installation.clock(),
        new SecureRandom(),
        mode.cluster().map(cluster -> cluster));
  }

  private boolean isOpener(String word) {
    renewals.finish();
    if (Files.notExists(Tenant.current().data())) {
      // What lies elsewhere is brought here when the database is opened.
      var _ = tasks.active();
    }
    return word.startsWith("/")
        ? afterApplying.feedAddress().leadsTo(word)
        : connecting.tokens().grant(word).isPresent();
  }

  /** What assistants are offered. */
  Parts mcp() {
    return pages().mcp();
  }

  /** All pages, over the ground they stand on. */
  Pages pages() {
    return new Pages(
        jobs,
        tasks,
        discovery,
        scoring,
        resumes,
        new People(databases, installation.clock()),
        proposals,
        answering,
        new Setup(databases, profiles, resumes, licences, entitlements, installation.clock()),
        documents,
        profiles,
        blocklist,
        intake,
        liveness,
        employers,
        lookUp,
        plugins,
        contexts,
        exports,
        paperwork,
        documentsFile,
        llms,
        writing,
        ownLetters,
        drafts,
        rewriting,
        settings,
        backups,
        earlier,
        schedules,
        schedulesFile,
        secrets,
        network,
        installation.home(),
        http,
        releases,
        licences,
        entitlements,
        licenceFile,
        new HardwareLook(installation.hardware(http), mode.walls().gate(Matter.MACHINE), live),
        installation.home().resolve("plugins"),
        letters,
        tailorings,
        afterApplying,
        connecting,
        installation.clock());
  }

  private static List<Class<?>> mappers() {
    return Stream.of(
            Jobs.mappers(),
            Tasks.mappers(),
            Resumes.mappers(),
            People.mappers(),
            Proposals.mappers(),
            Questions.mappers(),
            Setup.mappers(),
            Discovery.mappers(),
            Liveness.mappers(),
            Llms.mappers(),
            Letters.mappers(),
            AfterApplying.mappers(),
            Connecting.mappers(),
            Tailorings.mappers(),
            Schedules.mappers(),
            ExtensionSettings.mappers(),
            Meter.mappers())
        .flatMap(List::stream)
        .toList();
  }

  Installation installation() {
    return installation;
  }

  /** For whom a command works; what was broken off for them is finished first. */
  Tenant tenant() {
    Tenant tenant = mode.ofCommands();
    if (mode.always().isEmpty()) {
      tenant.run(renewals::finish);
    }
    return tenant;
  }

  Tenants tenants() {
    return tenants;
  }

  Live live() {
    return live;
  }

  Databases databases() {
    return databases;
  }

  Licences licences() {
    return licences;
  }

  Entitlements entitlements() {
    return entitlements;
  }

  PluginRuntime plugins() {
    return plugins;
  }

  SecretStore secrets() {
    return secrets;
  }

  ExtensionSettings settings() {
    return settings;
  }

  Contexts contexts() {
    return contexts;
  }

  Llms llms() {
    return llms;
  }

  Tasks tasks() {
    return tasks;
  }

  Jobs jobs() {
    return jobs;
  }

  SearchProfiles profiles() {
    return profiles;
  }

  BlocklistFile blocklist() {
    return blocklist;
  }

  Resumes resumes() {
    return resumes;
  }

  DocumentText documents() {
    return documents;
  }

  Drafts drafts() {
    return drafts;
  }

  OwnLetters ownLetters() {
    return ownLetters;
  }

  Letters letters() {
    return letters;
  }

  LetterWriting writing() {
    return writing;
  }

  Exports exports() {
    return exports;
  }

  Paperwork paperwork() {
    return paperwork;
  }

  Tailorings tailorings() {
    return tailorings;
  }

  Scoring scoring() {
    return scoring;
  }

  Discovery discovery() {
    return discovery;
  }

  AfterApplying afterApplying() {
    return afterApplying;
  }

  Connecting connecting() {
    return connecting;
  }

  BackupTasks backups() {
    return backups;
  }

  Intake intake() {
    return intake;
  }

  Lists lists() {
    return afterApplying.lists();
  }

  Earlier earlier() {
    return earlier;
  }

  @Override
  public void close() {
    schedulesBeat.close();
    licenceBeat.close();
    mode.stopping();
    connecting.appointing().close();
    afterApplying.mailing().mailboxes().watch().close();
    connecting.noticing().close();
    tasks.close();
    plugins.close();
    http.close();
    fairShare.close();
    mode.settle();
    databases.close();
    mode.close();
  }
}
