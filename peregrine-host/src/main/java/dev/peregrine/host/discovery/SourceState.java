package dev.peregrine.host.discovery;

import java.util.Locale;

/** How a board is, as far as its last readings tell. */
public enum SourceState {
  /** Not asked yet. */
  NEW,
  FINE,
  /** It answers well, and has had nothing new for a while. */
  QUIET,
  /** It refuses to serve. That says nothing about the jobs there. */
  BLOCKED,
  NEEDS_KEY,
  NEEDS_SETTINGS,
  NEEDS_BROWSER,
  /** Its answers are not what they were. */
  CHANGED,
  /** It asked to be left alone for a while. */
  RESTING,
  /** It did not work the last time, for a reason that passes. */
  AWAY;

  /** The name in JSON, such as {@code needs_key}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a person should look at a board that they search. */
  public boolean isTrouble() {
    return switch (this) {
      case BLOCKED, NEEDS_KEY, NEEDS_SETTINGS, NEEDS_BROWSER, CHANGED, AWAY -> true;
      case NEW, FINE, QUIET, RESTING -> false;
    };
  }
}
