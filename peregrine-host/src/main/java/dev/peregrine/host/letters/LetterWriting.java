package dev.peregrine.host.letters;

import dev.peregrine.api.llm.Completion;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.letters.Letter.Against;
import dev.peregrine.host.letters.Letter.Origin;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.llm.LlmAnswer;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has a language model write letters, each as a task. What it wrote becomes a version of its own;
 * it takes the place of the letter only where nobody changed that one meanwhile.
 */
public final class LetterWriting {

  /** The type of its tasks. */
  public static final String TASK = "letter";

  private static final int EXAMPLES = 3;
  private static final int WORTH_KEEPING = 60;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Letters letters;
  private final OwnLetters examples;
  private final Drafts drafts;
  private final Jobs jobs;
  private final Llms llms;
  private final Tasks tasks;
  private final Live live;
  private final Supplier<Writer> writer;
  private final Map<Place, InWriting> writings = new ConcurrentHashMap<>();

  private record Place(String tenant, long job) {}

  /** A wish as a task keeps it. */
  record Params(
      long job,
      String language,
      String tone,
      String length,
      String feedback,
      int seen,
      boolean mission) {

    static Params of(LetterWish wish) {
      return new Params(
          wish.job(),
          wish.style().language().toLanguageTag(),
          wish.style().tone().name(),
          wish.style().length().name(),
          wish.feedback(),
          wish.seen(),
          wish.mission());
    }

    LetterWish wish() {
      var style =
          new LetterStyle(
              Locale.forLanguageTag(language),
              LetterStyle.Tone.valueOf(tone),
              LetterStyle.Length.valueOf(length));
      return new LetterWish(job, style, feedback, seen, mission);
    }
  }

  /**
   * @param writer the current tenant's person, asked for at each letter
   */
  public LetterWriting(
      Letters letters,
      OwnLetters examples,
      Drafts drafts,
      Jobs jobs,
      Llms llms,
      Tasks tasks,
      Live live,
      Supplier<Writer> writer) {
    this.letters = letters;
    this.examples = examples;
    this.drafts = drafts;
    this.jobs = jobs;
    this.llms = llms;
    this.tasks = tasks;
    this.live = live;
    this.writer = writer;
    LetterPrompts.addTo(llms);
    tasks.register(TASK, this::run);
  }

  /** Whether there is a model to ask. */
  public boolean canWrite() {
    return llms.hasOwn();
  }

  /** The person's name for the model that is asked first; empty where there is none. */
  public Optional<String> firstAsked() {
    return canWrite()
        ? llms.plan().order(LetterPrompts.USE.feature(), LetterPrompts.USE.chain()).stream()
            .findFirst()
        : Optional.empty();
  }

  /** Begins to write, unless a letter for that job is being written already. */
  public Submitted begin(LetterWish wish) {
    Job job = job(wish.job());
    Submitted submitted =
        tasks.submit(
            TASK,
            Long.toString(wish.job()),
            "Letter for " + job.posting().title(),
            JSON.writeValueAsString(Params.of(wish)));
    if (submitted.isNew()) {
      writings
          .computeIfAbsent(place(wish.job()), any -> new InWriting(submitted.id()))
          .isTask(submitted.id());
    }
    changed();
    return submitted;
  }

  /** What is being written for a job, or went wrong; empty where nothing is or did. */
  public Optional<WritingState> state(long job) {
    return Optional.ofNullable(writings.get(place(job))).map(InWriting::state);
  }

  /** Ends what is being written for a job; what is there of it stays. */
  public void stop(long job) {
    state(job).filter(WritingState::isUnderWay).ifPresent(state -> tasks.cancel(state.task()));
  }

  /** Forgets that something went wrong. */
  public void forget(long job) {
    writings.computeIfPresent(
        place(job), (any, writing) -> writing.state().isUnderWay() ? writing : null);
    changed();
  }

  /** What the person cares about that a posting is about. */
  public Optional<Mission> mission(Job job) {
    return Mission.of(vacancy(job), writer.get().causes());
  }

  /** Whose manner a letter for a job would take. */
  public List<OwnLetter> examples(Job job, Locale language) {
    return examples.like(job.posting().title() + "\n" + job.descriptionText(), language, EXAMPLES);
  }

  private String run(TaskRun run) throws Exception {
    LetterWish wish = JSON.readValue(run.params(), Params.class).wish();
    var writing = new InWriting(run.id());
    writings.put(place(wish.job()), writing);
    try {
      run.step("Asking a model");
      Letter letter = write(wish, writing, run);
      writings.remove(place(wish.job()));
      return letter.inUse()
          ? "The letter is written, in %d words.".formatted(letter.words())
          : "A version is written, in %d words; the letter was changed meanwhile and stayed."
              .formatted(letter.words());
    } catch (TaskFailedException told) {
      writing.failed(String.valueOf(told.getMessage()));
      throw told;
    } catch (InterruptedException | CancellationException stopped) {
      writings.remove(place(wish.job()));
      throw stopped;
    } catch (Exception bug) {
      writing.failed("");
      throw bug;
    } finally {
      changed();
    }
  }

