package dev.peregrine.host.llm;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.LlmContext;
import dev.peregrine.host.config.LlmFile;
import dev.peregrine.host.config.NamedBackend;
import dev.peregrine.host.plugins.BoardListener;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Has servers fetch models, as tasks: gigabytes take their time. */
final class LlmPulls {

  static final String TASK = "llm-pull";

  /** A server that checks what it fetched says nothing meanwhile. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private final LlmFile file;
  private final Backends backends;
  private final Contexts contexts;
  private final Router router;
  private final Tasks tasks;

  LlmPulls(LlmFile file, Backends backends, Contexts contexts, Router router, Tasks tasks) {
    this.file = file;
    this.backends = backends;
    this.contexts = contexts;
    this.router = router;
    this.tasks = tasks;
    tasks.register(TASK, this::run);
  }

  void pull(String backend, String model) {
    String what = backend + " " + model;
    tasks.submit(TASK, what, "Fetch the model " + model, what);
  }

  private String run(TaskRun run) throws Exception {
    String[] what = run.params().split(" ", 2);
    NamedBackend named =
        file.current()
            .find(what[0])
            .orElseThrow(
                () ->
                    new TaskFailedException(
                        "There is no backend “%s” any more.".formatted(what[0])));
    Extension<LlmBackend> kind =
        backends
            .kind(named.type())
            .orElseThrow(
                () -> new TaskFailedException("Its plugin is off. Switch it on under Plugins."));
    String model = what[1];
    try {
      Backend backend = backends.of(named, kind, Map.of());
      var progress = new Told(run);
      LlmContext context = contexts.llm(kind, named.name(), backend.values(), SILENCE, progress);
      kind.callWhileAlive(
          () -> SILENCE.minusNanos(System.nanoTime() - progress.last),
          SILENCE,
          each -> {
            each.pull(model, context);
            return model;
          });
      router.rest(backend).fetched();
      return "“%s” has the model %s.".formatted(named.name(), model);
    } catch (ExtensionException failed) {
      throw new TaskFailedException(String.valueOf(failed.getMessage()), failed);
    }
  }

  /** Passes on how far it is. */
  private static final class Told implements BoardListener {

    private final TaskRun run;
    private volatile long last = System.nanoTime();

    Told(TaskRun run) {
      this.run = run;
    }

    @Override
    public void step(String text) {
      tell(() -> run.step(text));
    }

    @Override
    public void of(long done, long total) {
      tell(() -> run.of(done, total));
    }

    private void tell(Runnable what) {
      last = System.nanoTime();
      try {
        what.run();
      } catch (CancellationException cancelled) {
        // the task is interrupted, and with it this call
      }
    }
  }
}
