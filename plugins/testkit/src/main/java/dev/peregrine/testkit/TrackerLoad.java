package dev.peregrine.testkit;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Progress;
import dev.peregrine.api.Settings;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.PushOutcome;
import dev.peregrine.api.integration.StateStore;
import dev.peregrine.api.integration.Tracker;
import dev.peregrine.api.integration.Tracker.Push;
import dev.peregrine.api.integration.TrackerRow;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.api.integration.TrackerTarget;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Measures how long a {@link Tracker} takes for many rows at a service that takes its time to
 * answer and refuses calls beyond the rate that it publishes. Calls are kept apart as the host
 * keeps them apart.
 */
public final class TrackerLoad {

  /** So many calls to one host run at once in the host. */
  private static final int PLACES = 6;

  private final Tracker tracker;
  private final TrackedService service;
  private final Limit limit;
  private final Duration latency;
  private final Deque<Long> calls = new ArrayDeque<>();
  private int made;
  private int changes;
  private int refused;

  /**
   * The rate that a service publishes.
   *
   * @param calls how many calls it takes
   * @param in this time
   */
  public record Limit(int calls, Duration in) {}

  /**
   * @param latency what the service takes for an answer
   */
  public TrackerLoad(Tracker tracker, TrackedService service, Limit limit, Duration latency) {
    this.tracker = tracker;
    this.service = service;
    this.limit = limit;
    this.latency = latency;
  }

  /**
   * Pushes rows into an empty table, then the same once more.
   *
   * @param settings beside {@code base-url}
   * @return two lines for people
   */
  public String run(int rows, Map<String, String> settings) throws Exception {
    try (RecordedServer server = RecordedServer.start()) {
      server.otherwise(this::answered);
      var values = new HashMap<>(settings);
      values.put("base-url", server.address().toString());
      IntegrationContext context =
          new Paced(
              new FakeIntegrationContext(
                  tracker.descriptor(),
                  values,
                  InstantSource.system(),
                  new FakeStateStore(),
                  FakeHttp.LONGEST),
              tracker.descriptor().about().callGap());
      TrackerTarget table = tracker.target(service.target(), context);
      return "new:   %s\nagain: %s"
          .formatted(push(rows, table, context), push(rows, table, context));
    }
  }

