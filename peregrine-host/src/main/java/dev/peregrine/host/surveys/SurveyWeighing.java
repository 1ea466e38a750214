package dev.peregrine.host.surveys;

import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.llm.LlmAnswer;
import dev.peregrine.host.llm.LlmState;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.tailoring.TailoredResume;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Gate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has a model weigh the options of a survey, as a task: some questions at a time, each kept as soon
 * as it is written. Begun again, it goes on with those that are not weighed yet.
 */
public final class SurveyWeighing {

  static final String TASK = "survey";

  private static final int AT_ONCE_QUICK = 8;
  private static final int AT_ONCE_DETAILED = 3;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Surveys surveys;
  private final Jobs jobs;
  private final Tailorings tailorings;
  private final Tasks tasks;
  private final Llms llms;
  private final Gate gate;
  private final Supplier<Answerer> answerer;

  /** What a task is told. */
  private record Params(long survey, String mode) {}

  /**
   * @param answerer the current tenant's person, asked for at each survey
   */
  public SurveyWeighing(
      Surveys surveys,
      Jobs jobs,
      Tailorings tailorings,
      Tasks tasks,
      Llms llms,
      Gate gate,
      Supplier<Answerer> answerer) {
    this.surveys = surveys;
    this.jobs = jobs;
    this.tailorings = tailorings;
    this.tasks = tasks;
    this.llms = llms;
    this.gate = gate;
    this.answerer = answerer;
    SurveyPrompts.addTo(llms);
    tasks.register(TASK, gate, this::run);
  }

  /** The gate before it. */
  public Gate gate() {
    return gate;
  }

  /** Whether there is a model to ask. */
  public boolean hasModel() {
    return llms.hasOwn();
  }

  /** Those whom what is asked may leave the person's network for. */
  public List<LlmState> sendingAway() {
    return llms.sendingAway();
  }

  /** The current tenant's person. */
  public Answerer answerer() {
    return answerer.get();
  }

  /** The task that works at a survey, or did last. */
  public Optional<Task> task(Survey survey) {
    return survey.task().isPresent() ? tasks.find(survey.task().getAsLong()) : Optional.empty();
  }

  /**
   * Begins, or goes on. Where all questions are weighed so already, they are weighed anew.
   *
   * @throws dev.peregrine.host.tenancy.LockedException where the person may not
   */
  public void begin(Survey survey, SurveyMode mode) {
    gate.pass();
    List<SurveyQuestion> questions = surveys.questions(survey.id());
    if (questions.stream().allMatch(question -> isWeighed(question, mode))) {
      questions.forEach(question -> surveys.weigh(question.id(), Optional.empty()));
    }
    long task =
        tasks
            .submit(
                TASK,
                Long.toString(survey.id()),
                "Weigh the options of survey %d".formatted(survey.id()),
                JSON.writeValueAsString(new Params(survey.id(), mode.key())))
            .id();
    surveys.works(survey.id(), task, mode);
  }

  private static boolean isWeighed(SurveyQuestion question, SurveyMode mode) {
    return question
        .weighing()
        .filter(weighing -> weighing.mode() == mode || weighing.mode() == SurveyMode.DETAILED)
        .isPresent();
  }

  private String run(TaskRun run) throws TaskFailedException, InterruptedException {
    Params params = JSON.readValue(run.params(), Params.class);
    SurveyMode mode = SurveyMode.of(params.mode());
    Survey survey =
        surveys
            .findById(params.survey())
            .orElseThrow(() -> new TaskFailedException("The survey was taken away meanwhile."));
    Job job =
        jobs.findById(survey.job())
            .orElseThrow(() -> new TaskFailedException("The job is not there any more."));
    List<SurveyQuestion> all = surveys.questions(survey.id());
    List<SurveyQuestion> open =
        all.stream().filter(question -> !isWeighed(question, mode)).toList();
    var person =
        new PersonText(
            llms,
            answerer.get(),
            tailorings.toSend(job.id()).map(TailoredResume::document),
            job,
            surveys.answered(survey));
    int atOnce = mode == SurveyMode.QUICK ? AT_ONCE_QUICK : AT_ONCE_DETAILED;
    int done = all.size() - open.size();
    for (int from = 0; from < open.size(); from += atOnce) {
      List<SurveyQuestion> some = open.subList(from, Math.min(from + atOnce, open.size()));
      run.of(done + (long) from, all.size());
      weigh(run, mode, person, some);
    }
    long weighed =
        surveys.questions(survey.id()).stream().filter(each -> each.weighing().isPresent()).count();
    return weighed == all.size()
        ? "All %d questions are weighed.".formatted(all.size())
        : "%d of %d questions are weighed; of the others the model said nothing that could be used."
            .formatted(weighed, all.size());
  }

  private void weigh(TaskRun run, SurveyMode mode, PersonText person, List<SurveyQuestion> some)
      throws TaskFailedException, InterruptedException {
    Map<Integer, SurveyQuestion> byNumber = new LinkedHashMap<>();
    some.forEach(question -> byNumber.put(question.place(), question));
    var request =
        CompletionRequest.of(
                Message.system(llms.prompts().text(SurveyPrompts.of(mode))),
                Message.user(person.asked(some)))
            .withJsonSchema(SurveyPrompts.SCHEMA);
    var writing = new InWeighing(surveys, run, mode, byNumber);
    try {
      LlmAnswer answer = llms.complete(SurveyPrompts.WEIGHING, request, writing);
      writing.whole(answer.text(), answer.backend());
    } catch (NoAnswerException none) {
      throw new TaskFailedException(none.sentence(), none);
    }
  }
}
