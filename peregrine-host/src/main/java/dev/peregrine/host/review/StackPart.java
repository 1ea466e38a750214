package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    return Stream.of("kind", "pay", "far", "employer", "level", "old")
        .map(reason -> t("review.reason-" + reason))
        .toList();
  }
}
