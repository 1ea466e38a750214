package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.MailLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the rules found in a mail. */
final class Findings {

  /** Words that the rule of a number found, as the mail writes them. */
  record Hit(int rule, MailLabel label, double weight, String words) {}

  private static final MailLabel[] LABELS = MailLabel.values();

  private final Sentences sentences;
  private final List<Hit> hits;
  private final Map<MailLabel, Double> scores = new EnumMap<>(MailLabel.class);

  Findings(List<Hit> hits, Sentences sentences) {
    this.sentences = sentences;
    var sorted = new ArrayList<>(hits);
    sorted.sort(Comparator.comparingDouble(Hit::weight).reversed());
    this.hits = List.copyOf(sorted);
    hits.forEach(hit -> scores.merge(hit.label(), hit.weight(), Double::sum));
  }

  /** Of the body. */
  Sentences sentences() {
    return sentences;
  }

  List<Hit> hits() {
    return hits;
  }

  double score(MailLabel label) {
    return scores.getOrDefault(label, 0.0);
  }

  /** For which most speaks; the first one where it is even. */
  MailLabel best() {
    MailLabel best = LABELS[0];
    for (MailLabel label : LABELS) {
      if (score(label) > score(best)) {
        best = label;
      }
    }
    return best;
  }

  /** By how much more speaks for it than for any other. */
  double lead(MailLabel label) {
    double second = 0;
    for (MailLabel other : LABELS) {
      if (other != label) {
        second = Math.max(second, score(other));
      }
    }
    return score(label) - second;
  }

  /** The words that speak for a label, the weightiest first. */
  List<String> words(MailLabel label, int most) {
    return hits.stream()
        .filter(hit -> hit.label() == label)
        .map(Hit::words)
        .distinct()
        .limit(most)
        .toList();
  }
}
