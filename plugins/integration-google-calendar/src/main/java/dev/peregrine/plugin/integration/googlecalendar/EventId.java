package dev.peregrine.plugin.integration.googlecalendar;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The id of an event at Google, made from its UID and read back from it, so that an event of ours
 * is known without a look into it and never put twice. Google takes the signs of base 32 with hex
 * digits (RFC 2938), in lower case.
 */
final class EventId {

  private static final String OURS = "peregrine";
  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";

  private EventId() {}

  static String of(String uid) {
    var id = new StringBuilder(OURS);
    int bits = 0;
    int held = 0;
    for (byte each : uid.getBytes(StandardCharsets.UTF_8)) {
      held = (held << 8 | each & 0xFF) & 0xFFFF;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        id.append(DIGITS.charAt(held >> bits & 31));
      }
    }
    return bits == 0 ? id.toString() : id.append(DIGITS.charAt(held << (5 - bits) & 31)).toString();
  }

  /** The UID; empty for an event that is not ours. */
  static Optional<String> uid(String id) {
    if (!id.startsWith(OURS)) {
      return Optional.empty();
    }
    byte[] bytes = new byte[(id.length() - OURS.length()) * 5 / 8];
    int bits = 0;
    int held = 0;
    int at = 0;
    for (char sign : id.substring(OURS.length()).toCharArray()) {
      int value = DIGITS.indexOf(sign);
      if (value < 0) {
        return Optional.empty();
      }
      held = (held << 5 | value) & 0xFFFF;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (held >> bits);
      }
    }
    String uid = new String(bytes, StandardCharsets.UTF_8);
    return uid.endsWith("@peregrine") && of(uid).equals(id) ? Optional.of(uid) : Optional.empty();
  }
}
