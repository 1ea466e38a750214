package dev.peregrine.plugin.board.personio;

import dev.peregrine.api.board.Employer;
import java.util.List;
import java.util.Optional;

/**
 * Employers to search until the person names some: ones whose pages on Personio are public. One
 * that moves to another system is merely reported as unknown.
 */
final class Starters {

  static final List<Employer> EMPLOYERS =
      List.of(
          named("bridgingit", "bridgingIT"),
          named("cozwei-gmbh", "Cozwei"),
          named("yager", "YAGER"),
          named("yapeal-ag", "YAPEAL"));

  private Starters() {}

  private static Employer named(String slug, String name) {
    return new Employer(slug, Optional.of(name));
  }
}
