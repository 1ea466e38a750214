package dev.peregrine.host.secrets;

import org.jspecify.annotations.Nullable;

/**
 * Stored secrets cannot be opened or kept. The message is for the person: what, what was expected,
 * what to do; it never holds a secret. What is stored stays as it is.
 */
public final class SecretException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SecretException(String sentence) {
    this(sentence, null);
  }

  SecretException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** The message. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
