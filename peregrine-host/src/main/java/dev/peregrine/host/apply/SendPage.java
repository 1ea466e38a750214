package dev.peregrine.host.apply;

import dev.peregrine.host.applications.Check;
import java.util.List;
import java.util.Optional;

/**
 * The last tab: what is to be thought of, what goes along, and that it was sent.
 *
 * @param points what Peregrine sees by itself
 * @param items what the person wants to think of
 * @param papers the files that go along
 * @param documents what can be written and put along
 * @param form where the employer takes applications; empty where no address is known
 * @param sent what was sent before, the last first
 * @param kept in a sentence, what is kept when it is marked as applied
 * @param canLook whether it can be seen again if the posting is open
 * @param hasGoneOn whether the job is applied for already, or further
 * @param today the last day that can be chosen, as 2026-03-12
 * @param problem what is wrong with what was given; empty if nothing is
 */
record SendPage(
    Frame frame,
    List<Point> points,
    List<Check> items,
    List<PaperLine> papers,
    List<Option> documents,
    String form,
    List<SentLine> sent,
    String kept,
    boolean canLook,
    boolean hasGoneOn,
    String today,
    Optional<String> problem) {

  /**
   * A line of the checklist that makes itself.
   *
   * @param path where something can be done about it; empty for nowhere
   */
  record Point(TabState state, String text, String why, String action, String path) {}

  /** One of several to choose from. */
  record Option(String value, String label) {}

  String token() {
    return frame.token();
  }
}
