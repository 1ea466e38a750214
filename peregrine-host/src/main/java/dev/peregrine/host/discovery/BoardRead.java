package dev.peregrine.host.discovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What one reading of a board brought.
 *
 * @param at when it was over
 * @param state what became of it
 * @param found how many postings it showed
 * @param kept how many of them are new in the list
 * @param skipped parts that could not be read because they look unlike before
 * @param missed parts that were away for the moment
 * @param filled how many of the found ones say each thing
 * @param took how long it took
 * @param sentence what there was to say about it
 * @param changed in what it fell behind its own past; empty where it did not
 */
public record BoardRead(
    Instant at,
    OutcomeState state,
    int found,
    int kept,
    int skipped,
    int missed,
    Map<PostingField, Integer> filled,
    Duration took,
    String sentence,
    String changed) {

  public BoardRead {
    filled = Map.copyOf(filled);
  }

  BoardRead withChanged(String newChanged) {
    return new BoardRead(
        at, state, found, kept, skipped, missed, filled, took, sentence, newChanged);
  }

  /** Whether it tells how the board is: it was read, and no part was away. */
  boolean isWhole() {
    return state == OutcomeState.DONE && missed == 0;
  }

  /** How many of a hundred postings say it; 0 where there are none. */
  public int percent(PostingField field) {
    return found == 0 ? 0 : Math.round(100f * filled.getOrDefault(field, 0) / found);
  }
}
