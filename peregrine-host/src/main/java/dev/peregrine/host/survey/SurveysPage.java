package dev.peregrine.host.survey;

import dev.peregrine.host.interviews.Frame;
import java.util.List;

/**
 * The surveys of one application, and a new one.
 *
 * @param name typed for the new one
 * @param text pasted for the new one
 * @param problem why it was not taken; empty where nothing is wrong
 * @param reader who would read pictures, as a sentence
 * @param canRead whether anybody would
 * @param leaving whom what is asked may go to outside the person's network; empty for nobody
 */
record SurveysPage(
    Frame frame,
    String name,
    String text,
    String problem,
    String reader,
    boolean canRead,
    String leaving,
    List<Line> surveys) {

  /**
   * A survey.
   *
   * @param said how many questions it has and how many are answered
   */
  record Line(String name, String path, String when, String said, String score, boolean pictures) {}

  String here() {
    return SurveyViews.path(frame.id());
  }
}
