package dev.peregrine.host.calendar;

import dev.peregrine.api.ExtensionException;

/** The feed cannot be written now; calendars keep what they have and ask again. */
final class FeedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FeedException(ExtensionException why) {
    super(why.getMessage(), why);
  }
}
