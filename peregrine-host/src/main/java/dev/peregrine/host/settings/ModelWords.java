package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.llm.Model;
import dev.peregrine.host.config.Chain;
import dev.peregrine.host.config.LlmPlan;
import dev.peregrine.host.llm.LlmState;
import dev.peregrine.host.llm.LlmTotal;
import dev.peregrine.host.llm.LlmTrial;
import dev.peregrine.host.texts.Numbers;
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
        sentence(state));
  }

  private static String sentence(LlmState state) {
    return switch (state.doing()) {
      case ANSWERS -> t("models.is-answering");
      case NOT_ASKED -> t("models.is-not-asked");
      case OFF -> t("models.is-off");
      case RESTS, CANNOT -> state.sentence();
    };
  }

  private static String word(LlmState.Doing doing) {
    return switch (doing) {
      case ANSWERS -> t("models.word-answers");
      case NOT_ASKED -> t("models.word-on");
      case OFF -> t("models.word-off");
      case RESTS -> t("models.word-rests");
      case CANNOT -> t("models.word-cannot");
    };
  }

  private static String tag(LlmState.Doing doing) {
    return switch (doing) {
      case ANSWERS -> "positive";
      case NOT_ASKED, OFF -> "";
      case RESTS, CANNOT -> "caution";
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
