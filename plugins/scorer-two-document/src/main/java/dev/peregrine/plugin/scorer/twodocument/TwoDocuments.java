package dev.peregrine.plugin.scorer.twodocument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * TF-IDF over exactly two documents.
 *
 * @param terms the words that count, with their weights
 */
record TwoDocuments(List<Weighted> terms) {

  static final int MAX_TERMS = 200;

  /** ln(3 / 2) + 1: the smoothed idf of a word in one of two documents; in both it is 1. */
  static final double ALONE = Math.log(1.5) + 1;

  /** A word with its weight in each text; 0 where it does not stand. */
  record Weighted(String word, double resume, double posting) {

    double product() {
      return resume * posting;
    }
  }

  static TwoDocuments of(Map<String, Integer> resume, Map<String, Integer> posting) {
    var totals = new TreeMap<>(resume);
    posting.forEach((word, count) -> totals.merge(word, count, Integer::sum));
    return new TwoDocuments(
        totals.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MAX_TERMS)
            .map(Map.Entry::getKey)
            .map(word -> weighted(word, count(resume, word), count(posting, word)))
            .toList());
  }

  private static int count(Map<String, Integer> counts, String word) {
    return counts.getOrDefault(word, 0);
  }

  private static Weighted weighted(String word, int resume, int posting) {
    double idf = resume > 0 && posting > 0 ? 1 : ALONE;
    return new Weighted(word, resume * idf, posting * idf);
  }

  double cosine() {
    double product = terms.stream().mapToDouble(Weighted::product).sum();
    double resume = terms.stream().mapToDouble(term -> term.resume * term.resume).sum();
    double posting = terms.stream().mapToDouble(term -> term.posting * term.posting).sum();
    return product == 0 ? 0 : Math.min(1, product / Math.sqrt(resume * posting));
  }

  /** The words of both texts, those that add most first. */
  Map<String, Double> shares() {
    var shares = new LinkedHashMap<String, Double>();
    terms.stream()
        .filter(term -> term.product() > 0)
        .sorted(
            Comparator.comparingDouble((Weighted term) -> -term.product())
                .thenComparing(Weighted::word))
        .forEach(term -> shares.put(term.word, term.product()));
    return shares;
  }

  /**
   * Of the 30 heaviest words of the posting the first 10 that are not, letter for letter, among the
   * blank-separated pieces of the résumé. That {@code Python,} does not cover {@code python} is the
   * reference's way. Between equals it goes backwards through the alphabet, as the reference does
   * in practice.
   */
  List<String> gaps(Set<String> piecesOfResume) {
    var heaviest = new ArrayList<>(terms);
    heaviest.removeIf(term -> term.posting == 0);
    heaviest.sort(
        Comparator.comparingDouble(Weighted::posting).thenComparing(Weighted::word).reversed());
    return heaviest.stream()
        .limit(30)
        .map(Weighted::word)
        .filter(word -> !piecesOfResume.contains(word))
        .limit(10)
        .toList();
  }
}
