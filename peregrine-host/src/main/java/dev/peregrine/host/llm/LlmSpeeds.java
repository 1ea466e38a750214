package dev.peregrine.host.llm;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.config.NamedBackend;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.llm.LlmCallMapper.MeasuredData;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures the backends, as a task: each is asked the same question three times, and the median
 * counts, since the first answer of a model that had to be loaded says little. What came of it is
 * kept in the ledger of calls.
 */
final class LlmSpeeds {

  static final String TASK = "llm-benchmark";

  /** The key of these calls in the ledger. */
  static final String FEATURE = "benchmark";

  private static final int TIMES = 3;
  private static final CompletionRequest QUESTION =
      CompletionRequest.of(
              Message.user(
                  "Write about 150 words on what makes a good apprenticeship. Plain sentences, no headings."))
          .withMaxTokens(220);

  /** Asks one of them, whatever became of earlier questions. */
  @FunctionalInterface
  interface Asks {
    Router.Asked ask(NamedBackend backend, CompletionRequest question)
        throws ExtensionException, InterruptedException;
  }

  /** Those that can be measured: switched on, and they answer with text. */
  @FunctionalInterface
  interface Measurable {
    List<NamedBackend> now();
  }

  private final Tasks tasks;
  private final Measurable measurable;
  private final Asks asks;
  private final Live live;

  LlmSpeeds(Tasks tasks, Measurable measurable, Asks asks, Live live) {
    this.tasks = tasks;
    this.measurable = measurable;
    this.asks = asks;
    this.live = live;
    tasks.register(TASK, this::run);
  }

  void measure() {
    tasks.submit(TASK, "all", "Measure the language models", "");
  }

  boolean isMeasuring() {
    return tasks.active().stream().anyMatch(task -> task.type().equals(TASK));
  }

  private String run(TaskRun run) throws Exception {
    List<NamedBackend> backends = measurable.now();
    if (backends.isEmpty()) {
      throw new TaskFailedException(
          "No language model is switched on. Add one under Settings → Models.");
    }
    try {
      var said = new ArrayList<String>();
      int answered = 0;
      for (int at = 0; at < backends.size(); at++) {
        String name = backends.get(at).name();
        try {
          said.add("“%s”: %s".formatted(name, measure(run, backends, at)));
          answered++;
        } catch (ExtensionException | PluginBugException failed) {
          said.add("“%s”: %s".formatted(name, failed.getMessage()));
        }
      }
      if (answered == 0) {
        throw new TaskFailedException(String.join(" ", said));
      }
      return String.join(" ", said);
    } finally {
      live.changed(Tenant.current().id(), Llms.TOPIC);
    }
  }

  private String measure(TaskRun run, List<NamedBackend> backends, int at)
      throws ExtensionException, InterruptedException {
    NamedBackend backend = backends.get(at);
    var firsts = new ArrayList<Duration>();
    for (int time = 0; time < TIMES; time++) {
      run.step("%s, question %d of %d".formatted(backend.name(), time + 1, TIMES));
      run.of((long) at * TIMES + time, (long) backends.size() * TIMES);
      firsts.add(asks.ask(backend, QUESTION).first());
    }
    return "first word after %d ms."
        .formatted((long) median(firsts, first -> (double) first.toMillis()));
  }

  /** What the ledger says of each backend and model, the newest measurement of each. */
  static List<LlmSpeed> of(List<MeasuredData> newestFirst) {
    var byModel = new LinkedHashMap<String, List<MeasuredData>>();
    for (MeasuredData row : newestFirst) {
      List<MeasuredData> rows =
          byModel.computeIfAbsent(row.backend() + "\n" + row.model(), key -> new ArrayList<>());
      if (rows.size() < TIMES) {
        rows.add(row);
      }
    }
    return byModel.values().stream().map(LlmSpeeds::speed).toList();
  }

  private static LlmSpeed speed(List<MeasuredData> rows) {
    MeasuredData newest = rows.getFirst();
    return new LlmSpeed(
        newest.backend(),
        newest.model(),
        Duration.ofMillis((long) median(rows, MeasuredData::firstMillis)),
        median(rows, LlmSpeeds::rate),
        Instant.ofEpochMilli(newest.at()));
  }

  private static double rate(MeasuredData row) {
    long tokens = row.outputTokens() == null ? 0 : row.outputTokens();
    long writing = row.millis() - row.firstMillis();
    return tokens < 2 || writing < 1 ? 0 : (tokens - 1) * 1000.0 / writing;
  }

  private static <T> double median(List<T> all, ToDoubleFunction<T> number) {
    double[] sorted = all.stream().mapToDouble(number).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
