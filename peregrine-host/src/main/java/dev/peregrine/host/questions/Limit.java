package dev.peregrine.host.questions;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an answer may be.
 *
 * @param most 1 or more
 */
public record Limit(int most, Unit unit) {

  /** What is counted. */
  public enum Unit {
    WORDS,
    /** As forms count: with blanks. */
    CHARACTERS;

    /** Its word in tables and forms. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The unit of that word; characters for any other. */
    public static Unit of(String key) {
      return key.equals("words") ? WORDS : CHARACTERS;
    }
  }

  private static final int LARGEST = 100_000;
  private static final String NUMBER = "(\\d{1,3}(?:[.,'’ \\u202F\\u00A0]\\d{3})+|\\d{1,6})";
  private static final String UNIT =
      "(words?|w[oö]rter(?:n)?|mots|palabras|parole|characters?|chars?|zeichen|caract[eè]res|caracteres|caratteri)";

  /** "Max. 150 words", "(500 characters)", "100–200 words": the last number counts. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?:" + NUMBER + "\\s*(?:-|–|to|bis|and|und)\\s*)?" + NUMBER + "[\\s-]*" + UNIT,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern LEAST =
      Pattern.compile(
          "(?:at least|minimum(?: of)?|min\\.?|no(?:t)? less than|(?<!no )(?<!not )more"
              + " than|mindestens|wenigstens)\\s*$",
          Pattern.CASE_INSENSITIVE);

  public Limit {
    if (most < 1 || most > LARGEST) {
      throw new IllegalArgumentException(
          "Limit \"%d\": expected 1 to %,d.".formatted(most, LARGEST));
    }
  }

  /** What a question says of how long its answer may be. */
  public static Optional<Limit> in(String question) {
    Matcher said = SAID.matcher(question);
    Optional<Limit> found = Optional.empty();
    while (said.find()) {
      boolean least =
          said.group(1) == null && LEAST.matcher(question.substring(0, said.start())).find();
      int most = Integer.parseInt(said.group(2).replaceAll("\\D", ""));
      if (!least && most >= 1 && most <= LARGEST) {
        found = Optional.of(new Limit(most, unit(said.group(3))));
      }
    }
    return found;
  }

  private static Unit unit(String word) {
    return word.toLowerCase(Locale.ROOT).matches("w.*|mots|palabras|parole")
        ? Unit.WORDS
        : Unit.CHARACTERS;
  }

  /** How much of it a text has. */
  public int count(String text) {
    return switch (unit) {
      case WORDS -> words(text);
      case CHARACTERS -> text.strip().codePointCount(0, text.strip().length());
    };
  }

  /** The words of a text. */
  public static int words(String text) {
    String plain = text.strip();
    return plain.isEmpty() ? 0 : plain.split("\\s+").length;
  }

  /** Whether a text is short enough. */
  public boolean holds(String text) {
    return count(text) <= most;
  }

  /** The whole sentences of a text that fit; at least one, however long. */
  public String cut(String text) {
    String plain = text.strip();
    if (holds(plain)) {
      return plain;
    }
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(plain);
    int kept = 0;
    for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
      if (kept > 0 && !holds(plain.substring(0, end))) {
        break;
      }
      kept = end;
    }
    return plain.substring(0, kept).strip();
  }
}
