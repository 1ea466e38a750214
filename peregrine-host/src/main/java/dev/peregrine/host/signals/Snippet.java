package dev.peregrine.host.signals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sentence of a mail that says most. */
public final class Snippet {

  private static final int LONGEST = 180;
  private static final int SHORTEST = 15;
  private static final int LOOKED_AT = 20_000;

  /** The point of "26. November" and of "Dr. Möller" ends nothing. */
  private static final Pattern END =
      Pattern.compile("(?<=[!?…]|(?<!\\b\\d{1,2}|\\b\\p{Lu}\\p{Ll}?)\\.)\\s+|\\n\\s*\\n");

  private Snippet() {}

  /**
   * The sentence with the words that decided, else the first one that is more than a greeting.
   *
   * @param evidence the weightiest first
   */
  public static String of(String text, List<String> evidence) {
    List<String> sentences =
        END.splitAsStream(text.substring(0, Math.min(LOOKED_AT, text.length())))
            .map(part -> part.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip())
            .filter(part -> !part.isEmpty())
            .toList();
    return evidence.stream()
        .flatMap(words -> with(words, sentences).stream())
        .findFirst()
        .or(() -> first(sentences))
        .map(Snippet::cut)
        .orElse("");
  }

  private static Optional<String> with(String words, List<String> sentences) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return sentences.stream()
        .filter(sentence -> sentence.toLowerCase(Locale.ROOT).contains(wanted))
        .findFirst();
  }

  private static Optional<String> first(List<String> sentences) {
    return Stream.concat(
            sentences.stream()
                .filter(sentence -> sentence.length() >= SHORTEST)
                .filter(sentence -> sentence.matches(".*[.!?…]")),
            sentences.stream())
        .findFirst();
  }

  private static String cut(String sentence) {
    if (sentence.length() <= LONGEST) {
      return sentence;
    }
    int space = sentence.lastIndexOf(' ', LONGEST);
    return sentence.substring(0, space < LONGEST / 2 ? LONGEST : space) + " …";
  }
}
