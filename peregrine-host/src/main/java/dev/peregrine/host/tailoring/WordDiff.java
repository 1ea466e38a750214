package dev.peregrine.host.tailoring;

import java.util.ArrayList;
import java.util.List;

/** What two texts have in common and what not, word by word. */
public final class WordDiff {

  /** A run of words; {@code changed} where the other text lacks them. */
  public record Run(int start, int end, boolean changed) {}

  private static final int LONGEST = 400;

  private WordDiff() {}

  /** The runs of the first text, against the second. */
  public static List<Run> of(String text, String other) {
    List<int[]> words = words(text);
    List<int[]> others = words(other);
    if (words.size() > LONGEST || others.size() > LONGEST) {
      return List.of(new Run(0, text.length(), !text.equals(other)));
    }
    boolean[] kept = kept(text, words, other, others);
    var runs = new ArrayList<Run>();
    int from = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i == words.size() || kept[i] != kept[i - 1]) {
        int end = i == words.size() ? text.length() : words.get(i)[0];
        runs.add(new Run(from, end, !kept[i - 1]));
        from = end;
      }
    }
    return runs;
  }

  private static List<int[]> words(String text) {
    var words = new ArrayList<int[]>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean blank = i == text.length() || Character.isWhitespace(text.charAt(i));
      if (blank && start >= 0) {
        words.add(new int[] {start, i});
        start = -1;
      } else if (!blank && start < 0) {
        start = i;
      }
    }
    return words;
  }

  /** Which words are in the longest sequence that both have. */
  private static boolean[] kept(String text, List<int[]> words, String other, List<int[]> others) {
    int[][] longest = new int[words.size() + 1][others.size() + 1];
    for (int i = words.size() - 1; i >= 0; i--) {
      for (int j = others.size() - 1; j >= 0; j--) {
        longest[i][j] =
            same(text, words.get(i), other, others.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    boolean[] kept = new boolean[words.size()];
    int i = 0;
    int j = 0;
    while (i < words.size() && j < others.size()) {
      if (same(text, words.get(i), other, others.get(j))) {
        kept[i++] = true;
        j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return kept;
  }

  private static boolean same(String text, int[] word, String other, int[] otherWord) {
    return word[1] - word[0] == otherWord[1] - otherWord[0]
        && text.regionMatches(word[0], other, otherWord[0], word[1] - word[0]);
  }
}
