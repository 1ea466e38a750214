package dev.peregrine.host.home;

import dev.peregrine.host.web.Icon;
import java.util.List;
import java.util.OptionalInt;

/**
 * The run over the boards that goes on, or the last one.
 *
 * @param none whether there was no run yet
 * @param running whether it goes on
 * @param task its task
 * @param title what it is called
 * @param about what was searched for, and when
 * @param sentence how far it is, or what it brought
 * @param done boards that are through
 * @param total boards in all
 * @param canStart whether there is a search profile to search for
 */
record RunPart(
    boolean none,
    boolean running,
    long task,
    String title,
    String about,
    String sentence,
    int done,
    int total,
    List<Line> boards,
    boolean canStart,
    String token) {

  /**
   * A board's line.
   *
   * @param kind a class for the state's colour
   * @param asked whether it has numbers at all
   * @param hiddenPath where the hidden ones are, empty where there are none
   * @param help where a person can do something about it, empty for nowhere
   */
  record Line(
      String id,
      String name,
      String kind,
      Icon icon,
      String state,
      boolean asked,
      int found,
      int kept,
      int hidden,
      List<Piece> pieces,
      String hiddenPath,
      OptionalInt done,
      OptionalInt total,
      String help) {}

  /** A part of a board's sentence, with where it leads; empty for nowhere. */
  record Piece(String text, String path) {}
}
