package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.ClassifierContext.Correction;
import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Judges mails by their words and the rules together: a linear model that learnt from the {@link
 * Corpus}, and from what a person corrected.
 */
public final class ByWords {

  private static final int MOST_WORDS = 6;

  /** What the person says counts more than what was written to learn from. */
  private static final double SAID = 3;

  /** They share wordings, so two of them say about as much as one mail. */
  private static final double COMPOSED = 0.5;

  /** A mail that may be an invitation or an offer is not put away quietly. */
  private static final double PERHAPS = 0.05;

  /** Below what the host holds for sure, so that the person looks. */
  private static final double UNSURE = 0.55;

  /** Nothing in the mail speaks of work, and the words say that it has nothing to do with it. */
  private static final double NOTHING = 0.65;

  private static final double LIKELY = 0.4;

  private final LinearModel model;

  ByWords(LinearModel model) {
    this.model = model;
  }

  private static final class Shipped {
    static final ByWords LEARNT = of(AtBuild.read());
  }

  /** What was learnt from the corpus when Peregrine was built. */
  public static ByWords shipped() {
    return Shipped.LEARNT;
  }

  /** Learns from the corpus and from corrections; takes some seconds. */
  public static ByWords learn(List<Correction> corrections) throws InterruptedException {
    var learnt =
        new ByWords(
            LinearModel.learn(examples(corrections), Thread.currentThread()::isInterrupted));
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return learnt;
  }

  /** What {@link #bytes} wrote. */
  public static ByWords of(byte[] bytes) {
    return new ByWords(ModelBytes.read(bytes));
  }

  /** To be kept; less than 2 MB. */
  public byte[] bytes() {
    return ModelBytes.write(model);
  }

  static List<LinearModel.Example> examples(List<Correction> corrections) {
    var examples = new ArrayList<LinearModel.Example>();
    for (LabelledMail mail : Corpus.training()) {
      examples.add(example(MailText.of(mail), mail.label(), 1));
    }
    for (LabelledMail mail : Composed.all()) {
      examples.add(example(MailText.of(mail), mail.label(), COMPOSED));
    }
    for (Correction correction : corrections) {
      examples.add(example(MailText.of(correction.mail()), correction.label(), SAID));
    }
    return examples;
  }

  static LinearModel.Example example(MailText mail, MailLabel label, double weight) {
    return new LinearModel.Example(Features.of(mail, Rules.shipped().over(mail)), label, weight);
  }

  /** The verdict, with the words that decided. */
  public Verdict judge(MailMessage mail) {
    return judge(MailText.of(mail));
  }

  Verdict judge(MailText mail) {
    Findings findings = Rules.shipped().over(mail);
    Features features = Features.of(mail, findings);
    double[] likely = model.probabilities(features);
    MailLabel best = best(likely);
    double sure = sure(mail, best, likely);
    return new Verdict(best, sure, words(mail, features, findings, best));
  }

  private static MailLabel best(double[] likely) {
    MailLabel best = MailLabel.INTERVIEW_SCHEDULED;
    for (MailLabel label : MailLabel.values()) {
      if (likely[label.ordinal()] > likely[best.ordinal()]) {
        best = label;
      }
    }
    return best;
  }

  private static double sure(MailText mail, MailLabel best, double[] likely) {
    double sure = Math.min(1, likely[best.ordinal()]);
    if (isDecisive(best)) {
      return sure;
    }
    double perhaps =
        likely[MailLabel.INTERVIEW_SCHEDULED.ordinal()]
            + likely[MailLabel.OFFER_RECEIVED.ordinal()];
    if (perhaps >= PERHAPS) {
      return Math.min(sure, UNSURE);
    }
    return best == MailLabel.UNRELATED && sure >= LIKELY && !ByRules.isAboutWork(mail)
        ? Math.max(sure, NOTHING)
        : sure;
  }

  private static boolean isDecisive(MailLabel label) {
    return label == MailLabel.INTERVIEW_SCHEDULED || label == MailLabel.OFFER_RECEIVED;
  }

  /** What the rules found for it, then the words that weigh most for it. */
  private List<String> words(MailText mail, Features features, Findings findings, MailLabel label) {
    SequencedSet<String> words = new LinkedHashSet<>(findings.words(label, MOST_WORDS / 2));
    for (String word : model.telling(mail, features, label, MOST_WORDS)) {
      if (words.size() < MOST_WORDS && words.stream().noneMatch(known -> known.contains(word))) {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }
}
