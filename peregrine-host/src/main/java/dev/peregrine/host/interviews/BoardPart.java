package dev.peregrine.host.interviews;

import java.util.List;

/**
 * The board.
 *
 * @param path under which it is drawn so again
 * @param lede one sentence: what comes next
 * @param ended how many ended
 * @param endings how many after which stage
 * @param folded whether the first lane is folded
 * @param moves where several can be moved to
 */
record BoardPart(
    BoardQuery query,
    String lede,
    List<Lane> lanes,
    long ended,
    List<Ended> endings,
    boolean folded,
    MoveChoices moves,
    String token) {

  /**
   * A stage and who stands there.
   *
   * @param more where more of it is shown; empty where all is
   * @param moreLabel how many more
   * @param empty what is said where nobody is there
   */
  record Lane(
      String key,
      String title,
      long count,
      List<Tile> tiles,
      String more,
      String moreLabel,
      String empty,
      String note) {}

  /** How many ended after one stage. */
  record Ended(String label, long count, String path) {}

  String path() {
    return query.path();
  }

  boolean isEmpty() {
    return ended == 0 && lanes.stream().allMatch(lane -> lane.count() == 0);
  }

  Lane front() {
    return lanes.getFirst();
  }

  List<Lane> talks() {
    return lanes.subList(1, 3);
  }

  List<Lane> ends() {
    return lanes.subList(3, lanes.size());
  }
}
