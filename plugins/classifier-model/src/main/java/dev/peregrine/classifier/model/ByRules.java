package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.Verdict;
import java.util.List;
import java.util.regex.Pattern;

/** Judges mails by the rules alone. */
public final class ByRules {

  private static final int MOST_WORDS = 5;

  /** Words without which hardly a mail is about an application. */
  private static final Pattern ABOUT_WORK =
      Pattern.compile(
          "\\b(appl(y|i)|application|candida|recruit|interview|position|vacanc|role\\b|hiring|resume|cv\\b|career|job|bewerb|stelle|vorstellungs|lebenslauf|karriere|personal(abteilung|referent|wesen))");

  /** Nothing speaks of work: that is a statement, too. */
  private static final double NOTHING = 0.8;

  /** It is about work, and no rule knows what it says. */
  private static final double UNKNOWN = 0.35;

  /** Less than that speaks for nothing. */
  private static final double LEAST = 2;

  private ByRules() {}

  /** The verdict, with the words that decided. */
  public static Verdict judge(MailMessage mail) {
    MailText text = MailText.of(mail);
    return judge(text, Rules.shipped().over(text));
  }

  static Verdict judge(MailText mail, Findings findings) {
    MailLabel best = findings.best();
    if (findings.score(best) < LEAST) {
      return new Verdict(MailLabel.UNRELATED, isAboutWork(mail) ? UNKNOWN : NOTHING, List.of());
    }
    return new Verdict(best, confidence(findings, best), findings.words(best, MOST_WORDS));
  }

  static boolean isAboutWork(MailText mail) {
    return ABOUT_WORK.matcher(mail.plainSubject()).find()
        || ABOUT_WORK.matcher(mail.plainBody()).find();
  }

  /** As often as such a lead was right among the mails to learn from. */
  private static double confidence(Findings findings, MailLabel label) {
    double weighs = 0.07 * findings.lead(label) + 0.02 * Math.min(findings.score(label), 8);
    return Math.min(0.97, 0.35 + weighs);
  }
}
