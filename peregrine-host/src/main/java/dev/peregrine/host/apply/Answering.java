package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.evidence.CheckedText;
import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Form;
import dev.peregrine.host.evidence.Strength;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.llm.AnswerPieces;
import dev.peregrine.host.llm.LlmAnswer;
import dev.peregrine.host.llm.LlmFeature;
import dev.peregrine.host.llm.LlmState;
import dev.peregrine.host.llm.LlmUse;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.llm.PromptSpec;
import dev.peregrine.host.person.People;
import dev.peregrine.host.person.Portrait;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.questions.EarlierAnswer;
import dev.peregrine.host.questions.Question;
import dev.peregrine.host.questions.Questions;
import dev.peregrine.host.questions.Topic;
import dev.peregrine.host.resumes.Career;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Unnamed;
import dev.peregrine.host.tailoring.TailoredResume;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers to the questions of a form: what the person said elsewhere, what their résumé has for it,
 * and what a model would say.
 */
public final class Answering {

  private static final String TASK = "answer-question";
  private static final LlmUse USE = LlmUse.research("application_questions");
  private static final PromptSpec PROMPT =
      new PromptSpec(
          "answer_question",
          () -> t("questions.prompt"),
          () -> t("questions.prompt-about"),
          Set.of());
  private static final JsonMapper JSON = new JsonMapper();
  private static final int POSTING = 6_000;
  private static final int MOST_EARLIER = 3;
  private static final int MOST_FACTS = 3;
  private static final int LETTERS_OF_A_WORD = 6;

  private final Tasks tasks;
  private final Llms llms;
  private final Jobs jobs;
  private final Tailorings tailorings;
  private final People people;
  private final Questions questions;
  private final InstantSource clock;

  /** What a task is told. */
  private record Params(long question, String wish) {}

  public Answering(
      Tasks tasks,
      Llms llms,
      Jobs jobs,
      Tailorings tailorings,
      People people,
      Questions questions,
      InstantSource clock) {
    this.tasks = tasks;
    this.llms = llms;
    this.jobs = jobs;
    this.tailorings = tailorings;
    this.people = people;
    this.questions = questions;
    this.clock = clock;
    tasks.register(TASK, this::run);
    llms.prompts().add(PROMPT);
    llms.add(new LlmFeature(USE, () -> t("questions.title")));
  }

  Questions questions() {
    return questions;
  }

  boolean hasModel() {
    return llms.hasOwn();
  }

  /** Those that what is asked may leave the person's network for. */
  List<LlmState> sendingAway() {
    return llms.sendingAway();
  }

  /** What the résumé for a job says; empty where there is none. */
  Optional<ResumeDocument> resume(long job) throws InterruptedException {
    return tailorings.toSend(job).map(TailoredResume::document);
  }

