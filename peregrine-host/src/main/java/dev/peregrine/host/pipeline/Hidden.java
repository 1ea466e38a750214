package dev.peregrine.host.pipeline;

/**
 * Why a posting is not shown in review.
 *
 * @param rule one of {@code title, location, remote, age, pay, type, blocklist, excluded-word}
 * @param detail the word, place or number that decided
 */
public record Hidden(String rule, String detail) {

  public Hidden {
    if (rule.isBlank()) {
      throw new IllegalArgumentException("A hidden posting has no rule.");
    }
  }
}
