package dev.peregrine.host.mcp;

import java.util.regex.Pattern;

/**
 * A text that somebody else wrote: an employer, the sender of a mail, a page. It leaves only
 * between marks that nobody can guess, so that a model takes it as data.
 */
record Foreign(String text) {

  private static final int LONGEST = 20_000;
  private static final int LINE = 300;
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\s]+");

  Foreign {
    text = cut(text, LONGEST);
  }

  /** A shorter one, of which the beginning is enough. */
  static Foreign cutAt(String text, int longest) {
    return new Foreign(cut(text, longest));
  }

  /** A name or a title: one line of what a person would see of it. */
  static String line(String text) {
    return cut(UNSEEN.matcher(text).replaceAll(" ").strip(), LINE);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + " … (%d more characters)".formatted(text.length() - end);
  }
}
