package dev.peregrine.host.earlier;

import org.jspecify.annotations.Nullable;

/** What was named cannot be imported. The message is for a person; nothing was changed. */
public final class EarlierException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EarlierException(String sentence) {
    this(sentence, null);
  }

  EarlierException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** The message. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
