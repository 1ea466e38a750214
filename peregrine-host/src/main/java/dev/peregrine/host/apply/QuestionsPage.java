package dev.peregrine.host.apply;

import java.util.List;

/**
 * The questions of a job's form.
 *
 * @param typed what was pasted and could not be taken
 * @param leaving whom what is asked may go to outside the person's network; empty for nobody
 */
record QuestionsPage(
    Frame frame, String typed, String problem, String leaving, List<QuestionPart> questions) {

  String here() {
    return "/apply/%d/questions".formatted(frame.id());
  }
}
