package dev.peregrine.host.rounds;

import java.time.Instant;
import java.util.Optional;

/**
 * What the person noted of a round.
 *
 * @param version 0 while there is nothing
 * @param changed when it was saved last
 */
public record RoundNotes(long round, String text, int version, Optional<Instant> changed) {

  /** The end of a save. */
  public sealed interface Saving {

    /** Stored, or the same as before. */
    record Done(RoundNotes notes) implements Saving {}

    /** Somebody saved in between; nothing was stored. */
    record Overtaken(RoundNotes inUse) implements Saving {}
  }
}
