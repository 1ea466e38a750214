package dev.peregrine.host.briefs;

import dev.peregrine.host.interviews.Frame;
import java.util.List;

/** What is known of the employer of one application, and what to say about it. */
record BriefPage(
    Frame frame,
    BriefPart part,
    List<Point> points,
    String pointsSaid,
    Meant meant,
    List<Version> versions,
    String company) {

  /**
   * Something to say.
   *
   * @param evidence where in the résumé that stands
   * @param asked what it answers, as a sentence; may be empty
   */
  record Point(String text, String evidence, String asked) {}

  /**
   * Which company is meant.
   *
   * @param name as it is searched for; empty where nobody says
   * @param site its own; empty where that is not known
   * @param said whether the person said so
   */
  record Meant(String here, long job, String name, String site, boolean said, String token) {}

  /** A version of the brief. */
  record Version(String path, String when, String how, boolean here) {}
}
