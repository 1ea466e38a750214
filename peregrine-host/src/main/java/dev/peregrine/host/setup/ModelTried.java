package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.llm.LlmTrial;
import java.time.Duration;

/**
 * What a model answered to a real question.
 *
 * @param name of the backend; empty for one that is not stored
 * @param sentence how fast it was, or why there is no answer
 * @param answer empty where there is none
 */
record ModelTried(String name, boolean good, String sentence, String answer) {

  static ModelTried of(String name, LlmTrial trial) {
    if (!trial.good()) {
      return new ModelTried(name, false, trial.text(), "");
    }
    String speed =
        trial.tokensPerSecond() > 0
            ? " " + t("setup.speed", "tokens", Math.round(trial.tokensPerSecond()))
            : "";
    return new ModelTried(
        name,
        true,
        t(
                "setup.answered",
                "model",
                trial.model(),
                "first",
                seconds(trial.first()),
                "total",
                seconds(trial.total()))
            + speed,
        trial.text());
  }

  private static String seconds(Duration time) {
    return time.toMillis() < 1_000
        ? time.toMillis() + " ms"
        : "%.1f s".formatted(time.toMillis() / 1000.0);
  }
}
