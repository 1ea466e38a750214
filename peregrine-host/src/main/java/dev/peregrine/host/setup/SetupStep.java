package dev.peregrine.host.setup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps of setup, in their order. Each can wait, and none needs another. */
enum SetupStep {
  HARDWARE("This machine", "What it can do for a language model of your own"),
  TIER("Tier", "What is open to you, and a licence key if you have one"),
  IDENTITY("You", "What forms and letters ask for"),
  RESUME("Résumé", "With it, each job says how well it fits"),
  INFERENCE("Language model", "For drafts and research; everything else works without"),
  SEARCH("Search", "What work, where, and on which boards"),
  INTEGRATIONS("Integrations", "Calendars, notes and the like");

  private final String title;
  private final String about;

  SetupStep(String title, String about) {
    this.title = title;
    this.about = about;
  }

  /** As the table and addresses write it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String path() {
    return "/setup/" + key();
  }

  String title() {
    return title;
  }

  String about() {
    return about;
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
