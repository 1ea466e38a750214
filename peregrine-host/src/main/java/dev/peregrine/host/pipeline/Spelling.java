package dev.peregrine.host.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Typed words against words that are there: the same, the beginning of one, or nearly one. */
public final class Spelling {

  /** How well a word fits: the whole, its beginning, something within; with typos, less. */
  private static final int WHOLE = 100;

  private static final int BEGINNING = 80;
  private static final int WITHIN = 60;
  private static final int NEARLY = 50;
  private static final int PER_TYPO = 12;

  private static final int SHORTEST_WITHIN = 3;
  private static final int SHORT = 3;
  private static final int MEDIUM = 5;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}+#]+");

  private Spelling() {}

  /** The words of a text, made comparable. */
  public static List<String> words(String text) {
    return plain(Folded.key(text));
  }

  /** The words of a text as they stand there. */
  static List<String> plain(String text) {
    var words = new ArrayList<String>();
    for (String word : BETWEEN_WORDS.split(text, -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /**
   * How well what was typed fits a text: 0 where a word of it fits none, else up to 100.
   *
   * @param typed and {@code there} come from {@link #words}
   */
  public static int fit(List<String> typed, List<String> there) {
    int sum = 0;
    for (String word : typed) {
      int best = 0;
      for (String candidate : there) {
        best = Math.max(best, fit(word, candidate));
      }
      if (best == 0) {
        return 0;
      }
      sum += best;
    }
    return typed.isEmpty() ? 0 : sum / typed.size();
  }

  private static int fit(String typed, String word) {
    if (word.equals(typed)) {
      return WHOLE;
    }
    if (word.startsWith(typed)) {
      return BEGINNING;
    }
    if (typed.length() >= SHORTEST_WITHIN && word.contains(typed)) {
      return WITHIN;
    }
    int allowed = typos(typed);
    int wrong = distance(typed, word, allowed);
    // Half a word with a typo in it is compared with as much of the other.
    int soFar = distanceToBeginning(typed, word, allowed - 1) + 1;
    wrong = Math.min(wrong, soFar);
    return wrong > allowed ? 0 : NEARLY - wrong * PER_TYPO;
  }

  /** How many letters may be wrong in a word of that length. */
  static int typos(String typed) {
    return typed.length() < SHORT ? 0 : typed.length() < MEDIUM ? 1 : 2;
  }

  /**
   * How many letters were left out, added, replaced or swapped with the next one.
   *
   * @param most where there are more, the answer is only that
   */
  static int distance(String one, String other, int most) {
    return Math.abs(one.length() - other.length()) > most
        ? most + 1
        : lastRow(one, other, most)[other.length()];
  }

  /** The same for the beginning of the other word that is nearest. */
  private static int distanceToBeginning(String one, String other, int most) {
    return Arrays.stream(lastRow(one, other, most)).min().orElse(most + 1);
  }

  /** How far one is from each beginning of the other. */
  private static int[] lastRow(String one, String other, int most) {
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] now = new int[other.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      now[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(replaced, 1 + Math.min(last[j], now[j - 1]));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          now[j] = Math.min(now[j], before[j - 2] + 1);
        }
        least = Math.min(least, now[j]);
      }
      if (least > most) {
        Arrays.fill(now, most + 1);
        return now;
      }
      int[] free = before;
      before = last;
      last = now;
      now = free;
    }
    return last;
  }
}
