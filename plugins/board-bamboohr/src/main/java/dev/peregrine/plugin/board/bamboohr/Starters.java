package dev.peregrine.plugin.board.bamboohr;

import dev.peregrine.api.board.Employer;
import java.util.List;
import java.util.Optional;

/**
 * Employers to search until the person names some: ones whose pages on BambooHR are public. One
 * that moves to another system is merely reported as unknown.
 */
final class Starters {

  static final List<Employer> EMPLOYERS =
      List.of(
          named("avidbots", "Avidbots"),
          named("flyio", "Fly.io"),
          named("giatecscientific", "Giatec Scientific"),
          named("lottiefiles", "LottieFiles"),
          named("solace", "Solace"));

  private Starters() {}

  private static Employer named(String slug, String name) {
    return new Employer(slug, Optional.of(name));
  }
}
