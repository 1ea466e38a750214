package dev.peregrine.host.mails;

import dev.peregrine.api.mail.MailLabel;
import java.util.List;

/**
 * What a mail means.
 *
 * @param confidence 0 to 1; 1 where the person said it
 * @param evidence the words that decided
 * @param classifier id of who judged; {@link #PERSON} where the person did
 * @param revision of the classifier
 */
public record Judged(
    MailLabel label, double confidence, List<String> evidence, String classifier, int revision) {

  public static final String PERSON = "person";

  public Judged {
    evidence = List.copyOf(evidence);
  }

  /** What the person says. */
  public static Judged bySaying(MailLabel label) {
    return new Judged(label, 1, List.of(), PERSON, 0);
  }

  public boolean isSaid() {
    return classifier.equals(PERSON);
  }
}
