package dev.peregrine.host.mail;

import dev.peregrine.host.mails.MailFiles;
import dev.peregrine.host.mails.MailFiles.Taken;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Visit;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of mails that were dropped: small ones are read at once, others in the background. */
public final class MailUploads {

  private static final Logger LOG = LoggerFactory.getLogger(MailUploads.class);
  private static final String TASK = "mail-files";
  private static final String FOLDER = "mails-in";
  private static final Duration WAITS = Duration.ofDays(1);
  private static final long SMALL = 2_000_000;
  private static final int FEW = 20;
  private static final int RECENT = 50;
  private static final int NAMED = 5;

  private final MailFiles files;
  private final Tasks tasks;
  private final InstantSource clock;

  /**
   * What came of what was dropped.
   *
   * @param taken empty where it is read in the background
   * @param refused names of files that are not read
   */
  record Dropped(Optional<Taken> taken, int files, List<String> refused) {}

  public MailUploads(MailFiles files, Tasks tasks, InstantSource clock) {
    this.files = files;
    this.tasks = tasks;
    this.clock = clock;
    tasks.register(TASK, this::run);
  }

  private static Path folder() {
    return Tenant.current().data().resolve(FOLDER);
  }

  /** Takes the files of a form. */
  Dropped take(Visit visit) throws IOException, InterruptedException {
    tidy();
    Files.createDirectories(folder());
    Path own = Files.createTempDirectory(folder(), "in-");
    List<Visit.Saved> saved = visit.saveAll("files", own);
    var refused = new ArrayList<String>();
    var fit = new ArrayList<Visit.Saved>();
    for (Visit.Saved file : saved) {
      if (isUnfit(file.path())) {
        Files.delete(file.path());
        refused.add(file.name());
      } else {
        fit.add(file);
      }
    }
    if (fit.isEmpty()) {
      forget(own);
      return new Dropped(Optional.empty(), 0, refused);
    }
    if (isSmall(fit)) {
      Taken taken = new Taken(List.of(), 0, 0);
      for (Visit.Saved file : fit) {
        taken = taken.and(read(file.path(), Optional.empty()));
      }
      forget(own);
      return new Dropped(Optional.of(taken), fit.size(), refused);
    }
    long _ =
        tasks
            .submit(
                TASK,
                String.valueOf(own.getFileName()),
                fit.size() == 1
                    ? "Mails from “%s”".formatted(fit.getFirst().name())
                    : "Mails from %d files".formatted(fit.size()),
                String.valueOf(own.getFileName()))
            .id();
    return new Dropped(Optional.empty(), fit.size(), refused);
  }

  private static boolean isUnfit(Path file) throws IOException {
    if (Files.size(file) == 0) {
      return true;
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return MailFiles.isOutlook(bytes.readNBytes(8));
    }
  }

  private static boolean isSmall(List<Visit.Saved> files) throws IOException {
    long size = 0;
    for (Visit.Saved file : files) {
      size += Files.size(file.path());
    }
    return files.size() <= FEW && size <= SMALL;
  }

  private Taken read(Path file, Optional<TaskRun> run) throws IOException, InterruptedException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      return files.take(bytes, read -> run.ifPresent(it -> it.step(read + " mails read")));
    }
  }

  private String run(TaskRun run) throws TaskFailedException, InterruptedException {
    Path own = folder().resolve(run.params().matches("in-\\d{1,30}") ? run.params() : "none");
    if (!Files.isDirectory(own)) {
      throw new TaskFailedException(
          "The files were cleared away meanwhile. Drop them again under Mail → Add mails.");
    }
    try {
      List<Path> all = list(own);
      Taken taken = new Taken(List.of(), 0, 0);
      for (int i = 0; i < all.size(); i++) {
        run.of(i, all.size());
        taken = taken.and(read(all.get(i), Optional.of(run)));
      }
      forget(own);
      return sentence(taken);
    } catch (IOException broken) {
      throw new TaskFailedException(
          "A file could not be read to its end (%s). What was read before is kept; retry to read the rest."
              .formatted(broken.getClass().getSimpleName()),
          broken);
    }
  }

  private static String sentence(Taken taken) {
    var sentence = new StringBuilder("%d new mails.".formatted(taken.ids().size()));
    if (taken.known() > 0) {
      sentence.append(" %d were here already.".formatted(taken.known()));
    }
    if (taken.unreadable() > 0) {
      sentence.append(
          " %d of the new ones cannot be read; they are listed.".formatted(taken.unreadable()));
    }
    return sentence.toString();
  }

  /** Those that run, and the last ones that ended, the newest first. */
  List<Task> lately() {
    return Stream.concat(
            tasks.active().stream(),
            tasks.recent(RECENT).stream().filter(task -> !task.state().isLive()))
        .filter(task -> task.type().equals(TASK))
        .limit(NAMED)
        .toList();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void forget(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Takes away what was cancelled or failed long ago. */
  private void tidy() {
    boolean busy = tasks.active().stream().anyMatch(task -> task.type().equals(TASK));
    if (busy || !Files.isDirectory(folder())) {
      return;
    }
    Instant until = clock.instant().minus(WAITS);
    try {
      for (Path each : list(folder())) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(until)) {
          forget(each);
        }
      }
    } catch (IOException untidy) {
      LOG.warn("Old uploads in \"{}\" were not cleared away.", folder(), untidy);
    }
  }
}
