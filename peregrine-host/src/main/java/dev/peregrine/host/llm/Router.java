package dev.peregrine.host.llm;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Health;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.LlmContext;
import dev.peregrine.api.llm.LlmDescriptor;
import dev.peregrine.api.llm.LlmDescriptor.Capability;
import dev.peregrine.api.llm.Model;
import dev.peregrine.host.config.LlmPlan;
import dev.peregrine.host.config.NamedBackend;
import dev.peregrine.host.plugins.BoardListener;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Asks one backend after the other until one answers. */
final class Router {

  private static final Duration PROBE = Duration.ofSeconds(5);

  /** A dead one shall not keep the next from answering. */
  private static final Duration QUICK_PROBE = Duration.ofMillis(800);

  private static final Duration MODELS = Duration.ofSeconds(15);

  /** What took longer than that is not asked again at once. */
  private static final Duration QUICK_FAILURE = Duration.ofSeconds(10);

  private static final Duration BEARABLE_WAIT = Duration.ofSeconds(3);
  private static final int LEAST_PAUSE_MS = 100;
  private static final int MOST_PAUSE_MS = 400;

  private final Backends backends;
  private final Contexts contexts;
  private final LlmLedger ledger;
  private final Function<NamedBackend, Reach> reach;
  private final LlmAllowance allowance;
  private final InstantSource clock;
  private final RandomGenerator chance;
  private final Map<String, Rest> rests = new ConcurrentHashMap<>();

  Router(
      Backends backends,
      Contexts contexts,
      LlmLedger ledger,
      Function<NamedBackend, Reach> reach,
      LlmAllowance allowance,
      InstantSource clock,
      RandomGenerator chance) {
    this.backends = backends;
    this.contexts = contexts;
    this.ledger = ledger;
    this.reach = reach;
    this.allowance = allowance;
    this.clock = clock;
    this.chance = chance;
  }

  /** Not asked, or without an answer. */
  private static final class Passed extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean loading;

    Passed(String why) {
      this(why, false);
    }

