package dev.peregrine.host.tailoring;

import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.resumes.Project;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Unnamed;
import dev.peregrine.host.resumes.Work;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.tailoring.Wordings.Bullet;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Gate;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Has a language model propose other words for a résumé, as a task. */
public final class Rewriting {

  static final String TASK = "tailor_resume";

  private static final int RECENT = 50;

  private final Tailorings tailorings;
  private final Jobs jobs;
  private final Llms llms;
  private final Tasks tasks;
  private final Gate gate;
  private final Supplier<Unnamed> unnamed;
  private final InstantSource clock;

  /**
   * @param gate before models
   * @param unnamed the employers whom models are not told
   */
  public Rewriting(
      Tailorings tailorings,
      Jobs jobs,
      Llms llms,
      Tasks tasks,
      Gate gate,
      Supplier<Unnamed> unnamed,
      InstantSource clock) {
    this.tailorings = tailorings;
    this.jobs = jobs;
    this.llms = llms;
    this.tasks = tasks;
    this.gate = gate;
    this.unnamed = unnamed;
    this.clock = clock;
    llms.add(Asked.FEATURE);
    llms.prompts().add(Asked.BULLETS, Asked.SUMMARY);
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

  /** Begins, unless it goes on already. */
  public Submitted start(Job job) {
    return tasks.submit(TASK, Long.toString(job.id()), title(job), Long.toString(job.id()));
  }

  /** The newest task for a job, whatever became of it, as long as it is among the newest of all. */
  public Optional<Task> newest(Job job) {
    String title = title(job);
    return Stream.concat(tasks.active().stream(), tasks.recent(RECENT).stream())
        .filter(task -> task.type().equals(TASK) && task.title().equals(title))
        .max(Comparator.comparingLong(Task::id));
  }

  /** The number tells two jobs of the same title apart. */
  private static String title(Job job) {
    return "Word the résumé for job %d, “%s”".formatted(job.id(), job.posting().title());
  }

  /** A part of the résumé that is asked about at once. */
  private record Part(String title, List<Bullet> bullets) {}

  private String run(TaskRun run) throws TaskFailedException, InterruptedException {
    long id = Long.parseLong(run.params());
    Job job =
        jobs.findById(id)
            .orElseThrow(() -> new TaskFailedException("The job is not there any more."));
    Resume lane =
        tailorings
            .lane(id)
            .orElseThrow(
                () -> new TaskFailedException("There is no résumé yet. Add one under Profile."));
    ResumeDocument resume = tailorings.document(lane);
    var check = new ChangeCheck(resume, YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
    var wordings = new Wordings(llms, resume, check, vacancy(job), unnamed.get());
    List<Part> parts = parts(resume);
    int proposals = 0;
    boolean first = true;
    for (int i = 0; i <= parts.size(); i++) {
      run.of(i, parts.size() + 1L);
      run.step(i < parts.size() ? parts.get(i).title() : "Summary");
      try {
        List<NewChange> found =
            i < parts.size()
                ? wordings.bullets(parts.get(i).title(), parts.get(i).bullets())
                : wordings.summary();
        proposals +=
            first
                ? tailorings.propose(id, lane.id(), Change.Origin.MODEL, found)
                : tailorings.proposeMore(id, lane.id(), found);
        first = false;
      } catch (NoAnswerException silent) {
        throw new TaskFailedException(
            proposals == 0
                ? silent.sentence()
                : "%d proposals came, then none. %s".formatted(proposals, silent.sentence()),
            silent);
      }
    }
    return proposals == 1 ? "1 proposal." : "%d proposals.".formatted(proposals);
  }

  /** A job as texts are held against it. */
  public static Vacancy vacancy(Job job) {
    return new Vacancy(
        job.posting().title(), job.posting().company().orElse(""), job.descriptionText());
  }

  private static List<Part> parts(ResumeDocument resume) {
    var parts = new ArrayList<Part>();
    for (int i = 0; i < resume.work().size(); i++) {
      Work work = resume.work().get(i);
      parts.add(
          new Part(work.position().orElse("A position"), bullets("work/" + i, work.highlights())));
    }
    for (int i = 0; i < resume.projects().size(); i++) {
      Project project = resume.projects().get(i);
      parts.add(
          new Part(
              project.name().orElse("A project"), bullets("projects/" + i, project.highlights())));
    }
    parts.removeIf(part -> part.bullets().isEmpty());
    return parts;
  }

  private static List<Bullet> bullets(String group, List<String> texts) {
    return IntStream.range(0, texts.size())
        .mapToObj(i -> new Bullet("%s/highlights/%d".formatted(group, i), texts.get(i)))
        .toList();
  }
}
