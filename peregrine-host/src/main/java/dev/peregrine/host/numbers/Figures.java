package dev.peregrine.host.numbers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.PreferencesFile;
import dev.peregrine.host.pipeline.Division;
import dev.peregrine.host.pipeline.JourneySpan;
import dev.peregrine.host.pipeline.Journeys;
import dev.peregrine.host.pipeline.Journeys.Counted;
import dev.peregrine.host.pipeline.Journeys.FoundCount;
import dev.peregrine.host.pipeline.Journeys.Path;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.web.Times;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What came of the current tenant's jobs, as tables. */
public final class Figures {

  /** How long an application without an answer says nothing yet. */
  static final Duration EARLY = Duration.ofDays(14);

  /** Of so many found jobs one application would be a line nobody sees. */
  private static final long SEEN = 40;

  private final Journeys journeys;
  private final Tailorings tailorings;
  private final Resumes resumes;
  private final PluginRuntime plugins;
  private final PreferencesFile preferences;

  public Figures(
      Journeys journeys,
      Tailorings tailorings,
      Resumes resumes,
      PluginRuntime plugins,
      PreferencesFile preferences) {
    this.journeys = journeys;
    this.tailorings = tailorings;
    this.resumes = resumes;
    this.plugins = plugins;
    this.preferences = preferences;
  }

  /** All tables of a range. */
  public List<Table> tables(Range range, Times times) {
    Counted counted = count(range, times, By.values());
    var tables = new ArrayList<Table>();
    tables.add(pace(counted, range, times).table());
    tables.add(funnel(counted, range).table());
    tables.add(flow(counted, range, true).table());
    for (By by : By.values()) {
      tables.add(answers(counted, range, by).table());
    }
    tables.add(time(counted, range).table());
    tables.add(silence(counted, range).table());
    return tables;
  }

  JourneySpan span(Range range, Times times) {
    return new JourneySpan(
        range.since(times.now(), times.zone()), times.now(), EARLY, times.zone());
  }

  /** Counts what every section needs, and what answers are divided by. */
  Counted count(Range range, Times times, By... divided) {
    Set<Division> divisions = EnumSet.of(Division.DAY, Division.STAGE, Division.WAITING);
    for (By by : divided) {
      divisions.add(by.division());
    }
    return journeys.count(span(range, times), tailorings.chosen(), divisions);
  }

  Section pace(Counted counted, Range range, Times times) {
    OptionalInt goal = preferences.weeklyGoal();
    LocalDate first = LocalDate.ofInstant(range.since(times.now(), times.zone()), times.zone());
    return new Section(
        Pace.table(counted, new Links(range), first, goal, times),
        "weeks",
        Pace.sentences(counted, goal, times));
  }

  Section funnel(Counted counted, Range range) {
    return new Section(Funnel.of(counted, new Links(range)), "funnel", List.of());
  }

  /** Whether the way begins where jobs were found, unless the person says otherwise. */
  static boolean showsFound(Counted counted) {
    long found = counted.found().stream().mapToLong(FoundCount::jobs).sum();
    long applied = counted.paths().stream().mapToLong(Path::jobs).sum();
    return found < SEEN * applied || applied == 0;
  }

  Section flow(Counted counted, Range range, boolean fromFound) {
    var flow = new Flow(new Boards(plugins), new Links(range));
    return new Section(
        fromFound ? flow.ofFound(counted) : flow.ofApplications(counted), "flow", List.of());
  }

  Section answers(Counted counted, Range range, By by) {
    var boards = new Boards(plugins);
    Answers answers =
        Answers.of(
            by,
            counted.sent(),
            switch (by) {
              case SCORE -> Bands::of;
              case SOURCE -> boards::source;
              case WEEKDAY -> day -> Long.toString((Long.parseLong(day) + 3) % 7 + 1);
              case BOARD, RESUME, AGENCY -> UnaryOperator.identity();
            });
    return new Section(
        answers.table(new Links(range), key -> name(by, key)),
        "answers",
        by == By.SCORE ? Calibration.sentences(answers) : List.of());
  }

  /** What a part of a division is called. */
  String name(By by, String key) {
    return switch (by) {
      case SCORE -> Bands.name(key);
      case BOARD -> new Boards(plugins).name(key);
      case SOURCE -> Boards.sourceName(key);
      case RESUME -> resumeNames().getOrDefault(key, t("numbers.resume-gone"));
      case WEEKDAY -> t("numbers.weekday-" + key);
      case AGENCY -> t("numbers.agency-" + key);
    };
  }

  private Map<String, String> resumeNames() {
    var names = new LinkedHashMap<String, String>();
    names.put("0", t("numbers.resume-unknown"));
    for (Resume resume : resumes.all()) {
      names.put(Long.toString(resume.id()), resume.name());
    }
    return names;
  }

  Section time(Counted counted, Range range) {
    return new Section(Spells.table(counted, new Links(range)), "time", List.of());
  }

  Section silence(Counted counted, Range range) {
    return new Section(Silence.table(counted, new Links(range)), "", Silence.sentences(counted));
  }
}
