package dev.peregrine.host.contacts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What was said or written once, about a job.
 *
 * @param contact who of the {@link Contacts}, where it is one
 * @param who the same as it was written; may be empty
 * @param origin who noted it
 */
public record Said(
    OptionalLong contact,
    Direction direction,
    Channel channel,
    Instant at,
    String who,
    String subject,
    String text,
    Origin origin) {

  private static final int LINE = 500;
  private static final int LONGEST = 100_000;

  /** Who noted it. */
  public enum Origin {
    HAND,
    MAIL;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Said {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    who = ContactDetails.line(who, LINE);
    subject = ContactDetails.line(subject, LINE);
    text = ContactDetails.text(text, LONGEST);
  }

  /** With that contact. */
  public Said with(long newContact) {
    return new Said(
        OptionalLong.of(newContact), direction, channel, at, who, subject, text, origin);
  }
}
