package dev.peregrine.host.discovery;

import dev.peregrine.api.board.BoardQuery;
import java.util.List;

/** A text as the words that {@link BoardQuery#words} makes of it, and phrases in it. */
final class Words {

  private Words() {}

  static List<String> of(String text) {
    return BoardQuery.words(text);
  }

  /** Whether the words of a phrase stand in a text one after the other. */
  static boolean contain(List<String> text, List<String> phrase) {
    if (phrase.isEmpty()) {
      return false;
    }
    for (int start = 0; start + phrase.size() <= text.size(); start++) {
      if (text.get(start).equals(phrase.getFirst())
          && text.subList(start, start + phrase.size()).equals(phrase)) {
        return true;
      }
    }
    return false;
  }
}
