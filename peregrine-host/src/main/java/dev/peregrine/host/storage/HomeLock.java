package dev.peregrine.host.storage;

import java.nio.file.Path;

/** Makes sure that one Peregrine at a time uses a data folder. */
public final class HomeLock implements AutoCloseable {

  private HomeLock() {}

  /**
   * Takes the folder until the result is closed or the program ends.
   *
   * @throws StorageException if another Peregrine has it, with a sentence that says so
   */
  public static HomeLock take(Path data) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
