package dev.peregrine.host.llm;

import java.net.URI;
import java.util.Optional;

/** Says how much the current tenant may have of models that are not their own. */
public interface LlmShare {

  /** As much as they like. */
  LlmShare ALL =
      new LlmShare() {
        @Override
        public Optional<String> refusal(URI model) {
          return Optional.empty();
        }

        @Override
        public void used(URI model, long tokens) {}
      };

  /**
   * Why a model is not asked any more, as a sentence that goes on after its name.
   *
   * @param model where it is
   */
  Optional<String> refusal(URI model);

  /** So many tokens went there and came from there. */
  void used(URI model, long tokens);
}