  private Facts facts(ResumeDocument resume) {
    return Facts.of(resume, YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
  }

  /** Holds an answer against the résumé for the job; without one there is nothing to say. */
  CheckedText check(String answer, Job job, Optional<ResumeDocument> resume) {
    return resume
        .map(document -> EvidenceCheck.check(answer, facts(document), vacancy(job), Form.LETTER))
        .orElse(new CheckedText(answer, List.of()));
  }

  private static Vacancy vacancy(Job job) {
    return new Vacancy(
        job.posting().title(), job.posting().company().orElse(""), job.descriptionText());
  }

  /** What the person answered to questions like this one. */
  List<EarlierAnswer> earlier(Question question) {
    return questions.earlier(question, MOST_EARLIER);
  }

  /** The company of a job, in whose words an earlier answer may speak. */
  Optional<Job> job(long id) {
    return jobs.findById(id);
  }

  /** Lines of the résumé that answer a question; failing that, those that answer the posting. */
  List<String> matching(Question question, Job job, Optional<ResumeDocument> resume) {
    if (resume.isEmpty()) {
      return List.of();
    }
    Facts facts = facts(resume.get());
    List<String> own = strongest(facts, new Vacancy("", "", question.question()));
    return own.isEmpty() && !isAboutTerms(question) ? strongest(facts, vacancy(job)) : own;
  }

  private static List<String> strongest(Facts facts, Vacancy asked) {
    return Strength.of(facts, asked).stream()
        .map(strength -> strength.fact().text())
        .distinct()
        .limit(MOST_FACTS)
        .toList();
  }

  private static boolean isAboutTerms(Question question) {
    return Topic.of(question.question())
        .filter(
            topic ->
                switch (topic) {
                  case NOTICE, SALARY, RELOCATION, AUTHORISATION, HEARD_OF_US -> true;
                  case WHY_US, ABOUT_YOU, STRENGTHS, WEAKNESSES, CHALLENGE, PROUD -> false;
                })
        .isPresent();
  }

  /** What the person said in their profile to just this; empty for nothing. */
  String said(Question question) {
    Portrait.ForForms said = people.portrait().forForms();
    return Topic.of(question.question())
        .map(
            topic ->
                switch (topic) {
                  case NOTICE -> said.notice();
                  case SALARY -> said.salary();
                  case RELOCATION -> said.relocation();
                  case AUTHORISATION -> said.authorisation();
                  case WHY_US, ABOUT_YOU, STRENGTHS, WEAKNESSES, CHALLENGE, PROUD, HEARD_OF_US ->
                      "";
                })
        .orElse("");
  }

  // --- a model

  /** Has a model asked, while the person goes on. */
  void ask(Question question, String wish) {
    String shown =
        question.question().length() > 60
            ? question.question().substring(0, 60) + "…"
            : question.question();
    long task =
        tasks
            .submit(
                TASK,
                String.valueOf(question.id()),
                "Suggest an answer: " + shown,
                JSON.writeValueAsString(new Params(question.id(), wish)))
            .id();
    questions.asked(question.id(), task);
  }

  /** The task that asks for an answer, or did last. */
  Optional<Task> task(Question question) {
    return question.task().isPresent() ? tasks.find(question.task().getAsLong()) : Optional.empty();
  }

  private String run(TaskRun run) throws TaskFailedException, InterruptedException {
    Params params = JSON.readValue(run.params(), Params.class);
    Question question =
        questions
            .find(params.question())
            .orElseThrow(() -> new TaskFailedException("The question was taken away meanwhile."));
    Job job =
        jobs.findById(question.job())
            .orElseThrow(() -> new TaskFailedException("The job is not there any more."));
    ResumeDocument resume =
        resume(job.id())
            .orElseThrow(
                () ->
                    new TaskFailedException(
                        "There is no résumé to answer from. Add one under Profile."));
    Unnamed unnamed = people.portrait().unnamed();
    var request =
        CompletionRequest.of(
                Message.system(llms.prompts().text(PROMPT)),
                Message.user(asked(question, job, resume, unnamed, params.wish())))
            .withMaxTokens(1_200);
    try {
      LlmAnswer answer = llms.complete(USE, request, new Counting(run));
      String plain = ModelText.plain(answer.text());
      if (plain.isBlank()) {
        throw new TaskFailedException(
            "“%s” answered with nothing. Ask again, or another model.".formatted(answer.backend()));
      }
      String fitting = question.limit().map(limit -> limit.cut(plain)).orElse(plain);
      questions.suggest(question.id(), fitting, answer.backend());
      return "An answer waits for you.";
    } catch (NoAnswerException none) {
      throw new TaskFailedException(none.sentence(), none);
    }
  }

  private String asked(
      Question question, Job job, ResumeDocument resume, Unnamed unnamed, String wish) {
    String description = job.descriptionText();
    String posting =
        Stream.of(
                job.posting().title(),
                job.posting().company().orElse(""),
                description.length() > POSTING ? description.substring(0, POSTING) : description)
            .filter(text -> !text.isBlank())
            .reduce("", (all, next) -> all + next + "\n");
    var text = new StringBuilder();
    text.append("The question of the form:\n").append(llms.asData(question.question()));
    text.append("\n\nThe posting:\n").append(llms.asData(posting));
    text.append("\n\nThe person's résumé:\n").append(llms.asData(Career.of(resume, unnamed)));
    String voice = people.portrait().voice();
    if (!voice.isBlank()) {
      text.append("\n\nHow the person writes: ").append(unnamed.in(voice));
    }
    question
        .limit()
        .ifPresent(
            limit -> text.append("\n\nAt most %d %s.".formatted(limit.most(), limit.unit().key())));
    if (!question.answer().isBlank()) {
      text.append("\n\nWhat the person has written so far:\n")
          .append(llms.asData(unnamed.in(question.answer())));
    }
    if (!wish.isBlank()) {
      text.append("\n\nThe person asks you to mind this: ").append(unnamed.in(wish));
    }
    return text.toString();
  }

  /** Says how much is written. */
  private static final class Counting implements AnswerPieces {

    private final TaskRun run;
    private int letters;

    Counting(TaskRun run) {
      this.run = run;
      run.step("Asked; waits for the first word.");
    }

    @Override
    public void piece(String text) {
      letters += text.length();
      run.step("About %,d words so far.".formatted(letters / LETTERS_OF_A_WORD + 1));
    }

    @Override
    public void beginsAnew() {
      letters = 0;
    }
  }
}
