package dev.peregrine.host.plugins;

import org.jspecify.annotations.Nullable;

/** A plugin cannot be used; the message is the sentence that the person reads. */
final class BrokenPluginException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Whether another plugin is the reason, so that it is worth another try when that one is gone.
   */
  private final boolean clash;

  BrokenPluginException(String message) {
    this(message, null, false);
  }

  BrokenPluginException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private BrokenPluginException(String message, @Nullable Throwable cause, boolean clash) {
    super(message, cause);
    this.clash = clash;
  }

  static BrokenPluginException clash(String message) {
    return new BrokenPluginException(message, null, true);
  }

  boolean isClash() {
    return clash;
  }
}
