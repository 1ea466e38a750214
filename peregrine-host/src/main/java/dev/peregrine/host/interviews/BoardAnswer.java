package dev.peregrine.host.interviews;

import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.ToastPart;
import dev.peregrine.host.web.Visit;

/** Says what was done: on the board, which is drawn anew, or on the page where it was asked for. */
record BoardAnswer(Board board) {

  static boolean isOnBoard(Visit visit) {
    return visit.value("on").equals("board");
  }

  /**
   * @param moved the job that was moved just now; -1 for none
   * @param page where to go, where it was asked for nowhere else
   */
  void say(Visit visit, Toast toast, long moved, String page) {
    BoardQuery query = BoardQuery.of(visit);
    if (visit.wantsParts() && isOnBoard(visit)) {
      visit.replace("#board", query.path());
      visit.parts(board.of(visit, query, moved), new ToastPart(toast, visit.token()));
    } else {
      String back = visit.value("back");
      visit.go(isOnBoard(visit) ? query.path() : back.isEmpty() ? page : back, toast);
    }
  }
}
