package dev.peregrine.host.apply;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What differs between two texts, word by word. */
final class TextDiff {

  private static final Pattern WORD = Pattern.compile("\\s+|[^\\s]+");

  private TextDiff() {}

  /** A piece of both texts, or of one of them. */
  record Piece(Side side, String text) {}

  /** Whose a piece is. */
  enum Side {
    BOTH,
    OLDER,
    NEWER
  }

  static List<Piece> of(String older, String newer) {
    List<String> before = words(older);
    List<String> after = words(newer);
    Patch<String> patch = DiffUtils.diff(before, after);
    var pieces = new ArrayList<Piece>();
    int at = 0;
    for (AbstractDelta<String> delta : patch.getDeltas()) {
      int from = delta.getSource().getPosition();
      add(pieces, Side.BOTH, before.subList(at, from));
      add(pieces, Side.OLDER, delta.getSource().getLines());
      add(pieces, Side.NEWER, delta.getTarget().getLines());
      at = from + delta.getSource().size();
    }
    add(pieces, Side.BOTH, before.subList(at, before.size()));
    return pieces;
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  private static void add(List<Piece> pieces, Side side, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(side, String.join("", words)));
    }
  }
}
