package dev.peregrine.plugin.scorer.keywords;

import dev.peregrine.api.scoring.Reason;
import dev.peregrine.api.scoring.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns a comparison into a score that a person can read. */
final class Explanation {

  private static final int MAX_GAPS = 10;

  /**
   * Cosines of good matches lie near .28 and of strangers below .1. The curve 1 − e^(−4.3 c)
   * spreads them over the scale that people know (70 strong, 50 good, 30 partial); it keeps the
   * order.
   */
  private static final double STEEPNESS = 4.3;

  private Explanation() {}

  static Score of(Comparison comparison, Advertisement advertisement) {
    int tenths = (int) Math.round(1000 * spread(comparison.cosine()));
    return new Score.Match(
        tenths / 10.0, reasons(tenths, comparison.shared()), gaps(comparison, advertisement));
  }

  private static double spread(double cosine) {
    return Math.min(1, Math.expm1(-STEEPNESS * cosine) / Math.expm1(-STEEPNESS));
  }

  private static List<Reason> reasons(int total, List<Comparison.Shared> shared) {
    List<Comparison.Shared> sorted =
        shared.stream()
            .sorted(
                Comparator.comparingDouble((Comparison.Shared word) -> -word.share())
                    .thenComparing(word -> word.term().key()))
            .toList();
    int[] tenths = Points.tenths(total, sorted.stream().map(Comparison.Shared::share).toList());
    var reasons = new ArrayList<Reason>();
    for (int i = 0; i < tenths.length; i++) {
      if (tenths[i] > 0) {
        Term term = sorted.get(i).term();
        reasons.add(new Reason(term.written(), tenths[i] / 10.0, term.part().where()));
      }
    }
    return reasons;
  }

  private static List<String> gaps(Comparison comparison, Advertisement advertisement) {
    return comparison.missing().stream()
        .filter(Term::tells)
        .filter(term -> !advertisement.names().contains(term.key()))
        .filter(term -> !WordLists.SHIPPED.common().contains(term.key()))
        .map(term -> new Gap(term, importance(term)))
        .sorted(Gap.MOST_IMPORTANT_FIRST)
        .limit(MAX_GAPS)
        .map(gap -> gap.term.written())
        .toList();
  }

  /** A missing word with its importance, which would else be asked for at every comparison. */
  private record Gap(Term term, double importance) {

    static final Comparator<Gap> MOST_IMPORTANT_FIRST =
        Comparator.comparingDouble((Gap gap) -> -gap.importance)
            .thenComparing(gap -> gap.term.key());
  }

  /** A word that is asked for, or that looks like the name of a skill, is missed more. */
  private static double importance(Term term) {
    double asked = term.part() == Part.TEXT ? 1 : 1.5;
    return term.frequency() * asked * (looksLikeSkill(term.written()) ? 2 : 1);
  }

  /** {@code GraphQL}, {@code AWS}, {@code C++}; not a {@code HEADING} in capitals. */
  private static boolean looksLikeSkill(String written) {
    boolean lower = true;
    boolean upper = Character.isUpperCase(written.charAt(0));
    for (int i = 1; i < written.length(); i++) {
      lower &= Character.isLowerCase(written.charAt(i));
      upper &= Character.isUpperCase(written.charAt(i));
    }
    boolean shouted = upper && written.length() > 6;
    return !lower && !shouted;
  }
}
