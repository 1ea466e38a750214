package dev.peregrine.host.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts files in the place of a home's present ones, which are set aside: all of them or none,
 * however it is interrupted. What is to be done stands in {@code data/restoring/} before anything
 * is touched, and every step is one renaming, so that whoever starts next can finish it. Only who
 * holds the home's lock may call {@link #apply}.
 */
final class Swap {

  static final String FOLDER = "data/restoring";
  static final String STAGED = FOLDER + "/files";
  static final String ABOUT = "about.json";

  private static final String PLAN = "plan.json";
  private static final String BEGUN = "begun.json";
  private static final String MOVED = "moved";
  private static final String LAST = "data/backups/last-restore.json";
  private static final int KEPT_ASIDE = 3;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What is being done, once it has begun. */
  record Begun(SwapPlan plan, List<String> out, List<String> in, String aside) {}

  /** What was done last. */
  record Done(String label, String aside, long at, boolean interrupted) {
    Instant when() {
      return Instant.ofEpochMilli(at);
    }
  }

  private final Path home;
  private final InstantSource clock;
  private final Consumer<Path> beforeEachMove;

  Swap(Path home, InstantSource clock) {
    this(home, clock, move -> {});
  }

  /**
   * @param beforeEachMove a test ends the program there
   */
  Swap(Path home, InstantSource clock, Consumer<Path> beforeEachMove) {
    this.home = home;
    this.clock = clock;
    this.beforeEachMove = beforeEachMove;
  }

  private Path folder() {
    return home.resolve(FOLDER);
  }

  /** Says what is to be done; from here on a start does it. */
  void plan(SwapPlan plan) throws IOException {
    Folders.write(folder().resolve(PLAN), JSON.writeValueAsBytes(plan));
  }

  boolean isPlanned() {
    return Files.exists(folder().resolve(PLAN));
  }

  /** Whether files were moved already, so that the home is neither the old nor the new one. */
  boolean isHalfDone() {
    return Files.exists(folder().resolve(BEGUN));
  }

  /** Takes back what was planned and has not begun. */
  void drop() throws IOException {
    if (!isHalfDone()) {
      Folders.remove(folder());
    }
  }

  /**
   * Does, or goes on with, what was planned. Without a plan it clears away what an interrupted
   * preparation left.
   *
   * @return what was done
   */
  Optional<Done> apply() throws IOException {
    if (!isPlanned()) {
      Folders.remove(folder());
      return Optional.empty();
    }
    boolean interrupted = isHalfDone();
    Begun begun =
        interrupted
            ? JSON.readValue(Files.readAllBytes(folder().resolve(BEGUN)), Begun.class)
            : begin(JSON.readValue(Files.readAllBytes(folder().resolve(PLAN)), SwapPlan.class));
    Path aside = home.resolve(begun.aside());
    if (Files.notExists(folder().resolve(MOVED))) {
      for (String name : begun.out()) {
        move(home.resolve(name), aside.resolve(name));
      }
      Folders.write(folder().resolve(MOVED), new byte[0]);
    }
    for (String name : begun.in()) {
      move(home.resolve(begun.plan().from()).resolve(name), home.resolve(name));
    }
    return Optional.of(finish(begun, interrupted));
  }

  private Begun begin(SwapPlan plan) throws IOException {
    List<String> in = files(home.resolve(plan.from()));
    var out = new ArrayList<String>();
    for (HomeFiles.Named named : HomeFiles.of(home)) {
      if (plan.replaces(named.name())) {
        out.add(named.name());
      }
    }
    for (String suffix : List.of("", "-wal", "-shm")) {
      out.add(EntryName.DATABASE + suffix);
    }
    in.stream().filter(name -> !out.contains(name)).forEach(out::add);
    plan.removes().stream().filter(name -> !out.contains(name)).forEach(out::add);
    out.removeIf(name -> Files.notExists(home.resolve(name)));
    String aside = "data/backups/before-restore-" + Stamp.of(clock.instant());
    var begun = new Begun(plan, out, in, Stamp.free(home, aside, ""));
    Folders.write(folder().resolve(BEGUN), JSON.writeValueAsBytes(begun));
    return begun;
  }

  private void move(Path from, Path to) throws IOException {
    beforeEachMove.accept(from);
    if (Files.exists(from)) {
      Folders.move(from, to);
    }
  }

  private Done finish(Begun begun, boolean interrupted) throws IOException {
    Path aside = home.resolve(begun.aside());
    var done = new Done(begun.plan().label(), "", clock.millis(), interrupted);
    if (!begun.out().isEmpty()) {
      // What came in without a predecessor goes again when this is taken back.
      List<String> added =
          begun.in().stream()
              .filter(name -> name.startsWith("plugins/") && !begun.out().contains(name))
              .toList();
      var back =
          new SwapPlan(
              "the state before " + begun.plan().label(),
              begun.aside(),
              begun.plan().secrets(),
              begun.plan().keeps(),
              added);
      Folders.write(aside.resolve(ABOUT), JSON.writeValueAsBytes(back));
      done = new Done(begun.plan().label(), begun.aside(), clock.millis(), interrupted);
    }
    Folders.write(home.resolve(LAST), JSON.writeValueAsBytes(done));
    if (!begun.plan().from().equals(STAGED)) {
      Folders.forget(home.resolve(begun.plan().from()));
    }
    Folders.remove(folder());
    forgetOld(aside);
    return done;
  }

  private void forgetOld(Path newest) throws IOException {
    Path backups = home.resolve("data/backups");
    List<Path> aside;
    try (Stream<Path> listed = Files.list(backups)) {
      aside =
          listed
              .filter(path -> path.getFileName().toString().startsWith("before-restore-"))
              .filter(path -> !path.equals(newest))
              .sorted()
              .toList();
    }
    aside.stream().limit(Math.max(0, aside.size() - KEPT_ASIDE + 1)).forEach(Folders::forget);
  }

  /** What was restored last. */
  Optional<Done> last() {
    Path file = home.resolve(LAST);
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readAllBytes(file), Done.class))
          : Optional.empty();
    } catch (IOException | tools.jackson.core.JacksonException unreadable) {
      return Optional.empty();
    }
  }

  /** How to go back to what was set aside. */
  SwapPlan back(Path aside) throws IOException {
    return JSON.readValue(Files.readAllBytes(aside.resolve(ABOUT)), SwapPlan.class);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> walked = Files.walk(folder)) {
      return walked
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals(ABOUT))
          .sorted()
          .toList();
    }
  }
}