    Passed(String why, boolean loading) {
      super(why, null, false, false);
      this.loading = loading;
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  LlmAnswer complete(LlmPlan plan, LlmUse use, CompletionRequest request, AnswerPieces pieces)
      throws NoAnswerException, InterruptedException {
    List<String> order = plan.order(use.feature(), use.chain());
    Optional<JsonAnswers> json = request.jsonSchema().map(JsonAnswers::new);
    if (order.isEmpty()) {
      throw NoAnswerException.nobody();
    }
    long asked = System.nanoTime();
    var passed = new ArrayList<PassedOver>();
    var loading = new ArrayList<String>();
    for (int at = 0; at < order.size(); at++) {
      String name = order.get(at);
      try {
        boolean isLast = at == order.size() - 1;
        var turn = new Turn(use.feature(), passed, asked, isLast, false, json);
        return ask(plan, name, request, pieces, turn);
      } catch (Passed why) {
        passed.add(new PassedOver(name, why.why()));
        if (why.loading) {
          loading.add(name);
        }
      }
    }
    // Better late than never: a model that is being loaded answers once it is there.
    for (String name : loading) {
      try {
        var turn = new Turn(use.feature(), passed, asked, true, true, json);
        return ask(plan, name, request, pieces, turn);
      } catch (Passed why) {
        passed.removeIf(each -> each.backend().equals(name));
        passed.add(new PassedOver(name, why.why()));
      }
    }
    throw NoAnswerException.allFailed(passed);
  }

  /**
   * Where in the order it is.
   *
   * @param patient whether nobody comes after it
   * @param loads whether it is asked although its model is being loaded
   * @param json where the answer is to be JSON
   */
  private record Turn(
      String feature,
      List<PassedOver> passed,
      long asked,
      boolean patient,
      boolean loads,
      Optional<JsonAnswers> json) {}

  private LlmAnswer ask(
      LlmPlan plan, String name, CompletionRequest request, AnswerPieces pieces, Turn turn)
      throws Passed, InterruptedException {
    Backend backend = ready(plan, name, request.hasImages());
    Rest rest = rest(backend);
    refuseResting(rest);
    if (!turn.loads() && !rest.answeredLately(clock.instant())) {
      lookWhetherItRuns(backend, rest, turn.patient() ? PROBE : QUICK_PROBE);
    }
    knowPrices(backend, rest);
    rest.places().acquire();
    try {
      CompletionRequest full = request.withModel(model(backend, rest, request.hasImages()));
      return turn.json().isPresent()
          ? asJson(backend, rest, full, pieces, turn, turn.json().get())
          : tried(backend, rest, full, pieces, turn);
    } finally {
      rest.places().release();
    }
  }

  /** What makers charge is looked up beside the first question, so that it need not wait. */
  private void knowPrices(Backend backend, Rest rest) {
    if (backend.says().where() != LlmDescriptor.Where.AT_PROVIDER
        || rest.models(clock.instant()).isPresent()) {
      return;
    }
    Thread.ofVirtual()
        .name("prices")
        .start(
            Tenant.carry(
                () -> {
                  try {
                    models(backend, rest);
                  } catch (ExtensionException | PluginBugException notKnown) {
                    rest.models(List.of(), clock.instant());
                  } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }

  private void note(
      String feature,
      Backend backend,
      Rest rest,
      CompletionRequest request,
      Attempt attempt,
      Optional<Completion> answer) {
    String model = request.model().orElse(backend.named().model());
    answer.ifPresent(said -> allowance.used(backend.named(), request, said));
    ledger.note(
        new LlmLedger.Entry(
            feature,
            backend.name(),
            model,
            reach.apply(backend.named().withModel(model)).leaves(),
            answer,
            attempt.first(),
            attempt.lasted(),
            rest.models(clock.instant()).orElse(List.of()).stream()
                .filter(each -> each.id().equals(model))
                .findFirst()
                .flatMap(Model::price)));
  }

  private Backend ready(LlmPlan plan, String name, boolean images) throws Passed {
    Optional<NamedBackend> named = plan.find(name);
    if (named.isEmpty()) {
      throw new Passed("is not among the backends of config/llm.yaml.");
    }
    Optional<Extension<LlmBackend>> kind = backends.kind(named.get().type());
    Optional<String> why =
        Skips.why(named.get(), kind.map(each -> (LlmDescriptor) each.descriptor()), images);
    if (why.isPresent()) {
      throw new Passed(why.get());
    }
    Optional<String> spent = allowance.refusal(named.get());
    if (spent.isPresent()) {
      throw new Passed(spent.get());
    }
    try {
      return backends.of(named.get(), kind.orElseThrow(), Map.of());
    } catch (ExtensionException badSettings) {
      throw new Passed(sentence(badSettings));
    }
  }

  private void refuseResting(Rest rest) throws Passed {
    Instant now = clock.instant();
    Optional<String> resting = rest.resting(now);
    if (resting.isPresent()) {
      throw new Passed(restsSaid(resting.get(), rest.until(now), now));
    }
  }

  static String restsSaid(String why, Optional<Instant> until, Instant now) {
    return until
        .map(
            end ->
                "is left alone for %d s more: %s"
                    .formatted(Math.max(1, Duration.between(now, end).toSeconds()), why))
        .orElse("is left alone until its settings change: " + why);
  }

  private void lookWhetherItRuns(Backend backend, Rest rest, Duration limit)
      throws Passed, InterruptedException {
    Health health = probe(backend, limit);
    switch (health.state()) {
      case READY -> {
        // goes on
      }
      case LOADING -> throw new Passed(health.text(), true);
      case MODEL_MISSING -> {
        if (!backend.named().isAuto()) {
          throw new Passed(health.text());
        }
      }
      case DOWN -> {
        rest.unreached(health.text(), clock.instant());
        throw new Passed(health.text());
      }
    }
  }

  /** Whether it would answer; what goes wrong is {@code DOWN}. */
  Health probe(Backend backend, Duration limit) throws InterruptedException {
    try {
      LlmContext context = context(backend);
      Health health = backend.kind().call(limit, each -> each.probe(context));
      return health == null ? Health.down("did not say whether it runs.") : health;
    } catch (ExtensionException | PluginBugException failed) {
      return Health.down(sentence(failed));
    }
  }

  private LlmContext context(Backend backend) throws ExtensionException {
    return contexts.llm(
        backend.kind(),
        backend.name(),
        backend.values(),
        backend.patience(),
        new BoardListener() {});
  }

  private String model(Backend backend, Rest rest, boolean images)
      throws Passed, InterruptedException {
    String wanted = backend.named().model();
    if (!backend.named().isAuto() && !images) {
      return wanted;
    }
    try {
      List<Model> models = models(backend, rest);
      if (backend.named().isAuto()) {
        return first(backend, models, images);
      }
      boolean blind =
          models.stream()
              .anyMatch(
                  each -> each.id().equals(wanted) && each.images().equals(Optional.of(false)));
      if (blind) {
        throw new Passed("its model \"%s\" cannot see pictures.".formatted(wanted));
      }
      return wanted;
    } catch (ExtensionException | PluginBugException failed) {
      if (backend.named().isAuto()) {
        throw new Passed("cannot say which models it has: " + sentence(failed));
      }
      return wanted;
    }
  }

  /** The first that fits; one that passes questions on only where the person named it. */
  private static String first(Backend backend, List<Model> models, boolean images) throws Passed {
    boolean atHome = backend.says().where() == LlmDescriptor.Where.AT_ADDRESS;
    return models.stream()
        .filter(model -> !images || model.images().orElse(true))
        .filter(model -> !atHome || !Reach.isPassedOn(model.id()))
        .map(Model::id)
        .findFirst()
        .orElseThrow(
            () ->
                new Passed(
                    models.isEmpty()
                        ? "has no model yet. Fetch one under Settings → Models."
                        : images
                            ? "none of its models sees pictures."
                            : "none of its models runs there. Name one under Settings → Models."));
  }

  /** The models it has, as it said within the last minutes, or says now. */
  List<Model> models(Backend backend, Rest rest) throws ExtensionException, InterruptedException {
    Optional<List<Model>> lately = rest.models(clock.instant());
    if (lately.isPresent()) {
      return lately.get();
    }
    LlmContext context = context(backend);
    List<Model> found = backend.kind().call(MODELS, each -> each.models(context));
    List<Model> models = found == null ? List.of() : List.copyOf(found);
    rest.models(models, clock.instant());
    return models;
  }

  /** Has it mended once where it does not obey. */
  private LlmAnswer asJson(
      Backend backend,
      Rest rest,
      CompletionRequest request,
      AnswerPieces pieces,
      Turn turn,
      JsonAnswers json)
      throws Passed, InterruptedException {
    boolean keepsTo = backend.says().can().contains(Capability.JSON_SCHEMA);
    CompletionRequest asked = json.asked(request, keepsTo);
    LlmAnswer answer = tried(backend, rest, asked, pieces, turn);
    JsonAnswers.Checked checked = json.check(answer.text());
    if (checked.text().isEmpty()) {
      pieces.beginsAnew();
      answer = tried(backend, rest, json.mending(asked, answer.text(), checked), pieces, turn);
      checked = json.check(answer.text());
    }
    if (checked.text().isEmpty()) {
      pieces.beginsAnew();
      throw new Passed(
          "answered twice with JSON that does not fit: " + String.join(" ", checked.problems()));
    }
    return answer.withText(checked.text().get());
  }

  private LlmAnswer tried(
      Backend backend, Rest rest, CompletionRequest request, AnswerPieces pieces, Turn turn)
      throws Passed, InterruptedException {
    for (boolean again = true; ; again = false) {
      var attempt = new Attempt(backend, pieces);
      try {
        pieces.asks(backend.name(), request.model().orElse(""));
        Completion answer = attempt.ask(request, contexts);
        rest.answered(clock.instant());
        long now = System.nanoTime();
        note(turn.feature(), backend, rest, request, attempt, Optional.of(answer));
        Duration total = Duration.ofNanos(now - turn.asked());
        return new LlmAnswer(
            answer,
            backend.name(),
            turn.passed(),
            total.minus(attempt.lasted()).plus(attempt.first().orElse(attempt.lasted())),
            total);
      } catch (ExtensionException failed) {
        note(turn.feature(), backend, rest, request, attempt, Optional.empty());
        Optional<Duration> pause = again ? pause(failed, attempt) : Optional.empty();
        if (pause.isPresent()) {
          TimeUnit.NANOSECONDS.sleep(pause.get().toNanos());
          continue;
        }
        boolean missing = isModelMissing(backend, rest, failed);
        if (missing) {
          rest.modelMissing(withoutModel(backend.named().model()), clock.instant());
        } else {
          rest.failed(failed, clock.instant());
        }
        voided(attempt, pieces);
        throw new Passed(missing ? withoutModel(backend.named().model()) : sentence(failed));
      } catch (PluginBugException bug) {
        note(turn.feature(), backend, rest, request, attempt, Optional.empty());
        rest.failedAgain(bug.sentence(), clock.instant());
        voided(attempt, pieces);
        throw new Passed(bug.sentence());
      }
    }
  }

  /**
   * Whether a failure means that the chosen model is not there. Asked of those that can fetch one:
   * they are sure to list all that they have.
   */
  private boolean isModelMissing(Backend backend, Rest rest, ExtensionException failed)
      throws InterruptedException {
    if (failed.kind() != Kind.BAD_SETTINGS
        || backend.named().isAuto()
        || !backend.says().can().contains(Capability.PULL)) {
      return false;
    }
    String wanted = backend.named().model();
    try {
      rest.fetched();
      return models(backend, rest).stream()
          .map(Model::id)
          .noneMatch(id -> id.equals(wanted) || id.equals(wanted + ":latest"));
    } catch (ExtensionException | PluginBugException notKnown) {
      return false;
    }
  }

  static String withoutModel(String model) {
    return "does not have the model “%s”. Fetch it, or choose another one, under Settings → Models."
        .formatted(model);
  }

  /**
   * What came of a question that was asked to try a backend.
   *
   * @param first to the first piece
   */
  record Asked(Completion completion, Duration first, Duration total) {}

  /**
   * Asks one backend, whatever became of earlier questions.
   *
   * @param feature by which the ledger counts it
   */
  Asked askAnyway(String feature, Backend backend, Rest rest, CompletionRequest request)
      throws ExtensionException, InterruptedException {
    String model;
    try {
      Optional<String> spent = allowance.refusal(backend.named());
      if (spent.isPresent()) {
        throw new Passed(spent.get());
      }
      model = model(backend, rest, request.hasImages());
    } catch (Passed why) {
      throw new ExtensionException(Kind.UNAVAILABLE, "It " + why.why(), why);
    }
    var attempt = new Attempt(backend, AnswerPieces.NONE);
    CompletionRequest full = request.withModel(model);
    Completion answer;
    try {
      answer = attempt.ask(full, contexts);
    } catch (ExtensionException failed) {
      if (isModelMissing(backend, rest, failed)) {
        rest.modelMissing(withoutModel(model), clock.instant());
        throw new ExtensionException(Kind.BAD_SETTINGS, "It " + withoutModel(model), failed);
      }
      throw failed;
    }
    rest.answered(clock.instant());
    note(feature, backend, rest, full, attempt, Optional.of(answer));
    return new Asked(answer, attempt.first().orElse(attempt.lasted()), attempt.lasted());
  }

  private static void voided(Attempt attempt, AnswerPieces pieces) {
    if (attempt.hasBegun()) {
      pieces.beginsAnew();
    }
  }

  /** How long to wait before asking once more; empty where that is not safe or of no use. */
  private Optional<Duration> pause(ExtensionException failed, Attempt attempt) {
    if (attempt.hasBegun()) {
      return Optional.empty();
    }
    if (failed.kind() == Kind.RATE_LIMITED) {
      return failed.retryAfter().filter(wait -> wait.compareTo(BEARABLE_WAIT) <= 0);
    }
    boolean passing =
        failed.kind() == Kind.UNAVAILABLE && attempt.lasted().compareTo(QUICK_FAILURE) < 0;
    return passing
        ? Optional.of(Duration.ofMillis(chance.nextInt(LEAST_PAUSE_MS, MOST_PAUSE_MS)))
        : Optional.empty();
  }

  /** How a backend did lately. */
  Rest rest(Backend backend) {
    return rests.compute(
        Tenant.current().id() + " " + backend.name(),
        (key, before) ->
            before != null && before.mark() == backend.mark()
                ? before
                : new Rest(backend.mark(), backend.atOnce()));
  }

  private static String sentence(Exception failed) {
    return String.valueOf(failed.getMessage());
  }

  /** Whether it takes pictures only. */
  static boolean onlyImages(LlmDescriptor kind) {
    return kind.can().contains(Capability.IMAGES_ONLY);
  }
}
