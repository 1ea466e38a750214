package dev.peregrine.host.classifying;

import dev.peregrine.api.mail.MailLabel;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often classifiers are right about mails of which somebody knows what they mean.
 *
 * @param mails how many there are
 * @param right of how many the label was said
 * @param uncertain how many are shown to the person as uncertain, or without any label
 * @param labels one for each label
 * @param confusion how many mails of the first label were said to be of the second; a mail of which
 *     nobody said anything is in none
 */
public record Evaluation(
    int mails,
    int right,
    int uncertain,
    List<OfLabel> labels,
    Map<MailLabel, Map<MailLabel, Integer>> confusion) {

  /**
   * How often about one label.
   *
   * @param support mails that mean it
   * @param said mails that were said to
   * @param right both
   * @param shown mails that mean it, and were said to or are shown as uncertain: what nobody misses
   */
  public record OfLabel(MailLabel label, int support, int said, int right, int shown) {

    /** Of those that were said to, how many do; 0 where none was. */
    public double precision() {
      return share(right, said);
    }

    /** Of those that do, how many were said to; 0 where none does. */
    public double recall() {
      return share(right, support);
    }

    /** Of those that do, how many nobody misses. */
    public double noticed() {
      return share(shown, support);
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
      return share(2 * right, support + said);
    }
  }

  public Evaluation {
    labels = List.copyOf(labels);
    confusion = Map.copyOf(confusion);
  }

  /**
   * Compares.
   *
   * @param truths what the mails mean
   * @param said what was said of them, in the same order
   */
  public static Evaluation of(List<MailLabel> truths, List<Optional<Classified>> said) {
    if (truths.size() != said.size()) {
      throw new IllegalArgumentException(
          "\"%d\" verdicts, expected one for each of %d mails."
              .formatted(said.size(), truths.size()));
    }
    Map<MailLabel, Map<MailLabel, Integer>> confusion = new EnumMap<>(MailLabel.class);
    Map<MailLabel, Integer> shown = new EnumMap<>(MailLabel.class);
    int uncertain = 0;
    for (int i = 0; i < truths.size(); i++) {
      MailLabel truth = truths.get(i);
      Optional<MailLabel> label = said.get(i).map(each -> each.verdict().label());
      label.ifPresent(
          each ->
              confusion
                  .computeIfAbsent(truth, _ -> new EnumMap<>(MailLabel.class))
                  .merge(each, 1, Integer::sum));
      boolean isSure = Panel.isSure(said.get(i));
      uncertain += isSure ? 0 : 1;
      if (!isSure || label.equals(Optional.of(truth))) {
        shown.merge(truth, 1, Integer::sum);
      }
    }
    List<OfLabel> labels =
        Arrays.stream(MailLabel.values())
            .map(
                label ->
                    new OfLabel(
                        label,
                        Math.toIntExact(truths.stream().filter(label::equals).count()),
                        confusion.values().stream()
                            .mapToInt(row -> row.getOrDefault(label, 0))
                            .sum(),
                        confusion.getOrDefault(label, Map.of()).getOrDefault(label, 0),
                        shown.getOrDefault(label, 0)))
            .toList();
    int right = labels.stream().mapToInt(OfLabel::right).sum();
    return new Evaluation(truths.size(), right, uncertain, labels, confusion);
  }

  /** The share of mails whose label was said. */
  public double accuracy() {
    return share(right, mails);
  }

  /** The mean of F1 over the labels that any mail has. */
  public double macroF1() {
    return labels.stream()
        .filter(label -> label.support() > 0)
        .mapToDouble(OfLabel::f1)
        .average()
        .orElse(0);
  }

  /** The share of mails that are shown as uncertain. */
  public double uncertainShare() {
    return share(uncertain, mails);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
