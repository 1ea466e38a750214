package dev.peregrine.host.setup;

/**
 * The choice of a language model.
 *
 * @param has whether there is one
 */
record InferenceStepPage(StepFrame frame, boolean has) {

  String token() {
    return frame.token();
  }
}
