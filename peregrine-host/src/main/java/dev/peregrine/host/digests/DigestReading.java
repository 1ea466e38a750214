package dev.peregrine.host.digests;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.leads.AlertLink;
import dev.peregrine.host.leads.Digest;
import dev.peregrine.host.leads.Digests;
import dev.peregrine.host.leads.QueuedLink;
import dev.peregrine.host.leads.QueuedLink.State;
import dev.peregrine.host.pipeline.Stored;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tasks.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The task that makes jobs of the links that a person chose in a digest. */
public final class DigestReading {

  /** Board of jobs that came in a mail that lists some. */
  public static final String BOARD = "digest";

  static final String TASK = "digest-links";

  private final Tasks tasks;
  private final Digests digests;
  private final Intake intake;
  private final OutgoingHttp http;

  public DigestReading(Tasks tasks, Digests digests, Intake intake, OutgoingHttp http) {
    this.tasks = tasks;
    this.digests = digests;
    this.intake = intake;
    this.http = http;
    tasks.register(TASK, this::run);
  }

  /** Begins to read the links that wait in a digest. */
  void begin(Digest digest) {
    String mail = Long.toString(digest.mail().id());
    var _ = tasks.submit(TASK, mail, "Add jobs from \"" + digest.mail().subject() + "\"", mail);
  }

  /** Whether some digest is being read, so that links that wait are waiting for that. */
  boolean isBusy() {
    return tasks.active().stream()
        .anyMatch(
            task ->
                task.type().equals(TASK)
                    && (task.state() == TaskState.RUNNING || task.state() == TaskState.QUEUED));
  }

  private String run(TaskRun run) throws InterruptedException, TaskFailedException {
    long mail = Long.parseLong(run.params());
    List<QueuedLink> waiting =
        digests.findById(mail).map(Digest::queued).orElseGet(List::of).stream()
            .filter(link -> link.state() == State.WAITING)
            .toList();
    int added = 0;
    int failed = 0;
    for (int at = 0; at < waiting.size(); at++) {
      run.of(at, waiting.size());
      run.step(waiting.get(at).link().title());
      State became = read(waiting.get(at));
      added += became == State.ADDED ? 1 : 0;
      failed += became == State.FAILED ? 1 : 0;
    }
    if (failed > 0) {
      throw new TaskFailedException(
          "%d of %d pages could not be read; the mail stays in the list and says why."
              .formatted(failed, waiting.size()));
    }
    return "%d new in Review, %d were there.".formatted(added, waiting.size() - added);
  }

  private State read(QueuedLink queued) throws InterruptedException {
    OptionalLong job = OptionalLong.empty();
    try {
      AlertLink link = resolved(queued.link());
      Stored stored = intake.take(link.posting(), BOARD);
      job = OptionalLong.of(stored.job());
      boolean isNew = stored instanceof Stored.New;
      if (isNew || queued.job().isPresent()) {
        intake.readNow(stored.job(), link.address());
      }
      return came(queued, isNew ? State.ADDED : State.KNOWN, job, Optional.empty());
    } catch (TaskFailedException | ExtensionException failed) {
      return came(queued, State.FAILED, job, Optional.ofNullable(failed.getMessage()));
    }
  }

  private State came(QueuedLink queued, State state, OptionalLong job, Optional<String> problem) {
    digests.came(queued, state, job, problem);
    return state;
  }

  /** Where it leads. Only what the person chose is followed: a look tells the sender of it. */
  private AlertLink resolved(AlertLink link)
      throws ExtensionException, InterruptedException, TaskFailedException {
    if (!link.isRedirect()) {
      return link;
    }
    var there = http.look(link.address()).address();
    return link.leadingTo(there)
        .orElseThrow(
            () ->
                new TaskFailedException(
                    "It leads to \"%s\", where no single posting is. It may be gone; look there yourself."
                        .formatted(there.getHost())));
  }
}