  private String push(int count, TrackerTarget table, IntegrationContext context) throws Exception {
    made = 0;
    changes = 0;
    refused = 0;
    var ids = new HashMap<String, String>();
    table.columns().forEach(column -> ids.put(column.name(), column.id().orElseThrow()));
    var rows = new ArrayList<TrackerRow>();
    for (int i = 1; i <= count; i++) {
      rows.add(row(i, ids));
    }
    var outcomes = new ArrayList<PushOutcome>();
    long from = System.nanoTime();
    int batch = tracker.descriptor().batch();
    for (int first = 0; first < count; first += batch) {
      List<TrackerRow> some = rows.subList(first, Math.min(first + batch, count));
      push(
          new Push(table.id(), String.valueOf(ids.get("Peregrine")), some, false),
          outcomes,
          context);
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    long failed = outcomes.stream().filter(PushOutcome.Failed.class::isInstance).count();
    if (service.externalIds().size() != count || failed > 0 || outcomes.size() != count) {
      throw new AssertionError(
          "%d rows are there, %d failed, %d told."
              .formatted(service.externalIds().size(), failed, outcomes.size()));
    }
    double least = made * (limit.in().toMillis() / 1000.0) / limit.calls();
    return "%,d rows, %.1f s, %,d calls, %,d of them changes, %d refused; at the published rate so many calls take %.1f s"
        .formatted(count, seconds, made, changes, refused, least);
  }

  /** Pushes what is left as often as the service asks to wait. */
  private void push(Push push, List<PushOutcome> outcomes, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    var told = new ArrayList<PushOutcome>();
    try {
      tracker.push(push, context, told::add);
      outcomes.addAll(told);
    } catch (ExtensionException failed) {
      Duration wait = failed.retryAfter().orElseThrow(() -> failed);
      Thread.sleep(wait);
      outcomes.addAll(told);
      Set<String> done = told.stream().map(PushOutcome::externalId).collect(Collectors.toSet());
      List<TrackerRow> left =
          push.rows().stream().filter(row -> !done.contains(row.externalId())).toList();
      push(new Push(push.target(), push.idColumn(), left, false), outcomes, context);
    }
  }

  private static TrackerRow row(int number, Map<String, String> ids) {
    var byName =
        Map.of(
            "Job", new Cell.Text("Designer " + number),
            "Company", new Cell.Text("Hafenlicht GmbH & Co. KG"),
            "Score", new Cell.Number(BigDecimal.valueOf(number % 100)),
            "Found", new Cell.Day(LocalDate.of(2026, 11, 1).plusDays(number % 20)),
            "Link", new Cell.Link(URI.create("https://jobs.example/" + number)),
            "Stage", new Cell.Choices(List.of(number % 3 == 0 ? "Applied" : "Approved")),
            "Gaps", new Cell.Choices(List.of("Figma", "SQL")),
            "Remote", new Cell.Check(number % 2 == 0),
            "Notes", new Cell.Text("Aus dem Radar. ".repeat(20)));
    var cells = new HashMap<String, Cell>();
    byName.forEach((name, cell) -> cells.put(String.valueOf(ids.get(name)), cell));
    return new TrackerRow("peregrine-8f14e45f-%d".formatted(number), Optional.empty(), cells);
  }

  private RecordedAnswer answered(RecordedRequest asked) {
    RecordedAnswer answer = counted(asked);
    try {
      Thread.sleep(latency);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  private synchronized RecordedAnswer counted(RecordedRequest asked) {
    long now = System.nanoTime();
    while (!calls.isEmpty() && now - calls.getFirst() >= limit.in().toNanos()) {
      long _ = calls.removeFirst();
    }
    made++;
    if (calls.size() >= limit.calls()) {
      refused++;
      return RecordedAnswer.json("{}").withStatus(429).withHeader("Retry-After", "30");
    }
    calls.addLast(now);
    changes += service.changes(asked) ? 1 : 0;
    return service.answer(asked);
  }

  /** A context whose calls are kept apart. */
  private static final class Paced implements IntegrationContext, Http {

    private final FakeIntegrationContext context;
    private final Duration gap;
    private final Semaphore places = new Semaphore(PLACES, true);
    private long free = System.nanoTime();

    Paced(FakeIntegrationContext context, Duration gap) {
      this.context = context;
      this.gap = gap;
    }

    @Override
    public HttpReply exchange(HttpCall call) throws ExtensionException, InterruptedException {
      places.acquire();
      try {
        TimeUnit.NANOSECONDS.sleep(reserve());
        return context.http().exchange(call);
      } finally {
        places.release();
      }
    }

    @Override
    public HttpReply fetch(HttpCall call) throws ExtensionException, InterruptedException {
      places.acquire();
      try {
        TimeUnit.NANOSECONDS.sleep(reserve());
        return context.http().fetch(call);
      } finally {
        places.release();
      }
    }

    private synchronized long reserve() {
      long now = System.nanoTime();
      long start = Math.max(free, now);
      free = start + gap.toNanos();
      return start - now;
    }

    @Override
    public Http http() {
      return this;
    }

    @Override
    public Settings settings() {
      return context.settings();
    }

    @Override
    public InstantSource clock() {
      return context.clock();
    }

    @Override
    public System.Logger log() {
      return context.log();
    }

    @Override
    public Json json(String text) {
      return context.json(text);
    }

    @Override
    public Markup html(String text) {
      return context.html(text);
    }

    @Override
    public Progress progress() {
      return context.progress();
    }

    @Override
    public StateStore state() {
      return context.state();
    }

    @Override
    public String accessToken() throws ExtensionException, InterruptedException {
      return context.accessToken();
    }

    @Override
    public String renewedAccessToken() throws ExtensionException, InterruptedException {
      return context.renewedAccessToken();
    }
  }
}
