package dev.peregrine.host.setup;

import java.util.List;

/** The integrations that are installed. */
record IntegrationsStepPage(StepFrame frame, List<Line> lines) {

  /**
   * One of them.
   *
   * @param said how it stands, as a sentence
   * @param button what leads on, and {@code path} where
   */
  record Line(
      String name, String said, boolean connected, boolean locked, String button, String path) {}

  String token() {
    return frame.token();
  }
}
