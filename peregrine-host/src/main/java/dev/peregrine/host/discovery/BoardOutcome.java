package dev.peregrine.host.discovery;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What a board brought in a run.
 *
 * @param board the board's id
 * @param name as people read it
 * @param state what became of it
 * @param found how many postings it showed
 * @param kept how many of them are new in the list
 * @param hidden how many of them are not: seen before, or hidden by a rule
 * @param sentence what there is to say about it; may be empty
 * @param done how much is read, in a unit that the board chooses
 * @param total of how much
 * @param hiddenBy rule → number; {@code seen} for those that were there before, {@code also-on} for
 *     those that another board had
 */
public record BoardOutcome(
    String board,
    String name,
    OutcomeState state,
    int found,
    int kept,
    int hidden,
    String sentence,
    OptionalInt done,
    OptionalInt total,
    Map<String, Integer> hiddenBy) {

  public BoardOutcome {
    hiddenBy = Map.copyOf(hiddenBy);
  }
}
