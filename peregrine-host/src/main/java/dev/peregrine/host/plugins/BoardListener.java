package dev.peregrine.host.plugins;

import dev.peregrine.api.ExtensionException;

/**
 * Hears what an extension reports while it is called. Quick; called from the extension's threads.
 */
public interface BoardListener {

  /** A part of the search failed, while the rest goes on. */
  default void skipped(String what, ExtensionException why) {}

  /** A page needs a browser, and there is none here. */
  default void noBrowser() {}

  /** What is being done now. */
  default void step(String text) {}

  /** How much is done; total 0 when it is not known. */
  default void of(long done, long total) {}
}
