package dev.peregrine.host.liveness;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.plugins.BoardListener;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.plugins.PluginRuntime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One look at a posting: what its board's own interface says, else what its page shows. */
final class Look {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final PluginRuntime plugins;
  private final Contexts contexts;
  private final OutgoingHttp http;

  Look(PluginRuntime plugins, Contexts contexts, OutgoingHttp http) {
    this.plugins = plugins;
    this.contexts = contexts;
    this.http = http;
  }

  Finding at(Job job, Instant now) throws InterruptedException {
    Optional<Instant> closes = job.posting().closes();
    if (closes.isPresent() && closes.get().isBefore(now)) {
      return Finding.gone("Its closing date is over.");
    }
    URI address = job.posting().url();
    Optional<Finding> asked = ask(job, address, now);
    return asked.isPresent() ? asked.get() : page(address, now);
  }

  /** What the board answers; empty where it cannot tell. */
  private Optional<Finding> ask(Job job, URI address, Instant now) throws InterruptedException {
    Optional<Extension<JobBoard>> board = plugins.find(JobBoard.class, job.board());
    if (board.isEmpty()) {
      return Optional.empty();
    }
    try {
      var context = contexts.board(board.get(), Map.of(), new BoardListener() {});
      Optional<Posting> fetched = board.get().call(LIMIT, one -> one.fetch(address, context));
      String name = board.get().descriptor().about().name();
      return fetched.map(
          posting ->
              posting.closes().filter(end -> end.isBefore(now)).isPresent()
                  ? Finding.gone(name + " says that its closing date is over.")
                  : Finding.open(name + " still has it."));
    } catch (ExtensionException | PluginBugException noAnswer) {
      // "Gone" and "down" look the same here; the page tells them apart.
      return Optional.empty();
    }
  }

  private Finding page(URI address, Instant now) throws InterruptedException {
    try {
      return PageLook.of(address, http.look(address), now);
    } catch (ExtensionException noAnswer) {
      return Finding.uncertain(String.valueOf(noAnswer.getMessage()));
    }
  }
}
