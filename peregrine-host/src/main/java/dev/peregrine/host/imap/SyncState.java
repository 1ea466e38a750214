package dev.peregrine.host.imap;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with reading a mailbox.
 *
 * @param running whether it is being read now
 * @param synced when all of its folders were read to their end last
 * @param failed why that could not be done the last time; empty where it could
 */
public record SyncState(boolean running, Optional<Instant> synced, Optional<Failed> failed) {

  /**
   * Why a mailbox could not be read.
   *
   * @param sentence for the person, with what to do
   */
  public record Failed(MailException.Kind kind, String sentence, Instant at) {

    /** Whether trying again without the person doing something would change nothing. */
    public boolean waitsForPerson() {
      return switch (kind) {
        case LOGIN, INSECURE -> true;
        case UNREACHABLE, BUSY, FOLDER, BROKEN -> false;
      };
    }
  }
}
