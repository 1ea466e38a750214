package dev.peregrine.host.mails;

import dev.peregrine.api.mail.MailLabel;
import java.util.List;

/**
 * What a mail means.
 *
 * @param confidence 0 to 1; 1 where the person said it
 * @param evidence the words that decided
 * @param classifier id of who judged; {@link #PERSON} where the person did
 * @param revision number of the way in which it was judged: of all classifiers that were on
 */
public record Judged(
    MailLabel label, double confidence, List<String> evidence, String classifier, int revision) {

  public static final String PERSON = "person";

  /** Below it the person is asked. */
  public static final double SURE = 0.6;

  public Judged {
    evidence = List.copyOf(evidence);
  }

  /** What the person says. */
  public static Judged bySaying(MailLabel label) {
    return new Judged(label, 1, List.of(), PERSON, 0);
  }

  /** Whether nobody needs to look. */
  public boolean isSure() {
    return confidence >= SURE;
  }

  public boolean isSaid() {
    return classifier.equals(PERSON);
  }
}
