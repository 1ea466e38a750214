package dev.peregrine.host.boot;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.nodes.Holder;
import dev.peregrine.host.nodes.Leases;
import dev.peregrine.host.nodes.Ownership;
import dev.peregrine.host.nodes.Shards;
import dev.peregrine.host.nodes.Summons;
import dev.peregrine.host.nodes.Terms;
import dev.peregrine.host.sessions.UserIds;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Fence;
import dev.peregrine.host.storage.FencedException;
import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import dev.peregrine.host.texts.Texts;
import dev.peregrine.host.web.Neighbours;
import dev.peregrine.host.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node as one of several: who arrives here has their shard held here, whoever another node
 * works for is passed on to it, and when it stops the others get what it held.
 */
final class Cluster implements Neighbours, Summons, AutoCloseable {

  /** By which a node shows another that it is one; also marks a request as passed on. */
  static final String HEADER = "X-Peregrine-Node";

  /** Tells the server in front to which node a browser goes, best. */
  static final String COOKIE = "peregrine_shard";

  private static final String SUMMON = "/-/summon/";
  private static final Duration QUIET = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

  private final Leases leases;
  private final String word;
  private final Path root;
  private final Function<String, Tenant> folders;
  // Whom it worked for since it took their shard.
  private final Map<Integer, Set<Tenant>> seen = new ConcurrentHashMap<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("node-tick").daemon().factory());
  private Optional<Tenants> tenants = Optional.empty();
  private Consumer<Tenant> maker = tenant -> {};

  /**
   * @param root the folder with everybody's folders
   * @param folders who has which id
   * @param serves whether it answers requests; a command does not
   */
  Cluster(
      NodeSettings settings,
      ServerDatabase database,
      Path root,
      Function<String, Tenant> folders,
      boolean serves) {
    this.root = root.toAbsolutePath().normalize();
    this.folders = folders;
    word = HexFormat.of().formatHex(settings.secret().derived("nodes"));
    Optional<URI> url = serves ? Optional.of(settings.url()) : Optional.empty();
    leases = new Leases(database, new Terms(url, settings.life()), System::nanoTime);
  }

  /** Whom this node works for, and under which token. */
  Ownership ownership() {
    return leases;
  }

  /** The shards that it holds, by their epoch. */
  Map<Integer, Long> held() {
    return leases.held();
  }

  /** Keeps what this node does not hold as it is. */
  Fence fence() {
    return new Fence() {
      @Override
      public void check(Path file) {
        leases.check(owner(file));
      }

      @Override
      public void checkOpening(Path file) {
        leases.checkOpening(owner(file));
      }
    };
  }

  private String owner(Path file) {
    return root.relativize(file.toAbsolutePath().normalize()).getName(0).toString();
  }

  /**
   * Holds the shard of whoever arrives, and ends what is done for whom it no longer holds. Before
   * anything else that is done at arrivals.
   *
   * @param maker makes sure that somebody has a folder
   */
  void join(Tenants all, Databases databases, Tasks tasks, Live live, Consumer<Tenant> maker) {
    tenants = Optional.of(all);
    this.maker = maker;
    all.atArrival(this::arrived);
    leases.atEnd(
        shard ->
            of(shard)
                .forEach(
                    tenant -> {
                      tasks.end(tenant);
                      all.leave(tenant);
                      databases.close(tenant);
                    }));
    leases.afterEnd(
        shard -> {
          of(shard)
              .forEach(
                  tenant -> {
                    databases.close(tenant);
                    // Their pages ask again, and reach who holds them now.
                    live.over(tenant.id());
                  });
          seen.remove(shard);
        });
  }

  private Set<Tenant> of(int shard) {
    return Set.copyOf(seen.getOrDefault(shard, Set.of()));
  }

  private void arrived(Tenant tenant) {
    if (!take(tenant)) {
      throw new FencedException(Texts.t("nodes.moving"));
    }
  }

  /** Makes sure that this node holds somebody's shard. */
  boolean take(Tenant tenant) {
    boolean here = leases.holder(tenant.id()) instanceof Holder.Here;
    if (here) {
      int shard = Shards.of(tenant.id());
      boolean _ = seen.computeIfAbsent(shard, key -> ConcurrentHashMap.newKeySet()).add(tenant);
    }
    return here;
  }

  /** Whether a request comes from another node. */
  boolean isFromNode(HttpServletRequest request) {
    String said = Optional.ofNullable(request.getHeader(HEADER)).orElse("");
    return java.security.MessageDigest.isEqual(
        said.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        word.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Where a request of somebody goes instead; empty where it is answered here. */
  Optional<Visitor> elsewhere(String user, HttpServletRequest request) {
    return switch (leases.holder(user)) {
      case Holder.Here _ -> here(user);
      case Holder.There there when !isFromNode(request) ->
          Optional.of(new Visitor.Elsewhere(there.node(), HEADER, word));
      case Holder.There _, Holder.Unknown _ ->
          Optional.of(new Visitor.NotNow(Texts.t("nodes.moving")));
    };
  }

  private Optional<Visitor> here(String user) {
    return take(folders.apply(user))
        ? Optional.empty()
        : Optional.of(new Visitor.NotNow(Texts.t("nodes.moving")));
  }

  /** From now on it says that it lives, and gives up what nobody has asked for. */
  void begin() {
    leases.start();
    // Runs until it is closed.
    var _ =
        ticker.scheduleWithFixedDelay(
            this::tidy, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tidy() {
    Set<Integer> present =
        tenants.stream()
            .flatMap(all -> all.present().stream())
            .map(tenant -> Shards.of(tenant.id()))
            .collect(java.util.stream.Collectors.toSet());
    for (int shard : leases.held().keySet()) {
      if (!present.contains(shard) && leases.quiet(shard).compareTo(QUIET) > 0) {
        leases.release(shard);
      }
    }
  }

  @Override
  public void leaving() {
    try {
      leases.drain();
      if (leases.hasOthers()) {
        ticker.execute(() -> List.copyOf(leases.held().keySet()).forEach(leases::release));
      }
    } catch (ServerAwayException later) {
      LOG.debug("What is held here is given up at the end", later);
    }
  }

  /** Gives up everything that it holds; everybody leaves, and their files are closed. */
  void giveUp() {
    leases.releaseAll();
  }

  @Override
  public void unreachable(URI node) {
    leases.forget(node);
  }

  @Override
  public boolean answers(HttpServletRequest asked, HttpServletResponse answer) throws IOException {
    String path = asked.getRequestURI();
    if (!path.startsWith(SUMMON)) {
      return false;
    }
    Optional<String> user = UserIds.canonical(path.substring(SUMMON.length()));
    if (!isFromNode(asked) || !asked.getMethod().equals("POST") || user.isEmpty()) {
      answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
    } else {
      boolean here =
          leases.holder(user.get()) instanceof Holder.Here(boolean writes)
              && writes
              && arrive(user.get());
      answer.setStatus(
          here ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
    return true;
  }

  @Override
  public boolean summon(String user) {
    return switch (leases.holder(user)) {
      case Holder.Here(boolean writes) -> writes && arrive(user);
      case Holder.There there -> asked(there.node(), user);
      case Holder.Unknown _ -> false;
    };
  }

  private boolean arrive(String user) {
    try {
      Tenant tenant = folders.apply(user);
      maker.accept(tenant);
      tenants.ifPresent(all -> all.arrive(tenant));
      return tenants.isPresent();
    } catch (RuntimeException notNow) {
      LOG.warn("What is due for {} could not be begun", user, notNow);
      return false;
    }
  }

  private boolean asked(URI node, String user) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(node.toString().replaceFirst("/+$", "") + SUMMON + user))
              .header(HEADER, word)
              .timeout(Duration.ofSeconds(20))
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
          == HttpServletResponse.SC_NO_CONTENT;
    } catch (IOException away) {
      leases.forget(node);
      LOG.debug("{} did not answer", node, away);
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    ticker.shutdown();
    leases.close();
    client.close();
  }
}
