package dev.peregrine.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds the pay period in the words around an amount or a range.
 *
 * @param tokens of the whole text
 * @param first amount of the range
 * @param last amount of the range; the same as the first where there is but one
 */
record SalaryPeriodText(List<SalaryToken> tokens, SalaryAmount first, SalaryAmount last) {

  /** How many tokens behind and before the amounts may tell the period. */
  private static final int NEAR = 12;

  private static final Set<String> PER =
      Set.of("per", "pro", "a", "an", "je", "each", "every", "par", "por", "al", "all", "na", "za");

  /** Behind a slash, or behind "p": "/h", "p.a.". */
  private static final Map<String, PayPeriod> LETTERS =
      Map.of(
          "y", PayPeriod.YEAR,
          "a", PayPeriod.YEAR,
          "an", PayPeriod.YEAR,
          "j", PayPeriod.YEAR,
          "m", PayPeriod.MONTH,
          "w", PayPeriod.WEEK,
          "d", PayPeriod.DAY,
          "h", PayPeriod.HOUR);

  /** Whether a token may stand in the words for a period. */
  static boolean isOfPeriod(SalaryToken token) {
    return token.isWord(PER)
        || token instanceof SalaryToken.Word word
            && (PayPeriodWords.name(word.text()).isPresent()
                || PayPeriodWords.manner(word.text()).isPresent()
                || LETTERS.containsKey(word.text()));
  }

  /**
   * The period that the text says, else what a rule of last resort says; empty where the text says
   * one that is not known here.
   */
  Optional<PayPeriod> period(Supplier<Optional<PayPeriod>> otherwise) {
    int behind = Math.min(tokens.size(), last.end() + NEAR);
    int before = Math.max(0, first.start() - NEAR);
    int[][] stretches = {
      {first.end(), last.start()}, {last.end(), behind}, {before, first.start()}
    };
    for (int[] stretch : stretches) {
      for (int i = stretch[0]; i < stretch[1] && !ends(i, stretch[0]); i++) {
        if (tokens.get(i) instanceof SalaryToken.Word word) {
          if (PayPeriodWords.isOtherTime(word.text())) {
            return Optional.empty();
          }
          Optional<PayPeriod> said = at(i, word.text(), stretch[0]);
          if (said.isPresent()) {
            return said;
          }
        }
      }
    }
    return otherwise.get();
  }

  /** What follows a comma, as in "$90k, paid weekly", or another amount speaks of another thing. */
  private boolean ends(int index, int start) {
    SalaryToken token = tokens.get(index);
    boolean before = index < first.start();
    return !before
        && (token.isMark(';')
            || token.isMark('|')
            || token.isMark('+')
            || token.isMark(',') && index > start
            || token instanceof SalaryToken.Money);
  }

  private Optional<PayPeriod> at(int index, String word, int start) {
    if (word.equals("lpa")) {
      return Optional.of(PayPeriod.YEAR);
    }
    Optional<PayPeriod> manner = PayPeriodWords.manner(word);
    if (manner.isPresent()) {
      return isName(index - 1) ? Optional.empty() : manner; // "40 hours weekly"
    }
    if (index == last.end() && word.equals("pm")) { // elsewhere it is a time of day
      return Optional.of(PayPeriod.MONTH);
    }
    boolean direct = index == start && start == last.end();
    Optional<PayPeriod> name = PayPeriodWords.name(word);
    if (name.isPresent() && (direct || isBehindPer(index))) {
      return name;
    }
    return isLetter(index, word) ? Optional.ofNullable(LETTERS.get(word)) : Optional.empty();
  }

  /** "per hour" and "per 1 hour", but not "40 hours per week". */
  private boolean isBehindPer(int index) {
    int at = index - 1;
    if (at > 0 && tokens.get(at) instanceof SalaryToken.Number) {
      at--;
    }
    return at >= 0 && (tokens.get(at).isMark('/') || tokens.get(at).isWord(PER)) && !isName(at - 1);
  }

  /** Whether there is a name such as "hours" that no amount stands before directly. */
  private boolean isName(int index) {
    return index > 0
        && index != last.end()
        && tokens.get(index) instanceof SalaryToken.Word word
        && PayPeriodWords.name(word.text()).isPresent();
  }

  /** "/h", "p.a.", "p/h", "par an". */
  private boolean isLetter(int index, String word) {
    if (index == 0) {
      return false;
    }
    SalaryToken before = tokens.get(index - 1);
    boolean nameFollows =
        index + 1 < tokens.size()
            && tokens.get(index + 1) instanceof SalaryToken.Word next
            && PayPeriodWords.name(next.text()).isPresent();
    if (nameFollows) { // "/ an hour"
      return false;
    }
    return before.isMark('/')
        || before.isWord(Set.of("p"))
        || word.equals("an") && before.isWord(Set.of("par"))
        || before.isMark('.') && index > 1 && tokens.get(index - 2).isWord(Set.of("p"));
  }
}
