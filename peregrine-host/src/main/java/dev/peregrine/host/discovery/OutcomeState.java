package dev.peregrine.host.discovery;

import java.util.Locale;

/** What became of a board in a run. */
public enum OutcomeState {
  /** Its turn has not come. */
  WAITING,
  READING,
  /** Read to its end, or to the limit. */
  DONE,
  /** It refused to serve. That says nothing about the jobs there. */
  BLOCKED,
  /** Not asked, because it asked to be left alone for a while; the last outcome is shown. */
  RESTING,
  /** It did not work this time. */
  FAILED,
  /** Its answers are not what the plugin knows; it is asked again at growing intervals. */
  BROKEN,
  /** The person, or the end of the program, stopped it. */
  STOPPED,
  /** It cannot work with its settings. */
  NEEDS_SETTINGS,
  /** Its pages can be read only with a browser, and there is none here. */
  NEEDS_BROWSER;

  /** The name in tables and JSON, such as {@code needs_settings}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that key. */
  static OutcomeState of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
