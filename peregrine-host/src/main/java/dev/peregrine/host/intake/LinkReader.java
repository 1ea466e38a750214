package dev.peregrine.host.intake;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.BoardListener;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The task that reads the page behind a link: through a board that knows it, else by itself. */
final class LinkReader {

  static final String TASK = "add-link";

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** What is to be read, for which job. */
  record Params(long job, String link) {

    private static final JsonMapper JSON = JsonMapper.shared();

    String json() {
      return JSON.writeValueAsString(this);
    }

    static Params of(String json) {
      return JSON.readValue(json, Params.class);
    }
  }

  private final Jobs jobs;
  private final Scoring scoring;
  private final PluginRuntime plugins;
  private final Contexts contexts;
  private final OutgoingHttp http;

  LinkReader(
      Jobs jobs, Scoring scoring, PluginRuntime plugins, Contexts contexts, OutgoingHttp http) {
    this.jobs = jobs;
    this.scoring = scoring;
    this.plugins = plugins;
    this.contexts = contexts;
    this.http = http;
  }

  String run(TaskRun run) throws TaskFailedException, InterruptedException {
    Params params = Params.of(run.params());
    URI link = URI.create(params.link());
    run.step("Reading " + link.getHost());
    return read(params.job(), link);
  }

  /**
   * Reads the page of a job.
   *
   * @return what was read, for the person
   */
  String read(long id, URI link) throws TaskFailedException, InterruptedException {
    Optional<Job> job = jobs.findById(id);
    if (job.isEmpty()) {
      return "The job is gone; nothing was read.";
    }
    Posting known = job.get().posting();
    PostingPage.Read read = read(link);
    // The address stays as the person gave it: it is what the job is known by.
    Job _ = jobs.update(id, completed(known, read.posting()));
    scoring.soon();
    if (!read.isWhole()) {
      throw new TaskFailedException(
          "The page of \"%s\" gives only its title away. The link is kept; paste the posting's text, or try again."
              .formatted(link.getHost()));
    }
    return "Read: "
        + read.posting().title()
        + read.posting().company().map(name -> ", " + name).orElse("")
        + ".";
  }

  private PostingPage.Read read(URI link) throws TaskFailedException, InterruptedException {
    Optional<String> problem = Optional.empty();
    for (Extension<JobBoard> board : plugins.extensions(JobBoard.class)) {
      try {
        BoardContext context = contexts.board(board, Map.of(), new BoardListener() {});
        Optional<Posting> posting = board.call(LIMIT, one -> one.fetch(link, context));
        if (posting.isPresent()) {
          return new PostingPage.Read(posting.get(), true);
        }
      } catch (ExtensionException failed) {
        // A board without its settings does not know the link; one that knows it says more.
        if (failed.kind() != ExtensionException.Kind.BAD_SETTINGS
            && failed.kind() != ExtensionException.Kind.UNSUPPORTED) {
          problem = problem.or(() -> Optional.ofNullable(failed.getMessage()));
        }
      } catch (PluginBugException bug) {
        problem = problem.or(() -> Optional.ofNullable(bug.getMessage()));
      }
    }
    try {
      HttpReply reply = http.page(link);
      Optional<PostingPage.Read> read = PostingPage.read(reply.text(), link);
      if (read.isPresent()) {
        return read.get();
      }
      throw kept("There is no posting at \"%s\" that can be read.".formatted(link.getHost()), null);
    } catch (ExtensionException failed) {
      throw kept(problem.orElseGet(() -> String.valueOf(failed.getMessage())), failed);
    }
  }

  private static TaskFailedException kept(String sentence, @Nullable Throwable cause) {
    String text = sentence + " The link is kept; try again, or paste the posting's text.";
    return cause == null ? new TaskFailedException(text) : new TaskFailedException(text, cause);
  }

  /** What was read, and what a CSV row said where the page says nothing. */
  private static Posting completed(Posting known, Posting read) {
    return new Posting(
        known.nativeId(),
        read.title(),
        read.company().or(known::company),
        known.url(),
        read.applyUrl().or(known::applyUrl),
        read.places().isEmpty() ? known.places() : read.places(),
        read.remote().or(known::remote),
        read.posted().or(known::posted),
        read.closes().or(known::closes),
        read.employmentTypes().isEmpty() ? known.employmentTypes() : read.employmentTypes(),
        read.salary().or(known::salary),
        read.description().or(known::description),
        read.tags().isEmpty() ? known.tags() : read.tags(),
        read.details().isEmpty() ? known.details() : read.details());
  }
}
