package dev.peregrine.host.matching;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.pipeline.Application;
import dev.peregrine.host.pipeline.CompanyKey;
import dev.peregrine.host.pipeline.NamedTitle;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses among applications for which the same speaks: several at one employer. */
final class Choice {

  private static final double NEAR = 0.1;
  private static final double TELLING = 0.6;
  private static final double APART = 0.15;
  private static final Duration BEFORE = Duration.ofDays(3);
  private static final Duration AFTER_END = Duration.ofDays(14);
  private static final Duration AT_ONCE = Duration.ofDays(2);

  private final ApplicationIndex index;
  private final Envelope mail;
  private final Clues clues;
  private final Map<Long, Double> weights;

  /**
   * @param weights of jobs to which earlier mails of the sender belong, 0 to 1
   */
  Choice(ApplicationIndex index, Envelope mail, Clues clues, Map<Long, Double> weights) {
    this.index = index;
    this.mail = mail;
    this.clues = clues;
    this.weights = weights;
  }

  /** The candidates, the likeliest first, each as sure as the others leave it. */
  List<Candidate> of(Map<Long, Candidate> found) {
    double top = found.values().stream().mapToDouble(Candidate::confidence).max().orElse(0);
    List<Candidate> near =
        found.values().stream().filter(one -> one.confidence() >= top - NEAR).toList();
    var scores = new HashMap<Long, Double>();
    near.forEach(one -> scores.put(one.job(), near.size() == 1 ? 1 : score(one)));
    List<Long> order =
        scores.keySet().stream()
            .sorted(
                Comparator.comparing((Long job) -> scores.getOrDefault(job, 0.0))
                    .reversed()
                    .thenComparing(Comparator.reverseOrder()))
            .toList();
    boolean clear =
        order.size() < 2
            || scores.getOrDefault(order.get(0), 0.0) - scores.getOrDefault(order.get(1), 0.0)
                >= APART;
    return found.values().stream()
        .map(one -> weighed(one, order, clear))
        .sorted(
            Comparator.comparingDouble(Candidate::confidence)
                .reversed()
                .thenComparing(Candidate::job, Comparator.reverseOrder()))
        .toList();
  }

  private Candidate weighed(Candidate one, List<Long> order, boolean clear) {
    int place = order.indexOf(one.job());
    double sure = one.confidence();
    if (order.size() > 1) {
      sure *= place == 0 && clear ? 1 : place < 0 || clear ? 0.5 : 0.65;
    }
    double title = clues.title(one.job());
    if (title >= 0.9) {
      sure = Math.min(0.99, sure + 0.03);
    } else if (title < 0.34 && speaksOfAnother(index.of(one.job()).application())) {
      sure *= 0.72;
    }
    return new Candidate(one.job(), one.reason(), one.words(), sure);
  }

  private double score(Candidate one) {
    Application application = index.of(one.job()).application();
    double score = one.confidence();
    double title = clues.title(one.job());
    if (one.reason() == Reason.NUMBER) {
      score += 4;
    }
    if (title >= TELLING) {
      score += 2 * title + (title >= 0.9 ? 0.2 * index.of(one.job()).title().length() : 0);
    }
    if (isPlaceNamed(application)) {
      score += 0.3;
    }
    score += weights.getOrDefault(one.job(), 0.0) * 0.6;
    boolean begun = !mail.received().isBefore(application.applied().minus(BEFORE));
    boolean open =
        application.ended().map(end -> !mail.received().isAfter(end.plus(AFTER_END))).orElse(true);
    if (begun && open) {
      score += 0.4;
    }
    boolean acknowledges =
        mail.label().filter(label -> label == MailLabel.APPLICATION_RECEIVED).isPresent();
    if (acknowledges
        && Duration.between(application.applied(), mail.received()).abs().compareTo(AT_ONCE) <= 0) {
      score += 0.3;
    }
    return score;
  }

  private boolean isPlaceNamed(Application application) {
    List<String> place = CompanyKey.words(application.places().split("[,;(·+]", 2)[0]);
    return !place.isEmpty()
        && place.getFirst().length() > 3
        && (java.util.Collections.indexOfSubList(mail.subjectWords(), place) >= 0
            || java.util.Collections.indexOfSubList(mail.textWords(), place) >= 0);
  }

  /** Whether the mail names a position, and it is not this one. */
  private boolean speaksOfAnother(Application application) {
    Set<String> company = new HashSet<>(CompanyKey.words(application.company().orElse("")));
    boolean another = false;
    for (String position : Wordings.positions(mail.subject() + "\n" + mail.text())) {
      List<String> words =
          NamedTitle.words(position).stream()
              .filter(word -> !company.contains(word) && !Titles.isEmpty(word))
              .toList();
      if (words.isEmpty()) {
        continue;
      }
      if (Titles.alike(
              String.join("", words), String.join("", NamedTitle.words(application.title())))
          >= 0.3) {
        return false;
      }
      another |= words.stream().anyMatch(Titles::isWork);
    }
    return another;
  }
}
