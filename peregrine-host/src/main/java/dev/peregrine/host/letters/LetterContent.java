package dev.peregrine.host.letters;

import dev.peregrine.host.letters.Letter.Against;
import dev.peregrine.host.letters.Letter.Origin;
import java.util.Optional;

/**
 * What a version of a letter is made of.
 *
 * @param against the résumé that it was made from
 * @param backend the person's name for who wrote it; empty where no model did
 * @param feedback what the person had asked to be changed
 */
public record LetterContent(
    Origin origin,
    String text,
    LetterStyle style,
    Optional<Against> against,
    String backend,
    String model,
    String feedback) {

  /** More is no letter. */
  public static final int LONGEST = 60_000;

  public LetterContent {
    text = plain(text);
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "The letter has %,d characters, expected at most %,d. Shorten it; what was saved before is still there."
              .formatted(text.length(), LONGEST));
    }
  }

  /** What the person wrote, or rules did. */
  public static LetterContent of(
      Origin origin, String text, LetterStyle style, Optional<Against> against) {
    return new LetterContent(origin, text, style, against, "", "", "");
  }

  private static String plain(String text) {
    String plain =
        text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
    return plain.isBlank() ? "" : plain;
  }
}
