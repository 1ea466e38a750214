package dev.peregrine.host.prep;

import dev.peregrine.host.web.SafeHtml;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * All that is good to have before the eyes during a call, on one page that works without a
 * connection once it was opened.
 *
 * @param talk the round it is for; empty where none is noted
 * @param made when it was put together
 * @param points what to say, the most important first
 * @param prepare what the person meant to prepare, from earlier debriefs
 * @param untold what the posting asks for and no story shows
 * @param questions to ask them
 * @param posting as it was found
 * @param notes of this round; empty where there is none
 */
record SheetPage(
    Shell shell,
    long job,
    String title,
    String company,
    String facts,
    Optional<Talk> talk,
    String made,
    List<Point> points,
    List<String> prepare,
    List<Told> stories,
    List<String> untold,
    List<String> questions,
    BriefView brief,
    SafeHtml posting,
    List<Message> messages,
    List<SentThen> sent,
    List<Earlier> earlier,
    Optional<NotesPart> notes) {

  /**
   * The round.
   *
   * @param start as ISO 8601, for the countdown; empty where there is no date
   * @param zone the same time where they are, if that is another one
   */
  record Talk(
      long round,
      String kind,
      String when,
      String zone,
      String start,
      String countdown,
      String place,
      String link,
      List<String> people) {}

  /**
   * Something to say.
   *
   * @param why what it answers, or what bears it out; may be empty
   */
  record Point(String text, String why) {}

  /**
   * A story that fits.
   *
   * @param answers to what of the posting
   */
  record Told(String title, String answers, List<Part> parts) {}

  /** A part of a story. */
  record Part(String label, String text) {}

  /**
   * What is known of the company.
   *
   * @param made when, and whether the web was asked; empty where there is none
   */
  record BriefView(String made, String path, List<BriefPart> parts) {}

  /** What is told under one heading. */
  record BriefPart(String heading, List<String> claims) {}

  /** Something that was said or written. */
  record Message(String said, String when, String subject, String text) {}

  /** An application as it was sent. */
  record SentThen(
      String when,
      String path,
      String resume,
      List<String> letter,
      List<String> files,
      List<Answer> answers) {}

  /** A question of the form and what was answered. */
  record Answer(String question, String text) {}

  /** Notes of a round before. */
  record Earlier(String what, String text) {}

  String here() {
    return PrepRoutes.sheet(job, talk.map(Talk::round).orElse(0L));
  }

  String debrief() {
    return PrepRoutes.debrief(job, talk.map(Talk::round).orElse(0L));
  }

  String token() {
    return shell.token();
  }
}
