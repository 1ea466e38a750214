package dev.peregrine.host.contacts;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By what somebody was in touch. */
public enum Channel {
  MAIL,
  CALL,
  MEETING,
  /** On a network, by a form, by text message. */
  MESSAGE;

  /** The name in tables and forms. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that key; empty for another word. */
  public static Optional<Channel> find(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
