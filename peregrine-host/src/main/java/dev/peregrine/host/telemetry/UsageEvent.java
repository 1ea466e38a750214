package dev.peregrine.host.telemetry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be recorded at all, and with which properties. A property is a word of Peregrine's own
 * or a number, never anything that somebody wrote.
 */
public enum UsageEvent {
  /** A letter was written by a model. */
  COVER_LETTER_GENERATED(Set.of()),
  /** A job was marked as applied for. */
  JOB_APPLIED(Set.of("from")),
  /** A job went on to another stage. */
  STAGE_MOVED(Set.of("from", "to")),
  /** A piece of background work ended. */
  TASK_ENDED(Set.of("type", "state"));

  private static final Pattern WORD = Pattern.compile("[a-z0-9_.-]{1,40}");

  private final Set<String> properties;

  UsageEvent(Set<String> properties) {
    this.properties = properties;
  }

  /** As it is stored, such as {@code job_applied}. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static Optional<UsageEvent> of(String key) {
    for (UsageEvent event : values()) {
      if (event.key().equals(key)) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  boolean allows(Map<String, String> given) {
    return given.entrySet().stream()
        .allMatch(
            each -> properties.contains(each.getKey()) && WORD.matcher(each.getValue()).matches());
  }
}
