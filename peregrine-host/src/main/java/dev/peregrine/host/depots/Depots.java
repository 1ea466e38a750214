package dev.peregrine.host.depots;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.Blob;
import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.api.integration.IntegrationDescriptor.ForDocumentStore;
import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.depots.DepotDocuments.Document;
import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.research.Briefs;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps the current tenant's documents at document stores, too. What belongs there follows from the
 * applications; what was stored stays there, whatever becomes of them.
 */
public final class Depots {

  /** The topic of {@link Live} that is told when a plan, a document or a trouble changes. */
  public static final String TOPIC = "depots";

  /** The type of its tasks. */
  public static final String TASK = "depot";

  private static final Set<String> CAUSES = Set.of(Applications.TOPIC, Briefs.TOPIC);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  private final Databases databases;
  private final Integrations integrations;
  private final DepotDocuments documents;
  private final Tasks tasks;
  private final Live live;
  private final InstantSource clock;
  private final Map<String, Long> seen = new ConcurrentHashMap<>();

  public Depots(
      Databases databases,
      Integrations integrations,
      Applications applications,
      Briefs briefs,
      Tasks tasks,
      Live live,
      InstantSource clock,
      ZoneId zone) {
    this.databases = databases;
    this.integrations = integrations;
    this.documents = new DepotDocuments(applications, briefs, zone);
    this.tasks = tasks;
    this.live = live;
    this.clock = clock;
    tasks.register(TASK, this::store);
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(DepotMapper.class);
  }

  /** The document store of that key, connected or not. */
  public Optional<Connection> store(String key) {
    return integrations.byKey(key).filter(each -> each.descriptor() instanceof ForDocumentStore);
  }

  /** The connected ones. */
  public List<Connection> stores() {
    return integrations.connected().stream()
        .filter(each -> each.descriptor() instanceof ForDocumentStore)
        .toList();
  }

  /** How it stands with one; empty where the person said nothing of it yet. */
  public Optional<DepotState> state(String key) {
    return states().stream().filter(state -> state.key().equals(key)).findFirst();
  }

  private List<DepotState> states() {
    return read(DepotMapper::plans).stream()
        .map(
            row ->
                new DepotState(
                    row.integration(),
                    new DepotPlan(row.isOn(), row.papers(), row.briefs(), row.folder()),
                    row.problem(),
                    Optional.ofNullable(row.again()).map(Instant::ofEpochMilli)))
        .toList();
  }

  /** Keeps what the person wants, and begins with it. */
  public void save(String key, DepotPlan plan) {
    write(
        mapper -> {
          mapper.save(key, plan);
          mapper.trouble(key, 0, null, "");
          return plan;
        });
    changed();
    if (plan.on() && store(key).filter(Connection::isConnected).isPresent()) {
      Submitted _ = begin(key);
    }
  }

  /** Stores what is not there yet, once more also what was refused. */
  public Submitted again(String key) {
    write(
        mapper -> {
          mapper.tryRefused(key);
          mapper.trouble(key, 0, null, "");
          return key;
        });
    return begin(key);
  }

  private Submitted begin(String key) {
    return tasks.submit(TASK, key, t("depots.task", "name", name(key)), key);
  }

  /** What is being stored now. */
  public Optional<Task> running(String key) {
    return tasks.active(TASK, key);
  }

  /** What a store is called; its key where its plugin is gone. */
  public String name(String key) {
    return store(key).map(Connection::name).orElse(key);
  }

  /** How many documents there are, and how many could not be stored. */
  public Count count(String key) {
    DepotMapper.CountRow row = read(mapper -> mapper.count(key));
    return new Count(row.there(), row.failed());
  }

  /** How many. */
  public record Count(long there, long failed) {}

  /** Documents that are there, the last first, or those that could not be stored. */
  public List<DepotFile> files(String key, boolean failed, int most) {
    return read(mapper -> mapper.some(key, failed, most)).stream().map(Depots::file).toList();
  }

  /** Where documents of an application are. */
  public List<DepotFile> ofJob(long job) {
    return read(mapper -> mapper.ofJob(job)).stream().map(Depots::file).toList();
  }

  private static DepotFile file(DepotMapper.FileRow row) {
    return new DepotFile(
        row.integration(),
        row.document(),
        row.job(),
        row.name(),
        Optional.ofNullable(row.link()),
        Optional.ofNullable(row.stored()).map(Instant::ofEpochMilli),
        row.problem());
  }

  /**
   * Begins what is due. Asked now and then; what changed while the program was not there is found
   * at the first time.
   */
  public void tick() {
    String tenant = Tenant.current().id();
    long mark = live.mark();
    Long before = seen.put(tenant, mark);
    boolean changed =
        before == null || live.changedSince(tenant, before).stream().anyMatch(CAUSES::contains);
    Instant now = clock.instant();
    for (DepotState state : states()) {
      boolean again = !state.problem().isEmpty() && !state.waits(now);
      boolean may =
          state.plan().on()
              && (again || changed && state.problem().isEmpty())
              && store(state.key()).filter(Connection::isConnected).isPresent();
      if (may && running(state.key()).isEmpty() && !missing(state).isEmpty()) {
        Submitted _ = begin(state.key());
      }
    }
  }

