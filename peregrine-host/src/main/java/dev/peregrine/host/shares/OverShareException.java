package dev.peregrine.host.shares;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.texts.Numbers;
import java.time.Duration;
import java.util.Optional;

/**
 * A tenant would have more than their share. The message is for the person: how much it is, and
 * what to do.
 */
public final class OverShareException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Optional<Duration> again;

  private OverShareException(String message, Optional<Duration> again) {
    super(message);
    this.again = again;
  }

  /** Somebody has as many tasks as one may have. */
  public static OverShareException tasks(int most) {
    return new OverShareException(
        t("shares.tasks", "most", Numbers.n(most)), Optional.of(Duration.ofMinutes(1)));
  }

  /** What stays until the person does something about it. */
  static OverShareException untilMended(String message) {
    return new OverShareException(message, Optional.empty());
  }

  /** When trying again may help; empty where only the person can help. */
  public Optional<Duration> again() {
    return again;
  }
}
