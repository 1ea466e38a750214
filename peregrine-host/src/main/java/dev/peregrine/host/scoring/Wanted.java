package dev.peregrine.host.scoring;

import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.scoring.Reason;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.config.Keyword;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What the person wants to read in postings, and what not, on top of what a scorer says: each word
 * that stands in one moves its score by the word's weight. The score stays between 0 and 100; where
 * it would leave these, the words' shares shrink evenly, so that the reasons still add up.
 */
record Wanted(List<Keyword> keywords) {

  private static final double MOST = 100;

  boolean isEmpty() {
    return keywords.isEmpty();
  }

  /** What scores depend on; nothing where there is no word, so that old scores hold. */
  String basis() {
    return keywords.isEmpty() ? "" : "\n" + keywords;
  }

  Score moved(Score score, Posting posting) {
    return switch (score) {
      case Score.Match match when !keywords.isEmpty() -> moved(match, posting);
      case Score.Match match -> match;
      case Score.None none -> none;
    };
  }

  private Score.Match moved(Score.Match match, Posting posting) {
    List<Reason> found = found(posting);
    double sum = found.stream().mapToDouble(Reason::weight).sum();
    if (found.isEmpty()) {
      return match;
    }
    double value = Math.clamp(match.value() + sum, 0, MOST);
    double share = sum == 0 ? 1 : (value - match.value()) / sum;
    var reasons = new ArrayList<Reason>(match.reasons());
    for (Reason reason : found) {
      reasons.add(
          new Reason(
              reason.term(), Math.round(reason.weight() * share * 10) / 10.0, reason.where()));
    }
    reasons.sort(Comparator.comparingDouble(Reason::weight).reversed());
    return new Score.Match(value, reasons, match.gaps());
  }

  private List<Reason> found(Posting posting) {
    List<String> title = BoardQuery.words(posting.title());
    List<String> tags = BoardQuery.words(String.join(" , ", posting.tags()));
    List<String> text = posting.description().map(BoardQuery::words).orElse(List.of());
    var found = new ArrayList<Reason>();
    for (Keyword keyword : keywords) {
      List<String> words = BoardQuery.words(keyword.word());
      String where =
          stands(title, words)
              ? "title"
              : stands(tags, words) ? "skills" : stands(text, words) ? "text" : "";
      if (!where.isEmpty()) {
        found.add(new Reason(keyword.word(), keyword.weight(), where));
      }
    }
    return found;
  }

  private static boolean stands(List<String> text, List<String> phrase) {
    return !phrase.isEmpty() && Collections.indexOfSubList(text, phrase) >= 0;
  }
}
