package dev.peregrine.plugin.classifier.statistical;

import dev.peregrine.api.About;
import dev.peregrine.api.Blob;
import dev.peregrine.api.mail.ClassifierContext;
import dev.peregrine.api.mail.ClassifierContext.Correction;
import dev.peregrine.api.mail.ClassifierDescriptor;
import dev.peregrine.api.mail.EmailClassifier;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.Verdict;
import dev.peregrine.classifier.model.ByWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges mails by a linear model over their words and the rules, which learnt from mails that were
 * written for it and learns anew with each correction.
 */
public final class StatisticalClassifier implements EmailClassifier {

  private static final ClassifierDescriptor DESCRIPTOR =
      ClassifierDescriptor.of(
              About.of(
                  "statistical",
                  "Words",
                  "Says what a mail means by its words and phrases, and how sure that is. Learns"
                      + " from what you correct; that stays on this machine. Calls nobody."),
              3,
              "en",
              "de")
          .thatLearns();

  @Override
  public ClassifierDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Verdict> classify(List<MailMessage> mails, ClassifierContext context)
      throws InterruptedException {
    if (mails.isEmpty()) {
      return List.of();
    }
    ByWords words = words(context);
    var verdicts = new ArrayList<Verdict>(mails.size());
    for (MailMessage mail : mails) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      verdicts.add(words.judge(mail));
    }
    return verdicts;
  }

  private static ByWords words(ClassifierContext context) {
    Optional<Blob> learnt = context.learnt();
    return learnt.isEmpty() ? ByWords.shipped() : ByWords.of(learnt.get().bytes());
  }

  @Override
  public Optional<Blob> train(ClassifierContext context) throws InterruptedException {
    List<Correction> corrections = context.corrections();
    return corrections.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Blob("words", "application/octet-stream", ByWords.learn(corrections).bytes()));
  }
}
