package dev.peregrine.plugin.board.teamtailor;

import dev.peregrine.api.board.Employer;
import java.util.List;
import java.util.Optional;

/**
 * Employers to search until the person names some: ones whose pages on Teamtailor are public. One
 * that moves to another system is merely reported as unknown.
 */
final class Starters {

  static final List<Employer> EMPLOYERS =
      List.of(
          named("career", "Teamtailor"),
          named("paradox-interactive", "Paradox Interactive"),
          named("upcloud", "UpCloud"),
          named("veoneerro", "Veoneer"));

  private Starters() {}

  private static Employer named(String slug, String name) {
    return new Employer(slug, Optional.of(name));
  }
}
