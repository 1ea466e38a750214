package dev.peregrine.host.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A job's title as texts name it. */
public final class NamedTitle {

  /** Words between those of a title, such as "Engineer (Backend), Payments team". */
  private static final int SLACK = 2;

  private final Set<String> words;

  public NamedTitle(String title) {
    words = Set.copyOf(TitleKey.of(title).words());
  }

  /** A text's words, to be asked for several titles. */
  public static List<String> words(String text) {
    return TitleKey.inOrder(text);
  }

  /** How many words it has without those that say nothing. */
  public int length() {
    return words.size();
  }

  /** Whether all its words are among others, wherever they stand. */
  public boolean isWithin(Set<String> others) {
    return others.containsAll(words);
  }

  /** How much of it stands together somewhere in a text of {@link #words}, from 0 to 1. */
  public double standsIn(List<String> text) {
    int window = words.size() + SLACK;
    int most = 0;
    for (int start = 0; start < text.size() && most < words.size(); start++) {
      if (words.contains(text.get(start))) {
        var found = new HashSet<String>();
        for (int at = start; at < text.size() && at < start + window; at++) {
          if (words.contains(text.get(at))) {
            found.add(text.get(at));
          }
        }
        most = Math.max(most, found.size());
      }
    }
    return words.isEmpty() ? 0 : (double) most / words.size();
  }
}
