package dev.peregrine.plugin.board.lever;

import dev.peregrine.api.board.Employer;
import java.util.List;
import java.util.Optional;

/**
 * Employers to search until the person names some: well-known ones whose pages on Lever are public.
 * One that moves to another system is merely reported as unknown.
 */
final class Starters {

  static final List<Employer> EMPLOYERS =
      List.of(
          named("binance", "Binance"),
          named("blablacar", "BlaBlaCar"),
          named("contentsquare", "Contentsquare"),
          named("coupa", "Coupa"),
          named("jumpcloud", "JumpCloud"),
          named("matchgroup", "Match Group"),
          named("mistral", "Mistral AI"),
          named("octoenergy", "Octopus Energy"),
          named("palantir", "Palantir"),
          named("pigment", "Pigment"),
          named("plaid", "Plaid"),
          named("qonto", "Qonto"),
          named("shieldai", "Shield AI"),
          named("sonarsource", "Sonar"),
          named("spotify", "Spotify"),
          named("swile", "Swile"),
          named("veeva", "Veeva"),
          named("wealthfront", "Wealthfront"),
          named("whoop", "WHOOP"),
          named("zoox", "Zoox"));

  private Starters() {}

  private static Employer named(String slug, String name) {
    return new Employer(slug, Optional.of(name));
  }
}
