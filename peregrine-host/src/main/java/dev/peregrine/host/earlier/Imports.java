package dev.peregrine.host.earlier;

import dev.peregrine.host.backup.Progress;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Imports from a page: what was named waits, beside the data, for the person's yes. */
final class Imports {

  private static final String TASK = "import";
  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
  private static final Duration WAITS = Duration.ofDays(1);
  private static final String ABOUT = "about.json";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Earlier earlier;
  private final Tasks tasks;
  private final InstantSource clock;

  /**
   * Something to be imported.
   *
   * @param source as the person knows it
   */
  record Named(String id, String source, Path path) {}

  /** How that is noted. */
  record About(String source, String path) {}

  Imports(Earlier earlier, Tasks tasks, InstantSource clock) {
    this.earlier = earlier;
    this.tasks = tasks;
    this.clock = clock;
    tasks.register(TASK, this::run);
  }

  private static Path folder() {
    return Tenant.current().home().resolve(Earlier.WORK);
  }

  /** Takes the file or the folder of a form. */
  Named take(Visit visit) throws IOException {
    tidy();
    Files.createDirectories(folder());
    Path own = Files.createTempDirectory(folder(), "named-");
    String id = String.valueOf(own.getFileName());
    String name = visit.uploadName("file");
    Path given = own.resolve("given-" + name.replaceAll("[^A-Za-z0-9._-]+", "_"));
    if (visit.save("file", given)) {
      return noted(own, new Named(id, name, given));
    }
    String typed = visit.value("path");
    Files.delete(own);
    if (typed.isEmpty()) {
      throw new EarlierException(
          "Choose a file, or type the folder of the earlier Peregrine on this computer.");
    }
    Path path = path(typed);
    Files.createDirectories(own);
    return noted(own, new Named(id, String.valueOf(path.getFileName()), path));
  }

  private static Path path(String typed) {
    try {
      String home = System.getProperty("user.home", "");
      Path path = Path.of(typed.startsWith("~/") ? home + typed.substring(1) : typed);
      if (path.isAbsolute() && path.getFileName() != null) {
        return path.normalize();
      }
    } catch (InvalidPathException noPath) {
      // said below
    }
    throw new EarlierException(
        "“%s” is no whole path of a folder, expected one such as /home/ada/peregrine."
            .formatted(typed.length() > 200 ? typed.substring(0, 200) + "…" : typed));
  }

  private static Named noted(Path own, Named named) throws IOException {
    var about = new About(named.source(), named.path().toString());
    Files.write(own.resolve(ABOUT), JSON.writeValueAsBytes(about));
    return named;
  }

  private static Named named(String id) {
    Path own = folder().resolve(id.matches("named-[0-9]{1,30}") ? id : "none");
    try {
      About about = JSON.readValue(Files.readAllBytes(own.resolve(ABOUT)), About.class);
      return new Named(id, about.source(), Path.of(about.path()));
    } catch (IOException gone) {
      throw new EarlierException(
          "What you named was cleared away meanwhile. Choose it again under Settings → Import.",
          gone);
    }
  }

  /** Has it brought over in the background. */
  Submitted bring(String id) {
    Named named = named(id);
    return tasks.submit(TASK, "", "Import from “%s”".formatted(named.source()), named.id());
  }

  private String run(TaskRun run) throws TaskFailedException {
    try {
      Named named = named(run.params());
      Report report =
          earlier.bring(
              named.path(),
              named.source(),
              new Progress() {
                @Override
                public void step(String text) {
                  run.step(text);
                }

                @Override
                public void of(long done, long total) {
                  run.of(done, total);
                }
              });
      Earlier.forget(folder().resolve(named.id()));
      return Earlier.sentence(report);
    } catch (EarlierException unfit) {
      throw new TaskFailedException(unfit.sentence(), unfit);
    }
  }

  Optional<Task> running() {
    return tasks.active().stream().filter(task -> task.type().equals(TASK)).findFirst();
  }

  /** The last one that ended. */
  Optional<Task> last() {
    return tasks.recent(30).stream()
        .filter(task -> task.type().equals(TASK) && !task.state().isLive())
        .findFirst();
  }

  private void tidy() {
    if (!Files.isDirectory(folder()) || running().isPresent()) {
      return;
    }
    Instant until = clock.instant().minus(WAITS);
    try (Stream<Path> listed = Files.list(folder())) {
      List<Path> all = listed.toList();
      for (Path each : all) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(until)) {
          Earlier.forget(each);
        }
      }
    } catch (IOException untidy) {
      LOG.warn("Old uploads in \"{}\" were not cleared away.", folder(), untidy);
    }
  }
}
