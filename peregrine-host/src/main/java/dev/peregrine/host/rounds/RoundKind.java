package dev.peregrine.host.rounds;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a round is about. */
public enum RoundKind {
  RECRUITER(30),
  HIRING_MANAGER(45),
  TECHNICAL(60),
  PANEL(90),
  /** Work that is done alone; its start is when it is due. */
  TAKE_HOME(30),
  ONSITE(240),
  OTHER(60);

  private final int usualMinutes;

  RoundKind(int usualMinutes) {
    this.usualMinutes = usualMinutes;
  }

  /** Its word in tables, forms and texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that word. */
  public static Optional<RoundKind> of(String key) {
    return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }

  /** How long such a round often takes. */
  public Duration usualLength() {
    return Duration.ofMinutes(usualMinutes);
  }

  /** Whether somebody takes part whom one thanks afterwards. */
  public boolean isTalk() {
    return this != TAKE_HOME;
  }
}
