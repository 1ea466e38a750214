package dev.peregrine.host.letters;

import dev.peregrine.host.letters.WritingState.Step;
import dev.peregrine.host.llm.AnswerPieces;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/** A letter while a model writes it. Read by pages and written by a thread of the backend. */
final class InWriting {

  private final StringBuilder text = new StringBuilder();
  private long task;
  private Step step = Step.WAITING;
  private String backend = "";
  private String model = "";
  private String longest = "";
  private String error = "";

  InWriting(long task) {
    this.task = task;
  }

  /** More came than any letter has. */
  static final class NoLetterException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  synchronized void isTask(long number) {
    task = number;
  }

  synchronized WritingState state() {
    String spoken = CleanAnswer.spoken(text.toString());
    return new WritingState(
        task, step, backend, model, spoken, step == Step.WRITING && spoken.isEmpty(), error);
  }

  synchronized String backend() {
    return backend;
  }

  synchronized String model() {
    return model;
  }

  /** The most that any backend wrote. */
  synchronized String longest() {
    return text.length() > longest.length() ? text.toString() : longest;
  }

  synchronized void failed(String why) {
    step = Step.FAILED;
    error = why;
  }

  /**
   * Takes the answer.
   *
   * @param changed is told after each piece, with the tenant bound
   * @param run is told who writes; null where no task does
   */
  AnswerPieces reader(Runnable changed, @Nullable TaskRun run) {
    Tenant tenant = Tenant.current();
    return new AnswerPieces() {
      @Override
      public void asks(String newBackend, String newModel) {
        begins(newBackend, newModel);
        if (run != null) {
          run.step(newBackend + " writes");
        }
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

  private synchronized void begins(String newBackend, String newModel) {
    backend = newBackend;
    model = newModel;
  }

  private synchronized void add(String more) {
    if (text.length() + more.length() > LetterContent.LONGEST) {
      text.append(more, 0, LetterContent.LONGEST - text.length());
      throw new NoLetterException();
    }
    step = Step.WRITING;
    text.append(more);
  }

  private synchronized void voided() {
    longest = longest();
    text.setLength(0);
    step = Step.WAITING;
  }
}
