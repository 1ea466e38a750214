package dev.peregrine.host.storage;

import java.nio.file.Path;

/**
 * Says whether this program may change a database file at this moment. Asked when a writing
 * transaction begins and again before it ends, so that one who was replaced by another stores
 * nothing any more.
 */
@FunctionalInterface
public interface Fence {

  /** Where nobody else could have taken over. */
  Fence OPEN = file -> {};

  /**
   * Lets whoever may change it through.
   *
   * @throws FencedException where this program may not; nothing is stored then
   */
  void check(Path file);

  /**
   * Lets whoever may open it through, be it for reading alone.
   *
   * @throws FencedException where this program may not
   */
  default void checkOpening(Path file) {}
}
