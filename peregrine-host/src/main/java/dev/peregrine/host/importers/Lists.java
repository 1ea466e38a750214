package dev.peregrine.host.importers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.pipeline.Brought;
import dev.peregrine.host.pipeline.Imports;
import dev.peregrine.host.pipeline.Imports.Made;
import dev.peregrine.host.pipeline.Imports.Part;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.pipeline.Stored;
import dev.peregrine.host.questions.Questions;
import dev.peregrine.host.reminders.OwnReminders;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings lists that the person kept elsewhere: says first what would come, and takes all of it back
 * where they wish. What is here already does not come twice.
 */
public final class Lists {

  static final String TASK = "import-list";
  static final String BACK = "import-undo";
  private static final int BATCH = 200;
  private static final int MOST_PAGES = 500;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Ground ground;
  private final Imports imports;
  private final Attaching attaching;
  private final Waiting waiting = new Waiting();

  /**
   * What lists add to.
   *
   * @param zone in which times without one are meant
   */
  public record Ground(
      Databases databases,
      Jobs jobs,
      Scoring scoring,
      Intake intake,
      Questions questions,
      Contacts contacts,
      OwnReminders reminders,
      Tasks tasks,
      ZoneId zone,
      InstantSource clock) {}

  public Lists(Ground ground) {
    this.ground = ground;
    this.imports = ground.jobs().imports();
    this.attaching = new Attaching(ground.questions(), ground.contacts(), ground.reminders());
    ground.tasks().register(TASK, this::bring);
    ground.tasks().register(BACK, this::takeBack);
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(ColumnMapper.class);
  }

  Waiting waiting() {
    return waiting;
  }

  /** A list that waits, with what its columns mean: as was said, as last time, or as guessed. */
  Opened open(String id) {
    Waiting.About about = waiting.about(id);
    Sheet sheet =
        new SheetFile(
                waiting.file(id),
                Encoding.find(about.encoding()),
                about.separator().isEmpty() ? 0 : about.separator().charAt(0),
                Waiting.folder())
            .read();
    Opened opened = opened(id, about.name(), sheet);
    return MeaningJson.read(about.meaning(), sheet.header().size())
        .map(said -> new Opened(id, about.name(), sheet, said, false))
        .orElse(opened);
  }

  /**
   * The same of a file.
   *
   * @throws ListException with a sentence where it is no list
   */
  public Opened open(Path file) {
    Sheet sheet = new SheetFile(file, Optional.empty(), (char) 0, Waiting.folder()).read();
    return opened("", String.valueOf(file.getFileName()), sheet);
  }

  private Opened opened(String id, String name, Sheet sheet) {
    String header = signature(sheet);
    Optional<Meaning> before =
        ground
            .databases()
            .current()
            .read(mappers -> mappers.of(ColumnMapper.class).find(header))
            .flatMap(json -> MeaningJson.read(json, sheet.header().size()));
    return new Opened(
        id, name, sheet, before.orElseGet(() -> Guess.meaning(sheet)), before.isPresent());
  }

