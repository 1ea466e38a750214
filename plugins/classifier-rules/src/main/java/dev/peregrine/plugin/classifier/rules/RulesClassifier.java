package dev.peregrine.plugin.classifier.rules;

import dev.peregrine.api.About;
import dev.peregrine.api.mail.ClassifierContext;
import dev.peregrine.api.mail.ClassifierDescriptor;
import dev.peregrine.api.mail.EmailClassifier;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.Verdict;
import dev.peregrine.classifier.model.ByRules;
import java.util.ArrayList;
import java.util.List;

/** Judges mails by the phrases that employers, boards and their programs use. */
public final class RulesClassifier implements EmailClassifier {

  private static final ClassifierDescriptor DESCRIPTOR =
      ClassifierDescriptor.of(
          About.of(
              "rules",
              "Phrases",
              "Says what a mail means by phrases that employers use, and shows them. English and"
                  + " German. Calls nobody."),
          1,
          "en",
          "de");

  @Override
  public ClassifierDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Verdict> classify(List<MailMessage> mails, ClassifierContext context)
      throws InterruptedException {
    var verdicts = new ArrayList<Verdict>(mails.size());
    for (MailMessage mail : mails) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      verdicts.add(ByRules.judge(mail));
    }
    return verdicts;
  }
}
