package dev.peregrine.host.signals;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that a mail asks the person to do.
 *
 * @param who asks
 * @param received when it came
 * @param due until when; empty where the mail names no day
 * @param minutes how long it takes, about
 */
record Ask(
    long mail,
    OptionalLong job,
    Kind kind,
    String who,
    String subject,
    Instant received,
    Optional<Instant> due,
    int minutes) {

  /** What is asked for. */
  enum Kind {
    REPLY,
    SURVEY,
    OFFER,
    /** The person put the mail where they keep what is to be done. */
    TODO;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }
}
