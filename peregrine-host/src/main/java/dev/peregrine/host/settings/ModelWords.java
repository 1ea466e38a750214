package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.llm.Model;
import dev.peregrine.host.config.Chain;
import dev.peregrine.host.config.LlmPlan;
import dev.peregrine.host.config.NamedBackend;
import dev.peregrine.host.llm.LlmFeature;
import dev.peregrine.host.llm.LlmSpeed;
import dev.peregrine.host.llm.LlmState;
import dev.peregrine.host.llm.LlmTotal;
import dev.peregrine.host.llm.LlmTrial;
import dev.peregrine.host.texts.Numbers;
import dev.peregrine.host.web.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Language models in words. */
final class ModelWords {

  private ModelWords() {}

  static ModelsPage.Line line(LlmState state) {
    String model = state.named().isAuto() ? t("models.its-model") : state.named().model();
    return new ModelsPage.Line(
        state.name(),
        state.named().enabled(),
        word(state.doing()),
        tag(state.doing()),
        state.reach().leaves(),
        state.host().isEmpty()
            ? t(
                "models.line-here",
                "kind",
                state.kindName(),
                "model",
                model,
                "reach",
                state.reach().said())
            : t(
                "models.line-at",
                "kind",
                state.kindName(),
                "host",
                state.host(),
                "model",
                model,
                "reach",
                state.reach().said()),
        sentence(state),
        state.toFetch().orElse(""));
  }

  private static String sentence(LlmState state) {
    return switch (state.doing()) {
      case ANSWERS -> t("models.is-answering");
      case NOT_ASKED -> t("models.is-not-asked");
      case OFF -> t("models.is-off");
      case MODEL_MISSING -> t("models.is-missing", "model", state.named().model());
      case RESTS, CANNOT -> state.sentence();
    };
  }

  private static String word(LlmState.Doing doing) {
    return switch (doing) {
      case ANSWERS -> t("models.word-answers");
      case NOT_ASKED -> t("models.word-on");
      case OFF -> t("models.word-off");
      case RESTS -> t("models.word-rests");
      case MODEL_MISSING -> t("models.word-missing");
      case CANNOT -> t("models.word-cannot");
    };
  }

  private static String tag(LlmState.Doing doing) {
    return switch (doing) {
      case ANSWERS -> "positive";
      case NOT_ASKED, OFF -> "";
      case RESTS, MODEL_MISSING, CANNOT -> "caution";
    };
  }

  static String leaving(List<LlmState> backends, List<LlmState> away) {
    if (backends.stream().noneMatch(each -> each.named().enabled())) {
      return t("models.nothing-sent");
    }
    if (away.isEmpty()) {
      return t("models.nothing-leaves");
    }
    return t(
        "models.something-leaves",
        "names",
        away.stream().map(LlmState::name).collect(Collectors.joining(", ")),
        "count",
        away.size());
  }

  static List<ModelsPage.Order> orders(LlmPlan plan) {
    return Arrays.stream(Chain.values())
        .map(
            chain ->
                new ModelsPage.Order(
                    chain.name().toLowerCase(Locale.ROOT),
                    chain.label(),
                    plan.chains().containsKey(chain),
                    steps(plan, plan.order(chain))))
        .toList();
  }

  static List<ModelsPage.FeatureOrder> features(LlmPlan plan, List<LlmFeature> features) {
    var orders = new ArrayList<ModelsPage.FeatureOrder>();
    for (LlmFeature feature : features) {
      orders.add(
          order(plan, feature.key(), feature.title().get(), plan.order(feature.use().chain())));
    }
    // Whoever wrote the file may know of more than is there.
    plan.features().keySet().stream()
        .filter(key -> features.stream().noneMatch(each -> each.key().equals(key)))
        .forEach(key -> orders.add(order(plan, key, feature(key), plan.order(Chain.GENERAL))));
    return orders;
  }

  private static ModelsPage.FeatureOrder order(
      LlmPlan plan, String key, String label, List<String> usual) {
    List<String> own = plan.features().get(key);
    List<String> asked = own == null ? usual : own;
    return new ModelsPage.FeatureOrder(
        key,
        label,
        own != null,
        own == null ? t("models.as-usual") : String.join(", ", asked),
        steps(plan, asked),
        plan.backends().stream()
            .map(NamedBackend::name)
            .filter(name -> !asked.contains(name))
            .toList());
  }

  static ModelsPage.Speed speed(LlmSpeed speed, Times times) {
    return new ModelsPage.Speed(
        speed.backend(),
        speed.model(),
        seconds(speed.first()),
        speed.tokensPerSecond() > 0
            ? t("models.tokens-a-second", "number", Numbers.n(tenths(speed.tokensPerSecond())))
            : t("models.not-counted"),
        times.moment(speed.at()));
  }

  private static List<ModelsPage.Step> steps(LlmPlan plan, List<String> names) {
    var steps = new ArrayList<ModelsPage.Step>();
    for (int at = 0; at < names.size(); at++) {
      boolean on = plan.find(names.get(at)).filter(each -> each.enabled()).isPresent();
      steps.add(
          new ModelsPage.Step(
              names.get(at), at == 0, at == names.size() - 1, on ? "" : t("models.step-off")));
    }
    return steps;
  }

  static String trial(LlmTrial trial) {
    return t(
        "models.trial",
        "model",
        trial.model(),
        "first",
        seconds(trial.first()),
        "total",
        seconds(trial.total()),
        "speed",
        Math.round(trial.tokensPerSecond()));
  }

  static String seconds(Duration time) {
    return time.toMillis() < 1_000
        ? t("models.milliseconds", "number", time.toMillis())
        : time.toSeconds() < 600
            ? t("models.seconds", "number", Numbers.n(tenths(time.toMillis() / 1000.0)))
            : t("models.minutes", "number", time.toMinutes());
  }

  private static BigDecimal tenths(double number) {
    return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
  }

  static BackendPage.Listed listed(Model model) {
    var about = new ArrayList<String>();
    if (!model.name().equals(model.id())) {
      about.add(model.name());
    }
    model
        .bytes()
        .ifPresent(
            bytes ->
                about.add(
                    t("models.gigabytes", "number", Numbers.n(tenths(bytes / 1_000_000_000.0)))));
    model.contextTokens().ifPresent(tokens -> about.add(t("models.context", "count", tokens)));
    model.images().filter(sees -> sees).ifPresent(sees -> about.add(t("models.sees-pictures")));
    model
        .price()
        .ifPresent(
            price ->
                about.add(
                    t(
                        "models.price",
                        "currency",
                        price.currency().getCurrencyCode(),
                        "input",
                        Numbers.n(price.input()),
                        "output",
                        Numbers.n(price.output()))));
    return new BackendPage.Listed(model.id(), String.join(", ", about));
  }

  static ModelsPage.Spent spent(LlmTotal total) {
    long failed = total.calls() - total.answered();
    return new ModelsPage.Spent(
        feature(total.feature()),
        total.backend(),
        t("models.calls-of", "calls", total.calls(), "failed", failed),
        t("models.tokens-of", "in", total.inputTokens(), "out", total.outputTokens()),
        seconds(total.time()),
        total
            .cost()
            .map(cost -> "%.4f %s".formatted(cost, total.currency()))
            .orElse(total.left() > 0 ? t("models.cost-unknown") : t("models.cost-none")));
  }

  private static String feature(String key) {
    String words = key.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