  /**
   * Has a letter written now.
   *
   * @throws TaskFailedException with a sentence for the person; what was there is still there, and
   *     what the model wrote until then is a version of its own
   */
  public Letter write(LetterWish wish) throws TaskFailedException, InterruptedException {
    return write(wish, new InWriting(0), null);
  }

  private Letter write(LetterWish wish, InWriting writing, @Nullable TaskRun run)
      throws TaskFailedException, InterruptedException {
    Job job = job(wish.job());
    Resume resume =
        letters
            .resume(wish.job())
            .orElseThrow(
                () ->
                    new TaskFailedException(
                        "There is no résumé, and a letter is made of one. Add yours under Résumés, then write the letter."));
    LetterQuestion question = question(wish, job, resume);
    try {
      LlmAnswer answer =
          llms.complete(
              LetterPrompts.USE, question.request(llms), writing.reader(this::changed, run));
      return stored(wish, resume, question, answer, writing);
    } catch (NoAnswerException none) {
      boolean kept = keepPartial(wish, resume, question, writing);
      throw new TaskFailedException(
          none.sentence() + (kept ? " What was written until then is among the versions." : ""),
          none);
    } catch (InWriting.NoLetterException endless) {
      keepPartial(wish, resume, question, writing);
      throw new TaskFailedException(
          "“%s” wrote far more than a letter has and was stopped. Write it again, or ask another model."
              .formatted(writing.backend()),
          endless);
    } catch (InterruptedException | CancellationException stopped) {
      // What is being interrupted cannot wait for the database, so that is put off for a moment.
      boolean interrupted = Thread.interrupted();
      keepPartial(wish, resume, question, writing);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      throw stopped;
    }
  }

  private LetterQuestion question(LetterWish wish, Job job, Resume resume)
      throws InterruptedException {
    String draft = letters.current(wish.job()).map(Letter::text).orElse("");
    return new LetterQuestion(
        wish,
        Drafts.recipient(job),
        drafts.document(resume),
        resume.text(),
        drafts.month(),
        writer.get(),
        wish.mission() ? mission(job) : Optional.empty(),
        examples(job, wish.style().language()),
        draft);
  }

  private Letter stored(
      LetterWish wish, Resume resume, LetterQuestion question, LlmAnswer answer, InWriting writing)
      throws TaskFailedException {
    String text = CleanAnswer.letter(answer.text(), question.name());
    if (text.length() < WORTH_KEEPING) {
      throw new TaskFailedException(
          "“%s” answered without a letter: “%s”. Write it again, or ask another model."
              .formatted(answer.backend(), text));
    }
    boolean whole = answer.completion().stop() != Completion.Stop.LENGTH;
    boolean free = isUnchanged(wish);
    return letters.add(
        wish.job(),
        content(
            whole ? Origin.MODEL : Origin.PARTIAL,
            text,
            wish,
            resume,
            answer.backend(),
            writing.model().isEmpty() ? answer.completion().model() : writing.model()),
        whole ? free : letters.current(wish.job()).isEmpty());
  }

  /** Whether the letter is still the one that the person looked at when they asked. */
  private boolean isUnchanged(LetterWish wish) {
    Optional<Letter> now = letters.inUse(wish.job());
    return now.isEmpty() || now.get().text().isBlank() || now.get().number() == wish.seen();
  }

  private boolean keepPartial(
      LetterWish wish, Resume resume, LetterQuestion question, InWriting writing) {
    String text = CleanAnswer.letter(writing.longest(), "");
    if (text.length() < WORTH_KEEPING) {
      return false;
    }
    letters.add(
        wish.job(),
        content(Origin.PARTIAL, text, wish, resume, writing.backend(), writing.model()),
        letters.current(wish.job()).isEmpty());
    return true;
  }

  private static LetterContent content(
      Origin origin, String text, LetterWish wish, Resume resume, String backend, String model) {
    return new LetterContent(
        origin,
        text.substring(0, Math.min(text.length(), LetterContent.LONGEST)),
        wish.style(),
        Optional.of(new Against(resume.id(), resume.version())),
        backend,
        model,
        wish.feedback());
  }

  private static Vacancy vacancy(Job job) {
    return Drafts.recipient(job).vacancy();
  }

  private Job job(long id) {
    return jobs.findById(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no job \"%d\" (any more). Open the list of jobs again."
                        .formatted(id)));
  }

  private static Place place(long job) {
    return new Place(Tenant.current().id(), job);
  }

  private void changed() {
    live.changed(Tenant.current().id(), Letters.TOPIC);
  }
}