  /** The same for the same content of a file, so that a list that was broken off goes on. */
  public String key(Path file) {
    try {
      return HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file)));
    } catch (IOException unreadable) {
      throw new ListException(t("importers.unreadable"), unreadable);
    }
  }

  /** Says what would come, and changes nothing. */
  public Report look(Opened opened) {
    var tally = new Tally();
    Map<URI, Standing> seen = new HashMap<>();
    RowReader reader = reader(opened);
    List<Sheet.Row> rows = opened.sheet().rows();
    for (int from = 0; from < rows.size(); from += BATCH) {
      var taken = new ArrayList<Item.Taken>();
      for (Sheet.Row row : rows.subList(from, Math.min(from + BATCH, rows.size()))) {
        switch (reader.read(row)) {
          case Item.Taken item -> taken.add(item);
          case Item.Left left -> tally.left(left);
        }
      }
      Map<URI, Stage> here =
          ground.jobs().standing(taken.stream().map(Item.Taken::address).distinct().toList());
      taken.forEach(item -> look(item, here, seen, tally));
    }
    return tally.report(opened.sheet().more());
  }

  /** The first jobs of a list, as they would stand here. */
  List<Item.Taken> first(Opened opened, int most) {
    RowReader reader = reader(opened);
    return opened.sheet().rows().stream()
        .map(reader::read)
        .filter(Item.Taken.class::isInstance)
        .map(Item.Taken.class::cast)
        .limit(most)
        .toList();
  }

  private static void look(
      Item.Taken item, Map<URI, Stage> here, Map<URI, Standing> seen, Tally tally) {
    Stage there = here.get(item.address());
    Standing before = seen.get(item.address());
    Stage goes = item.brought().stage();
    if (before != null) {
      boolean on = isOn(goes, before.stage());
      tally.twice(item, on && there == null);
      if (on) {
        seen.put(item.address(), item.standing());
      }
      return;
    }
    seen.put(item.address(), item.standing());
    if (there == null) {
      tally.fresh(item);
    } else if (isOn(goes, there)) {
      tally.further(item);
    } else {
      tally.same();
      if (item.brought().note().isPresent()) {
        tally.unnoted();
      }
    }
  }

  /** As far as can be told without doing it. */
  private static boolean isOn(Stage there, Stage here) {
    return here != there
        && there != Stage.PENDING
        && (here == Stage.PENDING || here != Stage.REJECTED && there.compareTo(here) > 0);
  }

  private RowReader reader(Opened opened) {
    return new RowReader(
        opened.sheet(),
        opened.meaning(),
        new SheetTimes(ground.zone(), opened.order()),
        ground.clock().instant());
  }

  /** Has a list that waits brought in the background. */
  Submitted bring(Opened opened) {
    remember(opened);
    return ground
        .tasks()
        .submit(TASK, opened.id(), t("importers.task", "name", opened.name()), opened.id());
  }

  /** Keeps what the columns mean for the next list with the same ones. */
  private void remember(Opened opened) {
    String header = signature(opened.sheet());
    ground
        .databases()
        .current()
        .write(
            mappers -> {
              mappers
                  .of(ColumnMapper.class)
                  .save(header, MeaningJson.of(opened.meaning()), ground.clock().millis());
              return header;
            });
  }

  private String bring(TaskRun run) throws TaskFailedException {
    try {
      String id = run.params();
      run.step(t("importers.reading"));
      Report report =
          bring(open(id), id + "-" + waiting.about(id).name(), (done, of) -> run.of(done, of));
      waiting.forget(id);
      return sentence(report);
    } catch (ListException unfit) {
      throw new TaskFailedException(unfit.sentence(), unfit);
    }
  }

  /** Told how many rows of how many are done. */
  @FunctionalInterface
  public interface Progress {
    void of(long done, long total);
  }

  /**
   * Brings a list now.
   *
   * @param key the same for the same list, so that one that was broken off goes on
   */
  public Report bring(Opened opened, String key, Progress progress) {
    var tally = new Tally();
    RowReader reader = reader(opened);
    long id = imports.begin(key, opened.name());
    var mine = imports.jobs(id);
    var seen = new java.util.HashSet<Long>();
    Map<Long, URI> unread = new LinkedHashMap<>();
    LocalDate today = LocalDate.ofInstant(ground.clock().instant(), ground.zone());
    List<Sheet.Row> rows = opened.sheet().rows();
    for (int from = 0; from < rows.size(); from += BATCH) {
      progress.of(from, rows.size());
      var taken = new ArrayList<Item.Taken>();
      for (Sheet.Row row : rows.subList(from, Math.min(from + BATCH, rows.size()))) {
        switch (reader.read(row)) {
          case Item.Taken item -> taken.add(item);
          case Item.Left left -> tally.left(left);
        }
      }
      List<Brought.Settled> settled =
          imports.bring(id, taken.stream().map(Item.Taken::brought).toList());
      var parts = new ArrayList<Part>();
      for (int at = 0; at < taken.size(); at++) {
        Brought.Settled each = settled.get(at);
        settle(taken.get(at), each, tally, seen, mine);
        if (isOfThis(each, mine)) {
          parts.addAll(attaching.attach(each.stored().job(), taken.get(at), today));
        }
        if (each.stored() instanceof Stored.New fresh && taken.get(at).untitled()) {
          unread.putIfAbsent(fresh.job(), taken.get(at).address());
        }
      }
      imports.attach(id, parts);
    }
    progress.of(rows.size(), rows.size());
    Report report = tally.report(opened.sheet().more());
    imports.finish(id, JSON.writeValueAsString(report));
    // A row that is nothing but a link is told by its page.
    unread.entrySet().stream()
        .limit(MOST_PAGES)
        .forEach(each -> ground.intake().readLater(each.getKey(), each.getValue()));
    ground.scoring().soon();
    return report;
  }

  private static boolean isOfThis(Brought.Settled settled, Set<Long> mine) {
    return settled.stored() instanceof Stored.New
        || settled.moved()
        || mine.contains(settled.stored().job());
  }

  private static void settle(
      Item.Taken item, Brought.Settled settled, Tally tally, Set<Long> seen, Set<Long> mine) {
    long job = settled.stored().job();
    if (!seen.add(job)) {
      tally.twice(item, settled.moved());
    } else if (settled.stored() instanceof Stored.New || mine.contains(job)) {
      tally.fresh(item);
    } else if (settled.moved()) {
      tally.further(item);
    } else {
      tally.same();
      if (!settled.noted()) {
        tally.unnoted();
      }
    }
  }

  /** The lists that were brought, the newest first. */
  public List<Made> made() {
    return imports.recent(30);
  }

  /** How many jobs of a list are still here. */
  long count(long id) {
    return imports.count(id);
  }

  /** One of them. */
  public Optional<Made> find(long id) {
    return imports.find(id);
  }

  /** What came of a list; empty where it was broken off. */
  public static Optional<Report> report(Made made) {
    try {
      return made.report().isEmpty()
          ? Optional.empty()
          : Optional.of(JSON.readValue(made.report(), Report.class));
    } catch (JacksonException other) {
      return Optional.empty();
    }
  }

  /** Has all that a list brought taken back in the background. */
  Submitted takeBack(Made made) {
    return ground
        .tasks()
        .submit(
            BACK,
            Long.toString(made.id()),
            t("importers.task-undo", "name", made.source()),
            Long.toString(made.id()));
  }

  private String takeBack(TaskRun run) {
    long id = Long.parseLong(run.params());
    long total = imports.count(id);
    return sentence(takeBack(id, done -> run.of(done, total)));
  }

  /** Takes back all that a list brought, but for what the person did something with since. */
  public Imports.TakenBack takeBack(long id, java.util.function.LongConsumer done) {
    List<Part> parts = imports.parts(id);
    Imports.TakenBack back = imports.takeBack(id, done);
    attaching.takeBack(parts, back.kept());
    return back;
  }

  /** What taking back did, as a sentence. */
  public static String sentence(Imports.TakenBack back) {
    return back.kept().isEmpty()
        ? t("importers.taken-back", "gone", back.gone(), "back", back.back())
        : t(
            "importers.taken-back-kept",
            "gone",
            back.gone(),
            "back",
            back.back(),
            "kept",
            back.kept().size());
  }

  /** What would come, as a sentence. */
  public static String would(Report report) {
    return report.isNothing()
        ? t("importers.would-nothing")
        : t("importers.would", "fresh", report.fresh(), "further", report.further());
  }

  /** What came, as a sentence. */
  public static String sentence(Report report) {
    return t(
        "importers.came",
        "fresh",
        report.fresh(),
        "further",
        report.further(),
        "same",
        report.same() + report.twice(),
        "left",
        report.left());
  }

  Optional<Task> running() {
    return ground.tasks().active().stream()
        .filter(task -> task.type().equals(TASK) || task.type().equals(BACK))
        .findFirst();
  }

  /** The last one that ended. */
  Optional<Task> last() {
    return ground.tasks().recent(30).stream()
        .filter(task -> task.type().equals(TASK) || task.type().equals(BACK))
        .filter(task -> !task.state().isLive())
        .findFirst();
  }

  private static String signature(Sheet sheet) {
    String names =
        sheet.header().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("\u001f"));
    return HexFormat.of().formatHex(sha256().digest(names.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
