package dev.peregrine.host.replies;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a message is for. */
public enum ReplyKind {
  /** It answers what they wrote. */
  REPLY,
  /** It asks how the application stands. */
  FOLLOW_UP,
  /** It thanks for an interview. */
  THANKS;

  /** The name in tables and addresses. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that key; empty for another word. */
  public static Optional<ReplyKind> find(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
