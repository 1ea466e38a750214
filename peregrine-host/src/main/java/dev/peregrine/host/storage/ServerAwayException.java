package dev.peregrine.host.storage;

import static dev.peregrine.host.texts.Texts.t;

import org.jspecify.annotations.Nullable;

/** A database on a server cannot be reached now. The message is for a person. */
public final class ServerAwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ServerAwayException(@Nullable Throwable cause) {
    super(t("platform.away"), cause);
  }
}
