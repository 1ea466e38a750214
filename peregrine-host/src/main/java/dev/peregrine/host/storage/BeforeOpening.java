package dev.peregrine.host.storage;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Looks after a database file before it is opened, as by fetching a newer one. It may take its
 * time; only who wants that file waits.
 */
public interface BeforeOpening {

  /** Opens files as they lie there. */
  BeforeOpening NOTHING =
      new BeforeOpening() {
        @Override
        public boolean concerns(Path file) {
          return false;
        }

        @Override
        public void before(Path file) {
          // Nothing is to be done.
        }
      };

  /** Whether there may be something to do; asked each time a file is opened. */
  boolean concerns(Path file);

  /**
   * Does it, while no other program has the file, where a file is for one alone.
   *
   * @throws IOException where the file must not be opened now; the message is for a person
   */
  void before(Path file) throws IOException;
}
