package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.MailLabel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Multinomial logistic regression over the words of a mail and what the rules found in it. The same
 * mails in the same order make the same model.
 */
final class LinearModel {

  static final int LABELS = MailLabel.values().length;
  private static final double STEP = 0.4;
  private static final double DECAY = 1e-5;
  private static final int ROUNDS = 12;

  /** Less does not tell a mail from others. */
  private static final double LEAST_SHARE = 0.05;

  /** "to", "wir": true, and no help. */
  private static final int SHORT = 4;

  private final Vocabulary vocabulary;

  /** Column by column, within each label by label. */
  private final float[] weights;

  LinearModel(Vocabulary vocabulary, float[] weights) {
    this.vocabulary = vocabulary;
    this.weights = weights;
  }

  /** One mail to learn from; the weight says how much it counts. */
  record Example(Features mail, MailLabel label, double weight) {}

  /**
   * @param stop whether to end early, with what is learnt by then
   */
  static LinearModel learn(List<Example> examples, BooleanSupplier stop) {
    Vocabulary vocabulary = Vocabulary.of(examples.stream().map(Example::mail).toList());
    var model = new LinearModel(vocabulary, new float[vocabulary.width() * LABELS]);
    List<Vocabulary.Vector> mails =
        examples.stream().map(example -> vocabulary.vector(example.mail())).toList();
    float[] steps = new float[model.weights.length];
    int[] order = IntStream.range(0, mails.size()).toArray();
    long chance = 1;
    for (int round = 0; round < ROUNDS && !stop.getAsBoolean(); round++) {
      chance = shuffle(order, chance);
      for (int i : order) {
        model.follow(mails.get(i), examples.get(i), steps);
      }
    }
    return model;
  }

  /** Another order each time, but the same ones in each program. */
  private static long shuffle(int[] order, long seed) {
    long chance = seed;
    for (int i = order.length - 1; i > 0; i--) {
      chance = chance * 6364136223846793005L + 1442695040888963407L;
      int j = (int) Long.remainderUnsigned(chance >>> 33, i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    return chance;
  }

  private void follow(Vocabulary.Vector mail, Example example, float[] steps) {
    double[] error = probabilities(mail);
    error[example.label().ordinal()] -= 1;
    for (int i = 0; i < mail.count(); i++) {
      double value = mail.values()[i] * example.weight();
      int at = mail.columns()[i] * LABELS;
      for (int label = 0; label < LABELS; label++, at++) {
        double slope = error[label] * value + DECAY * weights[at];
        steps[at] += (float) (slope * slope);
        weights[at] -= (float) (STEP * slope / Math.sqrt(steps[at] + 1e-8));
      }
    }
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  float[] weights() {
    return weights;
  }

  /** The words that weigh most for a label, as the mail writes them, the weightiest first. */
  List<String> telling(MailText mail, Features features, MailLabel label, int most) {
    Vocabulary.Vector vector = vocabulary.vector(features);
    Map<Integer, Double> shares = new HashMap<>();
    for (int i = 0; i < vector.count() - LABELS - 1; i++) {
      double share = share(vector, i, label);
      if (share > LEAST_SHARE) {
        shares.put(vocabulary.places()[vector.columns()[i]], share);
      }
    }
    Map<String, Double> words = new HashMap<>();
    Terms.each(
        mail,
        features.findings().sentences(),
        (term, inSubject, start, end) -> {
          Double share = end - start > SHORT ? shares.get(Features.place(term)) : null;
          if (share != null) {
            String shown = (inSubject ? mail.subject() : mail.body()).substring(start, end);
            words.merge(shown.replace('\n', ' '), share, Math::max);
          }
        });
    return words.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How much a column speaks for a label, more than for the others on the whole. */
  private double share(Vocabulary.Vector vector, int i, MailLabel label) {
    int at = vector.columns()[i] * LABELS;
    return weights[at + label.ordinal()] * vector.values()[i];
  }

  /** How likely each label is, in the order of the labels. */
  double[] probabilities(Features mail) {
    return probabilities(vocabulary.vector(mail));
  }

  private double[] probabilities(Vocabulary.Vector mail) {
    double[] sums = new double[LABELS];
    for (int i = 0; i < mail.count(); i++) {
      int at = mail.columns()[i] * LABELS;
      for (int label = 0; label < LABELS; label++) {
        sums[label] += weights[at + label] * mail.values()[i];
      }
    }
    double most = sums[0];
    for (double sum : sums) {
      most = Math.max(most, sum);
    }
    double all = 0;
    for (int label = 0; label < LABELS; label++) {
      sums[label] = Math.exp(sums[label] - most);
      all += sums[label];
    }
    for (int label = 0; label < LABELS; label++) {
      sums[label] /= all;
    }
    return sums;
  }
}
