package dev.peregrine.host.settings;

import dev.peregrine.api.llm.Model;
import dev.peregrine.host.config.Chain;
import dev.peregrine.host.config.LlmPlan;
import dev.peregrine.host.llm.LlmState;
import dev.peregrine.host.llm.LlmTotal;
import dev.peregrine.host.llm.LlmTrial;
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
    String model = state.named().isAuto() ? "the model it has" : state.named().model();
    String host = state.host().isEmpty() ? "" : " at " + state.host();
    return new ModelsPage.Line(
        state.name(),
        state.named().enabled(),
        word(state.doing()),
        tag(state.doing()),
        state.reach().leaves(),
        "%s%s with %s. What it is sent %s."
            .formatted(state.kindName(), host, model, state.reach().said()),
        state.sentence());
  }

  private static String word(LlmState.Doing doing) {
    return switch (doing) {
      case ANSWERS -> "Answers";
      case NOT_ASKED -> "On";
      case OFF -> "Off";
      case RESTS -> "Rests";
      case CANNOT -> "Cannot be asked";
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
      return "No model is asked, so nothing is sent to one.";
    }
    if (away.isEmpty()) {
      return "Nothing that a model is asked leaves your network.";
    }
    return "What %s asked leaves your network: the posting, and of your résumé, letters and answers what the question needs. Keys, mail and your database never do."
        .formatted(
            away.stream().map(each -> "“" + each.name() + "”").collect(Collectors.joining(" and "))
                + (away.size() == 1 ? " is" : " are"));
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
              names.get(at), at == 0, at == names.size() - 1, on ? "" : "switched off"));
    }
    return steps;
  }

  static String trial(LlmTrial trial) {
    String speed =
        trial.tokensPerSecond() > 0
            ? ", %.0f tokens a second".formatted(trial.tokensPerSecond())
            : "";
    return "%s answered: the first word after %s, all of it after %s%s."
        .formatted(trial.model(), seconds(trial.first()), seconds(trial.total()), speed);
  }

  static String seconds(Duration time) {
    return time.toMillis() < 1_000
        ? time.toMillis() + " ms"
        : time.toSeconds() < 600
            ? "%.1f s".formatted(time.toMillis() / 1000.0)
            : time.toMinutes() + " min";
  }

  static BackendPage.Listed listed(Model model) {
    var about = new ArrayList<String>();
    if (!model.name().equals(model.id())) {
      about.add(model.name());
    }
    model.bytes().ifPresent(bytes -> about.add("%.1f GB".formatted(bytes / 1_000_000_000.0)));
    model.contextTokens().ifPresent(tokens -> about.add("%,d tokens of context".formatted(tokens)));
    model.images().filter(sees -> sees).ifPresent(sees -> about.add("sees pictures"));
    model
        .price()
        .ifPresent(
            price ->
                about.add(
                    "%s %s / %s for a million tokens"
                        .formatted(
                            price.currency().getCurrencyCode(),
                            price.input().toPlainString(),
                            price.output().toPlainString())));
    return new BackendPage.Listed(model.id(), String.join(", ", about));
  }

  static ModelsPage.Spent spent(LlmTotal total) {
    long failed = total.calls() - total.answered();
    return new ModelsPage.Spent(
        feature(total.feature()),
        total.backend(),
        "%,d".formatted(total.calls()) + (failed == 0 ? "" : ", %,d failed".formatted(failed)),
        "%,d in, %,d out".formatted(total.inputTokens(), total.outputTokens()),
        seconds(total.time()),
        total
            .cost()
            .map(cost -> "%.4f %s".formatted(cost, total.currency()))
            .orElse(total.left() > 0 ? "not known" : "none"));
  }

  private static String feature(String key) {
    String words = key.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
