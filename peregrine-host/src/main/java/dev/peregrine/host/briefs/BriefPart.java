package dev.peregrine.host.briefs;

import java.util.List;

/**
 * A brief, or what there is instead; drawn anew while it is looked up.
 *
 * @param here the company's page, to which everything is posted
 * @param job the application beside which it stands; 0 for none
 * @param title what stands above it
 * @param state how far a look-up is
 * @param made when and from what it was made, as a sentence; empty where there is none
 * @param live whether it was looked up on the web
 * @param looked how it went at the places where it was looked up
 * @param dropped a sentence about what a model said and its sources did not; empty for nothing
 * @param words whose words it has
 * @param earlier a sentence where this is not the newest version; empty where it is
 */
record BriefPart(
    String here,
    long job,
    String title,
    Looking state,
    String made,
    boolean live,
    List<Section> sections,
    List<Origin> sources,
    List<Went> looked,
    String dropped,
    Words words,
    String earlier,
    String token) {

  /**
   * Whose words they are.
   *
   * @param offersModel whether a model could be set up to word it
   * @param locked why a model may not word it; empty where it may
   */
  record Words(boolean offersModel, String locked) {}

  /**
   * How far a look-up is.
   *
   * @param step what it does now; empty unless it goes on
   * @param done of {@code total}; 0 where that is not known
   * @param failed why the last one gave nothing; empty where it did
   */
  record Looking(boolean running, String step, long done, long total, String failed) {}

  /** What is said under headings; that there are no warning signs is something said, too. */
  List<Section> told() {
    return sections.stream().filter(section -> !section.isUntold()).toList();
  }

  /** Headings under which there is nothing. */
  List<Section> untold() {
    return sections.stream().filter(Section::isUntold).toList();
  }

  /**
   * What stands under a heading.
   *
   * @param said when this heading was looked up alone; empty where with the others
   * @param own what a model says without a source
   */
  record Section(
      String key, String title, String kind, List<Line> claims, List<String> own, String said) {

    boolean isEmpty() {
      return claims.isEmpty() && own.isEmpty();
    }

    boolean isUntold() {
      return isEmpty() && !key.equals("red-flags");
    }
  }

  /** A sentence with the numbers of its sources. */
  record Line(String text, List<Ref> refs) {}

  /** A source's number in this brief, and what it is. */
  record Ref(int number, String title) {}

  /**
   * A source.
   *
   * @param about its kind, when it was read, and what it says of its own date
   * @param warning that it speaks to machines; empty where it does not
   */
  record Origin(
      int number, String title, String host, String address, String about, String warning) {}

  /** How it went at one place. */
  record Went(String kind, String text) {}

  boolean hasBrief() {
    return !made.isEmpty();
  }

  /** The address of this part alone. */
  String part() {
    return here + "/part" + (job > 0 ? "?job=" + job : "");
  }
}
