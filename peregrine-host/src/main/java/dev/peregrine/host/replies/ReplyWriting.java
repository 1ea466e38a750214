package dev.peregrine.host.replies;

import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.letters.CleanAnswer;
import dev.peregrine.host.letters.Writer;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.llm.LlmAnswer;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes drafts of messages: by rules, or by a model as a task. What a model wrote takes the place
 * of a draft that nobody has touched; else it waits beside it.
 */
public final class ReplyWriting {

  /** The type of its tasks. */
  public static final String TASK = "reply-draft";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Replies replies;
  private final Jobs jobs;
  private final Contacts contacts;
  private final Rounds rounds;
  private final Llms llms;
  private final Tasks tasks;
  private final Live live;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Supplier<Writer> writer;
  private final Map<Place, ReplyInWriting> writings = new ConcurrentHashMap<>();

  private record Place(String tenant, long job, ReplyKind kind) {}

  /** What a task is told. */
  private record Params(long job, String kind, String wish) {}

  /**
   * @param writer the current tenant's person, asked for at each draft
   */
  public ReplyWriting(
      Replies replies,
      Jobs jobs,
      Contacts contacts,
      Rounds rounds,
      Llms llms,
      Tasks tasks,
      Live live,
      InstantSource clock,
      ZoneId zone,
      Supplier<Writer> writer) {
    this.replies = replies;
    this.jobs = jobs;
    this.contacts = contacts;
    this.rounds = rounds;
    this.llms = llms;
    this.tasks = tasks;
    this.live = live;
    this.clock = clock;
    this.zone = zone;
    this.writer = writer;
    ReplyPrompts.addTo(llms);
    tasks.register(TASK, this::run);
  }

  /** Where drafts are kept. */
  public Replies replies() {
    return replies;
  }

  /** Whether there is a model to ask. */
  public boolean canWrite() {
    return llms.hasOwn();
  }

  /** The stored draft, or one by rules that nobody has stored yet. */
  public Reply draft(Job job, ReplyKind kind) {
    return replies.find(job.id(), kind).orElseGet(() -> byRules(job, kind));
  }

  private Reply byRules(Job job, ReplyKind kind) {
    var skeleton = new ReplySkeleton(matter(job), kind);
    String text = skeleton.text(writer.get().name());
    return new Reply(job.id(), kind, skeleton.subject(), text, 0, "", "");
  }

  private ReplyMatter matter(Job job) {
    return ReplyMatter.of(job, jobs, contacts, rounds, clock.instant(), zone);
  }

  /** Has a model write, while the person goes on. */
  public void begin(Job job, ReplyKind kind, String wish) {
    var submitted =
        tasks.submit(
            TASK,
            job.id() + " " + kind.key(),
            "Message to " + job.posting().company().orElse(job.posting().title()),
            JSON.writeValueAsString(new Params(job.id(), kind.key(), wish)));
    if (submitted.isNew()) {
      writings.put(place(job.id(), kind), new ReplyInWriting(submitted.id()));
    }
    changed();
  }

  /** What is being written, or went wrong; empty where nothing is or did. */
  public Optional<ReplyState> state(long job, ReplyKind kind) {
    return Optional.ofNullable(writings.get(place(job, kind))).map(ReplyInWriting::state);
  }

  /** Ends what is being written, or forgets that it went wrong. */
  public void stop(long job, ReplyKind kind) {
    state(job, kind)
        .ifPresent(
            state -> {
              if (state.error().isEmpty()) {
                tasks.cancel(state.task());
              }
            });
    writings.remove(place(job, kind));
    changed();
  }

  private String run(TaskRun run) throws TaskFailedException, InterruptedException {
    Params params = JSON.readValue(run.params(), Params.class);
    ReplyKind kind = ReplyKind.find(params.kind()).orElseThrow();
    Job job =
        jobs.findById(params.job())
            .orElseThrow(() -> new TaskFailedException("The job is not there any more."));
    var writing = new ReplyInWriting(run.id());
    writings.put(place(job.id(), kind), writing);
    run.step("Asking a model");
    try {
      String said = write(job, kind, params.wish(), writing);
      writings.remove(place(job.id(), kind));
      return said;
    } catch (NoAnswerException none) {
      writing.failed(none.sentence());
      throw new TaskFailedException(none.sentence(), none);
    } catch (TaskFailedException told) {
      writing.failed(String.valueOf(told.getMessage()));
      throw told;
    } catch (InterruptedException | CancellationException stopped) {
      writings.remove(place(job.id(), kind));
      throw stopped;
    } finally {
      changed();
    }
  }

  private String write(Job job, ReplyKind kind, String wish, ReplyInWriting writing)
      throws NoAnswerException, TaskFailedException, InterruptedException {
    Writer person = writer.get();
    Optional<Reply> before = replies.find(job.id(), kind);
    LlmAnswer answer =
        llms.complete(
            ReplyPrompts.USE,
            ReplyPrompts.request(
                llms, matter(job), kind, person, before.map(Reply::text).orElse(""), wish),
            writing.reader(this::changed));
    String text = CleanAnswer.letter(answer.text(), person.name());
    if (text.isBlank()) {
      throw new TaskFailedException(
          "“%s” answered with nothing. Ask again, or another model.".formatted(answer.backend()));
    }
    if (replies.find(job.id(), kind).isEmpty()) {
      Reply rules = byRules(job, kind);
      replies.save(job.id(), kind, 0, rules.subject(), rules.text());
      replies.suggest(job.id(), kind, text, answer.backend());
      replies.take(job.id(), kind);
      return "A draft is there.";
    }
    replies.suggest(job.id(), kind, text, answer.backend());
    return "A draft waits for you.";
  }

  private static Place place(long job, ReplyKind kind) {
    return new Place(Tenant.current().id(), job, kind);
  }

  private void changed() {
    live.changed(Tenant.current().id(), Replies.TOPIC);
  }
}