  private List<Document> missing(DepotState state) {
    Map<String, DepotMapper.FileRow> kept = kept(state.key());
    return documents.wanted(state.plan()).stream()
        .filter(
            document ->
                Optional.ofNullable(kept.get(document.id()))
                    .filter(row -> row.sha256().equals(document.sha256()))
                    .isEmpty())
        .toList();
  }

  private Map<String, DepotMapper.FileRow> kept(String key) {
    return read(mapper -> mapper.files(key)).stream()
        .collect(Collectors.toMap(DepotMapper.FileRow::document, Function.identity()));
  }

  private String store(TaskRun run) throws TaskFailedException, InterruptedException {
    String key = run.params();
    Optional<DepotState> state = state(key);
    if (state.isEmpty() || !state.get().plan().on()) {
      return t("depots.is-off");
    }
    List<Document> missing = missing(state.get());
    Map<String, DepotMapper.FileRow> kept = kept(key);
    int stored = 0;
    int refused = 0;
    for (Document document : missing) {
      run.step(document.name());
      run.of(stored + refused, missing.size());
      String problem = one(key, document, Optional.ofNullable(kept.get(document.id())));
      if (problem.isEmpty()) {
        stored++;
      } else {
        refused++;
      }
    }
    trouble(key, 0, Optional.empty(), "");
    return t("depots.stored", "count", stored)
        + (refused > 0 ? " " + t("depots.refused", "count", refused) : "");
  }

  /** Gives why this one was refused; empty where it is there. */
  private String one(String key, Document document, Optional<DepotMapper.FileRow> before)
      throws TaskFailedException, InterruptedException {
    Optional<Blob> blob = document.blob();
    if (blob.isEmpty()) {
      return refused(key, document, t("depots.gone"));
    }
    Optional<Connection> store = store(key);
    if (store.isPresent()
        && store.get().descriptor() instanceof ForDocumentStore limits
        && blob.get().bytes().length > limits.largest()) {
      return refused(key, document, t("depots.too-large", "name", store.get().name()));
    }
    try {
      var upload =
          new DocumentStore.Upload(
              Tenant.current().id() + ":" + document.id(),
              document.folders(),
              Content.of(blob.get()),
              document.sha256(),
              before.flatMap(row -> Optional.ofNullable(row.storedId())));
      DocumentStore.Stored there =
          integrations.call(
              key, DocumentStore.class, LONGEST, (depot, context) -> depot.store(upload, context));
      keep(
          new DepotMapper.FileRow(
              key,
              document.id(),
              document.job(),
              document.name(),
              document.sha256(),
              there.id(),
              there.link().map(URI::toString).filter(Depots::isWeb).orElse(null),
              clock.millis(),
              ""));
      return "";
    } catch (ExtensionException failed) {
      if (failed.kind() == Kind.UNSUPPORTED || isOfThisOne(failed)) {
        return refused(key, document, String.valueOf(failed.getMessage()));
      }
      int failures = failures(key) + 1;
      trouble(key, failures, pause(failed, failures), String.valueOf(failed.getMessage()));
      throw new TaskFailedException(String.valueOf(failed.getMessage()), failed);
    } catch (PluginBugException bug) {
      trouble(key, failures(key) + 1, Optional.empty(), String.valueOf(bug.getMessage()));
      throw new TaskFailedException(String.valueOf(bug.getMessage()), bug);
    }
  }

  /** A store that is full refuses all; what else is refused may be this one's name or content. */
  private static boolean isOfThisOne(ExtensionException failed) {
    return failed.kind() == Kind.CHANGED_REMOTE;
  }

  private static boolean isWeb(String link) {
    return link.startsWith("https://") || link.startsWith("http://");
  }

  private String refused(String key, Document document, String problem) {
    keep(
        new DepotMapper.FileRow(
            key,
            document.id(),
            document.job(),
            document.name(),
            document.sha256(),
            null,
            null,
            null,
            problem));
    return problem;
  }

  private Optional<Instant> pause(ExtensionException failed, int failures) {
    Duration usual = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
    Duration pause = usual.compareTo(LONGEST_PAUSE) < 0 ? usual : LONGEST_PAUSE;
    return switch (failed.kind()) {
      case RATE_LIMITED -> Optional.of(clock.instant().plus(failed.retryAfter().orElse(pause)));
      case UNAVAILABLE -> Optional.of(clock.instant().plus(pause));
      case REFUSED -> Optional.of(clock.instant().plus(Duration.ofDays(1)));
      case BAD_SETTINGS, CHANGED_REMOTE, UNSUPPORTED -> Optional.empty();
    };
  }

  private int failures(String key) {
    return read(DepotMapper::plans).stream()
        .filter(row -> row.integration().equals(key))
        .mapToInt(DepotMapper.PlanRow::failures)
        .findFirst()
        .orElse(0);
  }

  private void trouble(String key, int failures, Optional<Instant> again, String problem) {
    write(
        mapper -> {
          mapper.trouble(key, failures, again.map(Instant::toEpochMilli).orElse(null), problem);
          return key;
        });
    changed();
  }

  private void keep(DepotMapper.FileRow row) {
    write(
        mapper -> {
          mapper.keep(row);
          return row;
        });
    changed();
  }

  private void changed() {
    live.changed(Tenant.current().id(), TOPIC);
  }

  private <T> T read(Function<DepotMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(DepotMapper.class)));
  }

  private <T> T write(Function<DepotMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(DepotMapper.class)));
  }
}
