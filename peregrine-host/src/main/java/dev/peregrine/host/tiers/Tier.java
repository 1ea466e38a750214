package dev.peregrine.host.tiers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much a person has, from the least to the most. */
public enum Tier {
  FREE("Free"),
  PAID("Paid"),
  PREMIUM("Premium"),
  /** Kept for later; no feature asks for it. */
  ULTRA("Ultra");

  private final String label;

  Tier(String label) {
    this.label = label;
  }

  /** As files, licences and commands write it, such as {@code paid}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As pages write it. */
  public String label() {
    return label;
  }

  /** The tier of that key; empty for anything else. */
  public static Optional<Tier> parse(String key) {
    for (Tier tier : values()) {
      if (tier.key().equals(key)) {
        return Optional.of(tier);
      }
    }
    return Optional.empty();
  }

  /** Those that somebody can try, the least first; the others open nothing yet. */
  public static List<Tier> toTry() {
    return List.of(FREE, PAID, PREMIUM);
  }

  /** The one that somebody who tries begins with. */
  public static Tier triedFirst() {
    return PAID;
  }

  /** Only {@link Features} asks: there is one gate. */
  boolean reaches(Tier least) {
    return compareTo(least) >= 0;
  }
}
