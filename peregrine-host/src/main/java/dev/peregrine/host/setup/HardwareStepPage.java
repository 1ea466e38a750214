package dev.peregrine.host.setup;

import java.util.List;

/**
 * What the machine can do.
 *
 * @param looking what is being looked at; empty when it is done
 * @param profile the compose profile that fits
 * @param reason why that one
 * @param found servers of language models that run here and are not set up
 */
record HardwareStepPage(
    StepFrame frame,
    String looking,
    String profile,
    String reason,
    List<Line> lines,
    List<FoundModels.Found> found) {

  /** One fact. */
  record Line(String title, boolean fine, String sentence) {}

  String token() {
    return frame.token();
  }
}
