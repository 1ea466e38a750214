package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import java.util.Locale;

/** How far a step is. */
enum StepState {
  OPEN,
  LATER,
  DONE;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return t("setup.state-" + key());
  }

  static StepState of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
