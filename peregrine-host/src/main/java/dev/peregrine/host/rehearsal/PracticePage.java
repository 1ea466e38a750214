package dev.peregrine.host.rehearsal;

import dev.peregrine.host.interviews.Frame;
import java.util.List;

/**
 * Practising for one application: how to begin, what comes back, and what was practised.
 *
 * @param open the session that was begun and is not over; empty for none
 * @param start the form
 * @param weak what comes back, the newest first
 * @param moreWeak how many more there are
 * @param sessions the newest first
 * @param toAsk questions for them, in groups
 */
record PracticePage(
    Frame frame,
    String path,
    List<SessionLine> open,
    StartForm start,
    List<WeakLine> weak,
    int moreWeak,
    List<SessionLine> sessions,
    List<AskGroup> toAsk) {

  String token() {
    return frame.token();
  }

  /** One of several. */
  record Choice(String value, String label, boolean chosen) {}

  /**
   * How a session begins.
   *
   * @param askers none where only the questions of the program can be asked
   * @param noModel why, in a sentence; empty where a model can
   * @param locked whether the tier is why
   * @param leaving a sentence where what is said goes out of the person's network
   */
  record StartForm(
      List<Choice> kinds,
      List<Choice> lengths,
      List<Choice> languages,
      List<Choice> askers,
      String noModel,
      boolean locked,
      String leaving,
      String problem) {}

  /**
   * A question that comes back.
   *
   * @param what weak in what, and where and when
   */
  record WeakLine(long turn, String question, String what) {}

  /** A session in a list. */
  record SessionLine(long id, String title, String about, String remove) {}

  /** Questions for them of one kind. */
  record AskGroup(String title, List<String> questions) {}
}
