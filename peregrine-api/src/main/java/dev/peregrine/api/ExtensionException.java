package dev.peregrine.api;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An extension could not do what it was asked to. The kind decides what the host does about it; the
 * message is read by a person: what happened, with the value in quotes, and what to do. It never
 * contains a secret or raw text of a server.
 *
 * @since 0.1
 */
public final class ExtensionException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What went wrong, and what the host then does; an extension point may say it more exactly. */
  public enum Kind {
    /**
     * The person's settings do not work: a key is missing or refused, an employer is unknown. The
     * person is told; the extension rests until its settings change.
     */
    BAD_SETTINGS,
    /**
     * The other side refuses to serve: sign-in wall, CAPTCHA, 403, terms. Shown as
     * <em>blocked</em>, never as "nothing found"; the extension rests until the next day or until
     * the person says so.
     */
    REFUSED,
    /** Too many calls. Tried again after {@link #retryAfter()}, or later by the host's own rule. */
    RATE_LIMITED,
    /** The other side is down or too slow. Tried again later, after pauses that grow. */
    UNAVAILABLE,
    /**
     * The answer is not in the known shape any more. Shown as <em>changed</em>; tried again after
     * pauses that grow up to a day, and at once with a new version of the plugin.
     */
    CHANGED_REMOTE,
    /** The extension cannot do this at all. The host does not ask again. */
    UNSUPPORTED
  }

  private final Kind kind;
  private final @Nullable Duration retryAfter;

  public ExtensionException(Kind kind, String message) {
    super(message);
    this.kind = Objects.requireNonNull(kind);
    this.retryAfter = null;
  }

  /** With the cause for the log; the person reads only the message. */
  public ExtensionException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = Objects.requireNonNull(kind);
    this.retryAfter = null;
  }

  private ExtensionException(String message, Duration retryAfter) {
    super(message);
    this.kind = Kind.RATE_LIMITED;
    this.retryAfter = retryAfter.isNegative() ? Duration.ZERO : retryAfter;
  }

  /** The other side asked to wait this long; a negative time counts as none. */
  public static ExtensionException rateLimited(String message, Duration retryAfter) {
    return new ExtensionException(message, retryAfter);
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** How long the other side asked to wait; only with {@link Kind#RATE_LIMITED}. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
