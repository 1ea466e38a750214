package dev.peregrine.host.mails;

import java.util.Optional;

/**
 * A place in a list of mails, after which its next page begins.
 *
 * @param received of the mail there, in milliseconds
 */
public record MailPlace(long received, long id) {

  public static MailPlace of(MailRow row) {
    return new MailPlace(row.received().toEpochMilli(), row.id());
  }

  /** As an address carries it. */
  public String text() {
    return received + "_" + id;
  }

  /** Reads {@link #text}; empty where it is none. */
  public static Optional<MailPlace> read(String text) {
    int between = text.indexOf('_');
    try {
      return between < 0
          ? Optional.empty()
          : Optional.of(
              new MailPlace(
                  Long.parseLong(text.substring(0, between)),
                  Long.parseLong(text.substring(between + 1))));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
