package dev.peregrine.host.mails;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.mail.MailLabel;

/** What is known of mails, as people read it, in the language of the request. */
public final class MailWords {

  private MailWords() {}

  /** What a mail means in a word or two, such as {@code Interview}. */
  public static String of(MailLabel label) {
    return t("mail.label-" + hyphened(label.key()));
  }

  /** What was done with mails in a few words, such as {@code Waits for you}. */
  public static String of(Outcome outcome) {
    return t("mail.outcome-" + hyphened(outcome.key()));
  }

  /** Why mails have that outcome, as a sentence. */
  public static String why(Outcome outcome) {
    return t("mail.why-" + hyphened(outcome.key()));
  }

  /** What could not be taken as it stands, as a sentence. */
  public static String of(Trouble trouble) {
    return t("mail.trouble-" + hyphened(trouble.key()));
  }

  private static String hyphened(String key) {
    return key.replace('_', '-');
  }
}
