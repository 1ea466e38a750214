package dev.peregrine.host.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The result of an action, in one line, with a way back where there is one.
 *
 * @param text what happened, such as {@code Rejected}
 * @param what to what, such as the title of the job; may be empty
 * @param undo where Undo is posted to, if there is a way back
 */
public record Toast(String text, String what, Optional<String> undo) {

  private static final String SEPARATOR = "\u001f";
  private static final int LONGEST = 200;

  public Toast {
    text = shortened(text);
    what = shortened(what);
  }

  /** A result that cannot be undone, or need not be. */
  public static Toast of(String text) {
    return new Toast(text, "", Optional.empty());
  }

  /** A result with a way back. */
  public static Toast undoable(String text, String what, String undoPath) {
    return new Toast(text, what, Optional.of(undoPath));
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }

  /** As the value of a cookie that carries it over a redirect. */
  String packed() {
    String joined = String.join(SEPARATOR, text, what, undo.orElse(""));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads {@link #packed}; a value that is none of ours is no toast. */
  static Optional<Toast> unpacked(String packed) {
    try {
      String joined = new String(Base64.getUrlDecoder().decode(packed), StandardCharsets.UTF_8);
      String[] parts = joined.split(SEPARATOR, -1);
      if (parts.length != 3) {
        return Optional.empty();
      }
      Optional<String> undo = Optional.of(parts[2]).filter(Visit::isOwnPath);
      return Optional.of(new Toast(parts[0], parts[1], undo));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
