package dev.peregrine.host.evidence;

import dev.peregrine.host.resumes.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word where it stands.
 *
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 * @param written as it stands there
 * @param folded in lower case without accents
 */
record Word(int start, int end, String written, String folded) {

  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}+#]*(?:[.&'’/*:-][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}+#]*)*"
              + "|\\.(?i:net)\\b");
  private static final Pattern POSSESSIVE = Pattern.compile("'s?$");

  static List<Word> of(String text) {
    return of(text, 0, text.length());
  }

  static List<Word> of(String text, int from, int to) {
    var words = new ArrayList<Word>();
    Matcher matcher = WORD.matcher(text).region(from, to);
    while (matcher.find()) {
      words.add(of(matcher.start(), matcher.group()));
    }
    return words;
  }

  private static Word of(int start, String found) {
    String folded = POSSESSIVE.matcher(Fold.same(found)).replaceAll("");
    String written = found.substring(0, folded.length());
    return new Word(start, start + written.length(), written, folded);
  }

  /** What it is compared by: without the endings of English and German, which are many. */
  String stem() {
    return Stem.of(folded);
  }

  boolean isCapitalised() {
    return Character.isUpperCase(written.charAt(0));
  }

  /** Whether it is written as names of products and abbreviations are: "MuleSoft", "AWS", "S3". */
  boolean looksMade() {
    boolean inner = false;
    boolean letter = false;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      letter |= Character.isLetter(c);
      inner |= i > 0 && (Character.isUpperCase(c) || Character.isDigit(c));
    }
    boolean joined = written.indexOf('-') >= 0 && !written.matches("\\p{Lu}{2,}-\\p{Lu}{2,}");
    return letter && inner && !joined && !Character.isDigit(written.charAt(0));
  }
}
