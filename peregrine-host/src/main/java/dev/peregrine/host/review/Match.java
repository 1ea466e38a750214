package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.scoring.Reason;
import dev.peregrine.api.scoring.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A match score as a page shows it: number, word and fill, and the terms that add up to it.
 *
 * @param number 0 to 100, empty for "not scored"
 * @param why one sentence where there is no number
 * @param terms what made it, the largest first
 * @param most the most points of a term
 * @param gaps what the posting wants and the résumé lacks
 */
public record Match(
    Optional<Integer> number, String why, List<Term> terms, long most, List<String> gaps) {

  /**
   * A part of the score.
   *
   * @param points whole points, so that all of them add up to the number
   */
  public record Term(String name, String where, int points) {}

  private static final int STRONG = 70;
  private static final int GOOD = 50;
  private static final int PARTIAL = 30;

  public static Match of(Optional<Score> score) {
    return score
        .map(
            given ->
                switch (given) {
                  case Score.Match match -> of(match);
                  case Score.None none ->
                      new Match(Optional.empty(), none.why(), List.of(), 0, List.of());
                })
        .orElseGet(() -> new Match(Optional.empty(), "", List.of(), 0, List.of()));
  }

  /** Of a row, which knows only the number. */
  public static Match of(Optional<Double> score, boolean unscorable) {
    return new Match(
        score.map(value -> (int) Math.round(value)),
        unscorable ? t("review.too-little-text") : "",
        List.of(),
        0,
        List.of());
  }

  private static Match of(Score.Match match) {
    int number = (int) Math.round(match.value());
    List<Term> terms = wholePoints(match.reasons(), number);
    long most = terms.stream().mapToLong(Term::points).max().orElse(0);
    return new Match(Optional.of(number), "", terms, Math.max(most, 1), match.gaps());
  }

  // Rounding each alone would not add up: the largest remainders are rounded up until it does.
  private static List<Term> wholePoints(List<Reason> reasons, int number) {
    List<Reason> sorted =
        reasons.stream().sorted(Comparator.comparingDouble(Reason::weight).reversed()).toList();
    int[] points = sorted.stream().mapToInt(r -> (int) Math.floor(r.weight())).toArray();
    double sum = sorted.stream().mapToDouble(Reason::weight).sum();
    int left =
        (Math.abs(sum - number) <= 1 ? number : (int) Math.round(sum)) - IntStream.of(points).sum();
    List<Integer> byRemainder =
        IntStream.range(0, points.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> points[i] - sorted.get(i).weight()))
            .toList();
    for (int i = 0; i < Math.min(left, points.length); i++) {
      points[byRemainder.get(i)]++;
    }
    var terms = new ArrayList<Term>();
    for (int i = 0; i < points.length; i++) {
      terms.add(new Term(sorted.get(i).term(), sorted.get(i).where(), points[i]));
    }
    // What lowers a score much is as telling as what raises it.
    terms.sort(Comparator.comparingInt((Term term) -> Math.abs(term.points())).reversed());
    return terms;
  }

  public List<Term> first(int many) {
    return terms.stream().limit(many).toList();
  }

  /** How many terms are not among the first. */
  public int restTerms(int shown) {
    return Math.max(terms.size() - shown, 0);
  }

  /** What the number has beyond the first terms, so that the list adds up. */
  public int restPoints(int shown) {
    return number.orElse(0) - first(shown).stream().mapToInt(Term::points).sum();
  }

  public String band() {
    if (number.isEmpty()) {
      return "no-band";
    }
    int n = number.get();
    return n >= STRONG
        ? "strong-band"
        : n >= GOOD ? "good-band" : n >= PARTIAL ? "part-band" : "weak-band";
  }

  public String word() {
    return switch (band()) {
      case "strong-band" -> t("review.band-strong");
      case "good-band" -> t("review.band-good");
      case "part-band" -> t("review.band-part");
      case "weak-band" -> t("review.band-weak");
      default -> t("review.not-scored");
    };
  }

  public List<String> terms(int most) {
    return terms.stream().limit(most).map(Term::name).toList();
  }
}
