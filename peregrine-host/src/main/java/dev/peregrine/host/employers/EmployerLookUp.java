package dev.peregrine.host.employers;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.plugins.BoardListener;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks for an employer of whom only the name is known: asks every board that reads employers'
 * pages for the short names that it may have. What is found is shown, not watched: another company
 * may have the same name.
 */
public final class EmployerLookUp {

  public static final String TASK = "look-up-employer";

  private static final Duration LIMIT = Duration.ofSeconds(45);
  private static final int LOOKED_AT = 50;

  /**
   * What was found.
   *
   * @param name what was looked for
   * @param employers none where no board knows it
   * @param silent the names of boards that did not answer
   */
  public record Result(String name, List<KnownEmployer> employers, List<String> silent) {}

  private final Employers employers;
  private final Contexts contexts;
  private final Tasks tasks;
  private final Live live;
  private final ConcurrentMap<String, Result> results = new ConcurrentHashMap<>();

  public EmployerLookUp(Employers employers, Contexts contexts, Tasks tasks, Live live) {
    this.employers = employers;
    this.contexts = contexts;
    this.tasks = tasks;
    this.live = live;
    tasks.register(TASK, this::run);
  }

  /** Begins to look for a name. */
  public void start(String name) {
    results.remove(Tenant.current().id());
    tasks.submit(TASK, name, "Look for the pages of “" + name + "”", name);
  }

  /** What was found last; empty before, and after a new start of the program. */
  public Optional<Result> result() {
    return Optional.ofNullable(results.get(Tenant.current().id()));
  }

  /** Forgets what was found for a tenant. */
  public void leave(Tenant tenant) {
    results.remove(tenant.id());
  }

  private String run(TaskRun run) throws InterruptedException {
    Tenant tenant = Tenant.current();
    String name = run.params();
    var found = new ArrayList<KnownEmployer>();
    var silent = new ArrayList<String>();
    List<Extension<JobBoard>> boards = employers.boards();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<KnownEmployer>>> asked =
          boards.stream()
              .map(board -> threads.submit(() -> tenant.call(() -> on(board, name))))
              .toList();
      for (int at = 0; at < asked.size(); at++) {
        run.of(at, asked.size());
        try {
          found.addAll(asked.get(at).get());
        } catch (ExecutionException noAnswer) {
          silent.add(Employers.descriptor(boards.get(at)).about().name());
        }
      }
    }
    results.put(Tenant.current().id(), new Result(name, List.copyOf(found), List.copyOf(silent)));
    live.changed(Tenant.current().id(), "jobs");
    return found.isEmpty()
        ? "No board has a page of “%s”. Paste the address of its career page.".formatted(name)
        : "“%s” has %d %s; see Employers."
            .formatted(name, found.size(), found.size() == 1 ? "page" : "pages");
  }

  private List<KnownEmployer> on(Extension<JobBoard> board, String name)
      throws ExtensionException, InterruptedException {
    var found = new ArrayList<KnownEmployer>();
    for (String slug : SlugGuesses.of(name)) {
      var postings = new ArrayList<Posting>();
      var query =
          BoardQuery.all(LOOKED_AT)
              .withEmployers(List.of(Employer.of(slug)))
              .withFullDescriptions(false);
      try {
        BoardContext context = contexts.board(board, Map.of(), new BoardListener() {});
        board.call(
            LIMIT,
            one -> {
              one.search(query, context, postings::add);
              return 0;
            });
      } catch (ExtensionException unknown) {
        if (unknown.kind() != ExtensionException.Kind.BAD_SETTINGS) {
          throw unknown;
        }
        continue; // nobody of that short name is there
      } catch (PluginBugException bug) {
        continue;
      }
      String called = postings.stream().flatMap(p -> p.company().stream()).findFirst().orElse(slug);
      found.add(Employers.known(board, Employer.of(slug)).called(called, postings.size()));
      return found;
    }
    return found;
  }
}
