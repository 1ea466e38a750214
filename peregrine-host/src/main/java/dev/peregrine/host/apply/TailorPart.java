package dev.peregrine.host.apply;

import dev.peregrine.host.review.Match;
import java.util.List;

/**
 * What stands within the frame.
 *
 * @param lane the number of the résumé that is sent; 0 for none
 * @param version of it, as it was looked at
 * @param name of it
 * @param fit what the changes do to the match, as a sentence; empty for nothing to say
 * @param covers how much of what is asked for it shows, as a sentence
 * @param onlyInLetter what the letter claims and the changed résumé shows no more
 * @param stale accepted changes of words that the résumé no longer has
 */
record TailorPart(
    long job,
    String token,
    long lane,
    int version,
    String name,
    String fit,
    String covers,
    List<Lane> lanes,
    List<Gaps> gaps,
    List<String> minor,
    List<Shown> shown,
    List<Item> open,
    List<Item> accepted,
    List<Item> declined,
    List<Item> stale,
    List<Pick> picks,
    List<Doubt> onlyInLetter,
    Model model) {

  /**
   * A résumé to choose.
   *
   * @param covers such as {@code shows 7 of 12}
   */
  record Lane(long id, String name, Match match, String covers, boolean chosen, boolean best) {}

  /** Gaps that would go to the same part of the résumé. */
  record Gaps(String place, String help, List<GapLine> lines) {}

  /**
   * A gap.
   *
   * @param weight in a word
   * @param hue of that word
   * @param addable whether it can be added by its name
   */
  record GapLine(String term, String weight, String hue, String reason, boolean addable) {}

  /** Something that is asked for and shown, with where. */
  record Shown(String term, String fact) {}

  /**
   * A change.
   *
   * @param by how a form names it: {@code change} or {@code rule}
   * @param key its value
   * @param what it does, such as {@code Said otherwise}
   * @param place whose bullet it is
   * @param before of words; empty for an order
   * @param order of bullets or skills; empty for words
   * @param out what is left out
   * @param inline whether the order is short enough for one line
   * @param typed the new words, for being edited; empty where they cannot be
   */
  record Item(
      String by,
      String key,
      String what,
      String place,
      List<Piece> before,
      List<Piece> after,
      List<Line> order,
      List<String> out,
      List<Doubt> doubts,
      String reason,
      String maker,
      boolean inline,
      String typed) {

    /** For ids. */
    String id() {
      return (by + "-" + key).replaceAll("[^A-Za-z0-9-]", "-");
    }

    boolean isDoubtful() {
      return !doubts.isEmpty();
    }
  }

  /**
   * A piece of a text.
   *
   * @param kind {@code gone}, {@code new}, {@code nope} or empty
   */
  record Piece(String text, String kind) {}

  /**
   * A bullet or a skill.
   *
   * @param was where it stood, where it moved up
   */
  record Line(String text, String was) {}

  record Doubt(String words, String why) {}

  /** The bullets of a position, for choosing. */
  record Pick(String place, String title, List<Bullet> bullets) {}

  record Bullet(int number, String text, boolean kept) {}

  /**
   * What a model is doing, or could.
   *
   * @param state {@code none}, {@code locked}, {@code ready} or {@code running}
   * @param sentence why not, or what it does now
   * @param failed why the last time failed; empty where it did not
   */
  record Model(String state, String sentence, long task, long done, long total, String failed) {}
}
