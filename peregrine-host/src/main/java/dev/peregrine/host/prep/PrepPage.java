package dev.peregrine.host.prep;

import dev.peregrine.host.interviews.Frame;
import java.util.List;
import java.util.Optional;

/**
 * Getting ready for the rounds of one application.
 *
 * @param next the sheet to open
 * @param points what to say
 * @param stories those that fit, each with what it answers
 * @param untold what the posting asks for and no story shows
 * @param past rounds that took place
 */
record PrepPage(
    Frame frame,
    Optional<SheetPage.Talk> next,
    List<SheetPage.Point> points,
    List<String> prepare,
    List<Fitting> stories,
    List<Untold> untold,
    int allStories,
    List<Past> past) {

  /** A story. */
  record Fitting(String title, String path, String answers, String missing) {}

  /** Something that nothing is told of. */
  record Untold(String term, String path) {}

  /**
   * A round that took place.
   *
   * @param said of the debrief; empty where there is none
   */
  record Past(String what, String sheet, String debrief, String said) {}

  boolean hasAside() {
    return !prepare.isEmpty() || !past.isEmpty();
  }

  String sheet() {
    return PrepRoutes.sheet(frame.id(), next.map(SheetPage.Talk::round).orElse(0L));
  }
}
