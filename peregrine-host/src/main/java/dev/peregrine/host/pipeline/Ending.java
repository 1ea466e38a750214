package dev.peregrine.host.pipeline;

import java.util.Locale;

/** How an application ended that did not end in being hired. Stored by {@link #key()}. */
public enum Ending {
  /** The employer, or the person in review, said no. */
  REJECTED,
  /** The person took it back. */
  WITHDRAWN,
  /** Nobody answered any more. */
  GHOSTED;

  /** The name in tables, addresses and JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The ending of that key. */
  public static Ending of(String key) {
    for (Ending ending : values()) {
      if (ending.key().equals(key)) {
        return ending;
      }
    }
    throw new IllegalArgumentException(
        "Ending \"%s\": expected one of rejected, withdrawn, ghosted.".formatted(key));
  }
}
