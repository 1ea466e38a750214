package dev.peregrine.host.stories;

import java.util.Locale;

/** The parts of a story, in the order in which it is told. */
public enum Part {
  SITUATION,
  TASK,
  ACTION,
  RESULT;

  /** Its word in forms. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
