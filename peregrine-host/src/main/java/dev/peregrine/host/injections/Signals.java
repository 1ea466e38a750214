package dev.peregrine.host.injections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Words without which a group of patterns finds nothing, and the places of a text around them. */
record Signals(List<Signal> words) {

  /** The longest that a pattern reaches to either side of its word. */
  private static final int REACH = 340;

  /** A part of a text. */
  record Stretch(int from, int to) {}

  private record Signal(String text, boolean isWord) {

    int next(String text, int from) {
      int at = text.indexOf(this.text, from);
      while (at >= 0 && isWord && !standsAlone(text, at)) {
        at = text.indexOf(this.text, at + 1);
      }
      return at;
    }

    private boolean standsAlone(String text, int at) {
      int end = at + this.text.length();
      return (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
  }

  /**
   * @param words apart by bars; with an equals sign before it, one counts as a whole word only
   */
  static Signals of(String words) {
    return new Signals(
        Arrays.stream(words.split("\\|"))
            .map(
                word ->
                    word.startsWith("=")
                        ? new Signal(word.substring(1), true)
                        : new Signal(word, false))
            .toList());
  }

  /** The places around the words, in order and apart from one another. */
  List<Stretch> around(String text) {
    var found = new ArrayList<Stretch>();
    for (Signal signal : words) {
      int at = signal.next(text, 0);
      while (at >= 0) {
        int to = Math.min(text.length(), at + REACH);
        found.add(new Stretch(Math.max(0, at - REACH), to));
        at = signal.next(text, at + 1);
      }
    }
    found.sort(Comparator.comparingInt(Stretch::from));
    var apart = new ArrayList<Stretch>();
    for (Stretch each : found) {
      if (!apart.isEmpty() && each.from() <= apart.getLast().to()) {
        Stretch before = apart.removeLast();
        apart.add(new Stretch(before.from(), Math.max(before.to(), each.to())));
      } else {
        apart.add(each);
      }
    }
    return apart;
  }
}
