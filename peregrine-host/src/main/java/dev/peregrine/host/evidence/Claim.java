package dev.peregrine.host.evidence;

import java.util.Optional;

/**
 * Something that a text says of the person.
 *
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 * @param text the words themselves
 * @param fact what bears it out; empty: nothing in the résumé does
 * @param why for people: why it is not borne out, and what to do; blank where it is
 */
public record Claim(
    ClaimKind kind, int start, int end, String text, Optional<Fact> fact, String why) {

  public Claim {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "Claim \"%s\" from %d to %d: expected at least one character."
              .formatted(text, start, end));
    }
    if (fact.isEmpty() == why.isBlank()) {
      throw new IllegalArgumentException(
          "Claim \"%s\": expected either a fact or a reason.".formatted(text));
    }
  }

  /** Whether the résumé bears it out. */
  public boolean isSupported() {
    return fact.isPresent();
  }
}
