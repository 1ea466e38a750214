package dev.peregrine.host.surveys;

import dev.peregrine.host.llm.AnswerPieces;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tenancy.Tenant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Some questions while a model weighs them: each is kept when its answer is whole. */
final class InWeighing implements AnswerPieces {

  /** More has no answer to some questions. */
  private static final int LONGEST = 200_000;

  private final Surveys surveys;
  private final TaskRun run;
  private final SurveyMode mode;
  private final Map<Integer, SurveyQuestion> byNumber;
  private final Map<Integer, Asked> asked = new HashMap<>();
  private final Set<Integer> kept = new HashSet<>();
  private final StringBuilder text = new StringBuilder();
  private final Tenant tenant = Tenant.current();
  private String backend = "";

  InWeighing(Surveys surveys, TaskRun run, SurveyMode mode, Map<Integer, SurveyQuestion> byNumber) {
    this.surveys = surveys;
    this.run = run;
    this.mode = mode;
    this.byNumber = byNumber;
    byNumber.forEach((number, question) -> asked.put(number, question.asked()));
    step("A model is asked");
  }

  private void step(String what) {
    int first = byNumber.keySet().stream().min(Integer::compare).orElse(1);
    int last = byNumber.keySet().stream().max(Integer::compare).orElse(1);
    run.step(
        first == last
            ? "%s of question %d".formatted(what, first)
            : "%s of questions %d to %d".formatted(what, first, last));
  }

  @Override
  public synchronized void asks(String newBackend, String model) {
    backend = newBackend;
    step("“%s” weighs the options".formatted(newBackend));
  }

  @Override
  public synchronized void piece(String more) {
    if (text.length() + more.length() > LONGEST) {
      return; // the whole is held against the schema in the end, and refused
    }
    text.append(more);
    if (more.indexOf('}') >= 0) {
      tenant.run(() -> keep(text.toString(), backend));
    }
  }

  /** What came of a backend that then broke off is taken back: the next one says it anew. */
  @Override
  public synchronized void beginsAnew() {
    text.setLength(0);
    tenant.run(() -> kept.forEach(number -> store(number, Optional.empty())));
    kept.clear();
  }

  /** Takes the answer as it is in the end. */
  synchronized void whole(String answer, String by) {
    keep(answer, by);
  }

  private void keep(String written, String by) {
    WrittenAnswers.of(WrittenAnswers.whole(written), asked, mode, by)
        .forEach(
            (number, weighing) -> {
              if (kept.add(number)) {
                store(number, Optional.of(weighing));
              }
            });
  }

  private void store(int number, Optional<Weighing> weighing) {
    SurveyQuestion question = byNumber.get(number);
    if (question != null) {
      surveys.weigh(question.id(), weighing);
    }
  }
}
