package dev.peregrine.host.pipeline;

import java.util.Locale;

/** Where a posting is on its way. Stored by {@link #key()}. */
public enum Stage {
  PENDING,
  APPROVED,
  ARCHIVED,
  APPLIED,
  SURVEY,
  PHONE_SCREEN,
  INTERVIEWING,
  OFFER,
  HIRED,
  REJECTED;

  /** The name in tables, addresses and JSON, such as {@code phone_screen}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stage of that key. */
  public static Stage of(String key) {
    for (Stage stage : values()) {
      if (stage.key().equals(key)) {
        return stage;
      }
    }
    throw new IllegalArgumentException(
        "Stage \"%s\": expected one of pending, approved, archived, applied, survey, phone_screen, interviewing, offer, hired, rejected."
            .formatted(key));
  }
}
