package dev.peregrine.host.setup;

import java.util.Locale;

/** How far a step is. */
enum StepState {
  OPEN("Open"),
  LATER("Left for later"),
  DONE("Done");

  private final String label;

  StepState(String label) {
    this.label = label;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return label;
  }

  static StepState of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
