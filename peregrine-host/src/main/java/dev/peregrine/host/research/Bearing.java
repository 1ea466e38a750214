package dev.peregrine.host.research;

import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.resumes.Fold;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a source says what a sentence says: its numbers and names stand there, and most of its
 * telling words. It cannot see that a sentence turns the meaning round.
 */
final class Bearing {

  private static final Pattern NUMBER =
      Pattern.compile("\\d+(?:[.,'\\u2019\\u00a0 ]\\d{3})*(?:[.,]\\d+)?");
  private static final Pattern NAME =
      Pattern.compile("(?U)(?<=[\\p{L}\\p{N},;:)'\\u2019\"\\u201c] )\\p{Lu}[\\p{L}\\p{N}&-]{2,}");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int TELLING = 4;
  private static final int STEM = 5;
  private static final double MOST = 0.6;

  private final String folded;
  private final Set<String> numbers;
  private final Set<String> stems;
  private final Set<String> common;
  private final boolean german;

  /**
   * @param said all that the named sources say
   * @param company whose name tells nothing, since it stands everywhere; may be empty
   */
  Bearing(String said, String company) {
    this.common = stems(company);
    this.folded = ' ' + BETWEEN.matcher(Fold.same(said)).replaceAll(" ") + ' ';
    this.numbers = numbers(said);
    this.stems = stems(said);
    this.german = EvidenceCheck.isGerman(said);
  }

  boolean bears(String sentence) {
    if (!numbers.containsAll(numbers(sentence)) || !hasNames(sentence)) {
      return false;
    }
    Set<String> wanted = stems(sentence);
    wanted.removeAll(common);
    long there = wanted.stream().filter(stems::contains).count();
    if (EvidenceCheck.isGerman(sentence) != german) {
      // Said in another language: names and numbers are all that can be compared.
      return !numbers(sentence).isEmpty() || NAME.matcher(sentence).find();
    }
    return !wanted.isEmpty() && there >= MOST * wanted.size();
  }

  /** Whether a sentence is about the same: several of its telling words stand there. */
  boolean sharesWith(String sentence) {
    return shared(sentence) >= 2;
  }

  /** How many of its telling words stand there. */
  long shared(String sentence) {
    return stems(sentence).stream()
        .filter(stem -> stems.contains(stem) && !common.contains(stem))
        .count();
  }

  /** German writes all nouns with capitals, so there names cannot be told from them. */
  private boolean hasNames(String sentence) {
    if (EvidenceCheck.isGerman(sentence)) {
      return true;
    }
    Matcher name = NAME.matcher(sentence);
    while (name.find()) {
      String word = BETWEEN.matcher(Fold.same(name.group())).replaceAll(" ").strip();
      if (!folded.contains(" " + word + " ") && !folded.contains(" " + word + "s ")) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> numbers(String text) {
    var numbers = new HashSet<String>();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      String bare = number.group().replaceAll("[^0-9]", "");
      numbers.add(bare.replaceFirst("^0+(?=\\d)", ""));
    }
    return numbers;
  }

  private static Set<String> stems(String text) {
    var stems = new HashSet<String>();
    for (String word : BETWEEN.split(Fold.same(text), -1)) {
      if (word.length() >= TELLING && !word.chars().allMatch(Character::isDigit)) {
        stems.add(word.substring(0, Math.min(STEM, word.length())));
      }
    }
    return stems;
  }
}
