package dev.peregrine.host.practice;

import dev.peregrine.host.llm.AnswerPieces;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tenancy.Tenant;

/** What a model is about to say. Read by pages and written by a thread of the backend. */
final class InHand {

  private static final int FAR_TOO_MUCH = 12_000;

  private final InterviewState.Doing doing;
  private final StringBuilder text = new StringBuilder();
  private boolean failed;
  private String backend = "";
  private String error = "";
  private long task;

  InHand(InterviewState.Doing doing) {
    this.doing = doing;
  }

  /** More came than any question or rating has. */
  static final class TooMuchException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  synchronized void isTask(long number) {
    task = number;
  }

  synchronized InterviewState state() {
    String shown = doing == InterviewState.Doing.ASKS ? SpokenQuestion.of(text.toString()) : "";
    return new InterviewState(task, doing, failed, backend, shown, error);
  }

  synchronized void failed(String why) {
    failed = true;
    error = why;
  }

  /**
   * Takes the answer.
   *
   * @param changed is told after each piece, with the tenant bound
   */
  AnswerPieces reader(Runnable changed, TaskRun run) {
    Tenant tenant = Tenant.current();
    return new AnswerPieces() {
      @Override
      public void asks(String newBackend, String newModel) {
        begins(newBackend);
        run.step(newBackend + (doing == InterviewState.Doing.ASKS ? " asks" : " reads the answer"));
        tenant.run(changed);
      }

      @Override
      public void piece(String more) {
        add(more);
        tenant.run(changed);
      }

      @Override
      public void beginsAnew() {
        voided();
        tenant.run(changed);
      }
    };
  }

  private synchronized void begins(String newBackend) {
    backend = newBackend;
  }

  private synchronized void add(String more) {
    if (text.length() + more.length() > FAR_TOO_MUCH) {
      throw new TooMuchException();
    }
    text.append(more);
  }

  private synchronized void voided() {
    text.setLength(0);
  }
}
