package dev.peregrine.host.replies;

import dev.peregrine.host.letters.CleanAnswer;
import dev.peregrine.host.llm.AnswerPieces;
import dev.peregrine.host.tenancy.Tenant;

/** A message while a model writes it. Read by pages and written by a thread of the backend. */
final class ReplyInWriting {

  private final long task;
  private final StringBuilder text = new StringBuilder();
  private String backend = "";
  private String error = "";

  ReplyInWriting(long task) {
    this.task = task;
  }

  synchronized ReplyState state() {
    return new ReplyState(task, backend, CleanAnswer.spoken(text.toString()), error);
  }

  synchronized void failed(String why) {
    error = why;
  }

  private synchronized void asks(String newBackend) {
    backend = newBackend;
  }

  private synchronized void add(String more) {
    // Whoever writes without end is cut here; what is stored has a limit of its own.
    if (text.length() < Replies.LONGEST * 2) {
      text.append(more);
    }
  }

  private synchronized void clear() {
    text.setLength(0);
  }

  /**
   * Takes the answer.
   *
   * @param changed is told after each piece, with the tenant bound
   */
  AnswerPieces reader(Runnable changed) {
    Tenant tenant = Tenant.current();
    return new AnswerPieces() {
      @Override
      public void asks(String newBackend, String model) {
        ReplyInWriting.this.asks(newBackend);
        tenant.run(changed);
      }

      @Override
      public void piece(String more) {
        add(more);
        tenant.run(changed);
      }

      @Override
      public void beginsAnew() {
        clear();
        tenant.run(changed);
      }
    };
  }
}
