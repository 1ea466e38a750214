package dev.peregrine.api;

import java.math.BigDecimal;
import java.util.Set;

/** A piece of a text about pay. */
sealed interface SalaryToken {

  /** Whether a blank stands before it. */
  boolean spaced();

  /** A number, without what multiplies it. */
  record Number(BigDecimal value, boolean spaced) implements SalaryToken {}

  /**
   * A currency.
   *
   * @param code ISO 4217; {@code $} for the bare sign, which several countries use; {@code ?} for
   *     one that is not known
   */
  record Money(String code, boolean spaced) implements SalaryToken {}

  /** Letters, in lower case; also letters and digits that make one word, such as {@code h1b}. */
  record Word(String text, boolean spaced) implements SalaryToken {}

  /** Any other character. */
  record Mark(char sign, boolean spaced) implements SalaryToken {}

  /** Whether this is one of some words. */
  default boolean isWord(Set<String> words) {
    return this instanceof Word word && words.contains(word.text());
  }

  /** Whether this is that character. */
  default boolean isMark(char sign) {
    return this instanceof Mark mark && mark.sign() == sign;
  }
}
