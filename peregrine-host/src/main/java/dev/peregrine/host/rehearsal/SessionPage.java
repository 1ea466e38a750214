package dev.peregrine.host.rehearsal;

import dev.peregrine.host.interviews.Frame;
import java.util.List;
import java.util.Optional;

/**
 * A practice interview.
 *
 * @param path of the session
 * @param title the kind of round
 * @param progress which question of how many
 * @param step what is to be done now
 * @param card the question that is asked, or was last; empty before the first
 * @param answer the form; empty unless the question is open
 * @param rate the form; empty unless the person rates now
 * @param rated how the last answer was; empty where it is not rated
 * @param model what a model does
 * @param mine what was typed here while another window saved; empty for nothing
 * @param over the end; empty before it
 * @param earlier what was said so far, the first first
 */
record SessionPage(
    Frame frame,
    String path,
    String title,
    String progress,
    Step step,
    Optional<QuestionCard> card,
    Optional<AnswerForm> answer,
    Optional<RateForm> rate,
    Optional<RatedCard> rated,
    ModelPart model,
    String mine,
    Optional<OverCard> over,
    List<Said> earlier) {

  String token() {
    return frame.token();
  }

  /** What is to be done now. */
  enum Step {
    /** A model asks or rates. */
    MODEL,
    /** Nobody asks yet. */
    NEXT,
    ANSWER,
    RATE,
    /** Look at the rating, then go on. */
    READ,
    OVER
  }

  boolean is(String word) {
    return step.name().equals(word);
  }

  /**
   * The question.
   *
   * @param comesBack whether it went badly before
   * @param from lines of the résumé that have to do with it
   * @param stories of the person that would fit
   * @param said the answer, while a model reads it; empty otherwise
   */
  record QuestionCard(
      long turn,
      String theme,
      String question,
      String hint,
      String askedBy,
      boolean comesBack,
      List<String> from,
      List<StoryLink> stories,
      String said) {}

  /** One of the person's stories. */
  record StoryLink(String path, String title) {}

  /**
   * Where the answer is typed.
   *
   * @param clock whether the time is shown
   */
  record AnswerForm(long turn, String text, DraftPart saved, boolean clock) {}

  /**
   * The person rates.
   *
   * @param length how long it was
   * @param doubts what the résumé does not say
   */
  record RateForm(
      long turn,
      String answer,
      String length,
      List<String> doubts,
      List<Measure> measures,
      String problem) {}

  /** One criterion to be rated. */
  record Measure(String key, String title, String asks, List<Level> levels) {}

  /** One level. */
  record Level(int value, String label) {}

  /**
   * How an answer was.
   *
   * @param by who rated
   * @param next the label of the way on
   */
  record RatedCard(
      String answer,
      String length,
      String by,
      String summary,
      List<Line> lines,
      List<String> doubts,
      String next) {}

  /**
   * One criterion.
   *
   * @param level in words
   * @param kind its colour
   * @param advice what to try next time; empty where it was good
   */
  record Line(
      String title,
      int value,
      String level,
      String kind,
      String sentence,
      String quote,
      String advice) {}

  /** The end. */
  record OverCard(String about, List<Line> means, List<String> comesBack) {}

  /** A question with its answer. */
  record Said(String question, String answer, String rating) {}
}
