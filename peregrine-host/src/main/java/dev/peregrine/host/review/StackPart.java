package dev.peregrine.host.review;

import java.util.List;
import java.util.Optional;

/**
 * The card that is decided now, with its buttons.
 *
 * @param waiting how many wait, as text
 * @param rest whether skipped ones are left where there is no card
 * @param narrowed the filters in words; empty for none
 */
record StackPart(
    StackState state,
    String waiting,
    Optional<Card> card,
    boolean rest,
    List<String> narrowed,
    String token) {

  static final List<String> REASONS =
      List.of(
          "Not my kind of work",
          "Pays too little",
          "Too far, or too much on site",
          "Not for this employer",
          "Too senior or too junior",
          "Looks old or not real");

  String listPath() {
    return state.query().with("view", "list").path();
  }

  String plainPath() {
    return state.query().path();
  }

  String clearedPath() {
    return state.query().cleared().path();
  }

  String action(String what) {
    return state.action("/review/" + card.map(Card::id).orElse(0L) + "/" + what);
  }

  String undoAction() {
    return state.action("/review/undo");
  }

  List<String> reasons() {
    return REASONS;
  }
}
