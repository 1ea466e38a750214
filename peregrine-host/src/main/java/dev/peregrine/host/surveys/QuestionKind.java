package dev.peregrine.host.surveys;

import java.util.Locale;

/** How a question of a survey is answered. Stored by {@link #key()}. */
public enum QuestionKind {
  /** One of the options. */
  CHOICE,
  /** As many of the options as apply. */
  SEVERAL,
  /** One of the steps between two ends, such as from "disagree" to "agree". */
  SCALE,
  YES_NO,
  /** In words of one's own. */
  TEXT;

  /** The name in tables and forms, such as {@code yes_no}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that key. */
  public static QuestionKind of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
