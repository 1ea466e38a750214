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

  /** No rule knows what it says: that must not outweigh what others found in it. */
  private static final double UNKNOWN = 0.3;

  /** Less than that speaks for nothing. */
  private static final double LEAST = 2;

  private ByRules() {}

  /** The verdict, with the words that decided. */
  public static Verdict judge(MailMessage mail) {
    return judge(Rules.shipped().over(MailText.of(mail)));
  }

  static Verdict judge(Findings findings) {
    MailLabel best = findings.best();
    if (findings.score(best) < LEAST) {
      return new Verdict(MailLabel.UNRELATED, UNKNOWN, List.of());
    }
    return new Verdict(best, confidence(findings, best), findings.words(best, MOST_WORDS));
  }

  static boolean isAboutWork(MailText mail) {
    return ABOUT_WORK.matcher(mail.plainSubject()).find()
        || ABOUT_WORK.matcher(mail.plainBody()).find();
  }

  /** Sure only where far more speaks for it than for anything else. */
  private static double confidence(Findings findings, MailLabel label) {
    double weighs = 0.07 * findings.lead(label) + 0.02 * Math.min(findings.score(label), 8);
    return Math.min(0.9, 0.05 + weighs);
  }
}
