package dev.peregrine.host.setup;

import java.util.List;

/**
 * What the machine can do.
 *
 * @param looking what is being looked at; empty when it is done
 * @param profile the compose profile that fits
 * @param reason why that one
 */
record HardwareStepPage(
    StepFrame frame, String looking, String profile, String reason, List<Line> lines) {

  /** One fact. */
  record Line(String title, boolean fine, String sentence) {}

  String token() {
    return frame.token();
  }
}
