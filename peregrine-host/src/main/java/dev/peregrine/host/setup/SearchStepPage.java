package dev.peregrine.host.setup;

import java.util.List;
import java.util.Map;

/**
 * What a person looks for, as a form.
 *
 * @param old the name of the search profile; empty for a new one
 * @param seen tells what was stored when the page was made
 * @param titlesOffered titles of the résumé that are not chosen
 * @param placesOffered the same for places
 * @param errors by field
 * @param problem why nothing was saved; empty for nothing
 */
record SearchStepPage(
    StepFrame frame,
    String old,
    String seen,
    SearchAnswers answers,
    List<String> titlesOffered,
    List<String> placesOffered,
    List<Board> boards,
    Map<String, String> errors,
    String problem) {

  /** A board to tick. */
  record Board(String id, String name, boolean chosen) {}

  long chosenBoards() {
    return boards.stream().filter(Board::chosen).count();
  }

  String error(String field) {
    return errors.getOrDefault(field, "");
  }

  String token() {
    return frame.token();
  }
}
