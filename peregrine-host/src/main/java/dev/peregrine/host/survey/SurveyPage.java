package dev.peregrine.host.survey;

import dev.peregrine.host.interviews.Frame;
import java.util.List;

/**
 * One survey.
 *
 * @param here its address
 * @param seen the version that a change of name, score or text is made from
 * @param about when it came and how
 * @param input its text
 * @param problem what another window stored meanwhile, or why something was not done; empty
 *     otherwise
 * @param matters what the person says matters to them; empty where they said nothing
 * @param pictures addresses of its pictures
 * @param reader why its pictures cannot be read; empty where they can
 * @param leaving whom what is asked may go to outside the person's network; empty for nobody
 */
record SurveyPage(
    Frame frame,
    String here,
    String name,
    String score,
    int seen,
    String about,
    String input,
    String problem,
    String matters,
    List<PictureLine> pictures,
    String reader,
    String leaving,
    WorkPart work,
    List<CardPart> cards) {

  /** A picture. */
  record PictureLine(int number, String path, int width, int height) {}

  String list() {
    return SurveyViews.path(frame.id());
  }

  boolean isRead() {
    return !input.isBlank();
  }
}
