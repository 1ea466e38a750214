package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps of setup, in their order. Each can wait, and none needs another. */
enum SetupStep {
  HARDWARE,
  TIER,
  IDENTITY,
  RESUME,
  INFERENCE,
  SEARCH,
  INTEGRATIONS;

  /** As the table and addresses write it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String path() {
    return "/setup/" + key();
  }

  String title() {
    return t("setup.step-" + key());
  }

  String about() {
    return t("setup.about-" + key());
  }

  int number() {
    return ordinal() + 1;
  }

  static Optional<SetupStep> find(String key) {
    return Stream.of(values()).filter(step -> step.key().equals(key)).findFirst();
  }

  static List<SetupStep> all() {
    return List.of(values());
  }
}
