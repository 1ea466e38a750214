package dev.peregrine.host.letters;

import java.util.Locale;

/** How a letter is to be. */
public record LetterStyle(Locale language, Tone tone, Length length) {

  /** How it speaks. */
  public enum Tone {
    PLAIN,
    WARM,
    FORMAL
  }

  /** How long it is. */
  public enum Length {
    SHORT(2, 150),
    MEDIUM(3, 250),
    LONG(5, 380);

    private final int strengths;
    private final int words;

    Length(int strengths, int words) {
      this.strengths = strengths;
      this.words = words;
    }

    /** How many things out of the résumé it tells. */
    int strengths() {
      return strengths;
    }

    /** About how many words it has. */
    public int words() {
      return words;
    }
  }

  /** Plain and of medium length. */
  public static LetterStyle in(Locale language) {
    return new LetterStyle(language, Tone.PLAIN, Length.MEDIUM);
  }

  boolean isGerman() {
    return language.getLanguage().equals("de");
  }
}
