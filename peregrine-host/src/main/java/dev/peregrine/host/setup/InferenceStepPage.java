package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.llm.LlmState;
import java.util.List;
import java.util.Optional;

/**
 * The choice of a language model.
 *
 * @param problem what is wrong with the file of models; empty for nothing
 * @param backends those that are set up
 * @param found servers that run here and are not set up
 * @param machine whether one can run on the machine of whoever asks
 * @param looking whether it is still being looked for them
 * @param hasOllama whether Ollama runs
 * @param kinds what can be added
 * @param tried what one of the backends just answered
 * @param form to add one
 */
record InferenceStepPage(
    StepFrame frame,
    String problem,
    List<Line> backends,
    List<FoundModels.Found> found,
    boolean machine,
    boolean looking,
    boolean hasOllama,
    List<Kind> kinds,
    Optional<ModelTried> tried,
    Optional<ModelForm> form) {

  /** A backend. */
  record Line(String name, boolean leaves, String about, String said) {

    static Line of(LlmState state) {
      String model = state.named().isAuto() ? t("setup.its-model") : state.named().model();
      String kind = state.kindName();
      String reach = state.reach().said();
      return new Line(
          state.name(),
          state.reach().leaves(),
          state.host().isEmpty()
              ? t("setup.backend-here", "kind", kind, "model", model, "reach", reach)
              : t(
                  "setup.backend",
                  "kind",
                  kind,
                  "host",
                  state.host(),
                  "model",
                  model,
                  "reach",
                  reach),
          state.sentence());
    }
  }

  /** What can be added. */
  record Kind(String type, String name) {}

  Optional<ModelTried> tried(String name) {
    return tried.filter(each -> each.name().equals(name));
  }

  String token() {
    return frame.token();
  }
}
