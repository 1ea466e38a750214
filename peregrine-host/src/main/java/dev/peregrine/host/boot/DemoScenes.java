package dev.peregrine.host.boot;

import dev.peregrine.host.config.ExcludedWord;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.demo.ToldPosting;
import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.person.People;
import dev.peregrine.host.person.SaidElsewhere;
import dev.peregrine.host.pipeline.Decision;
import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.resumes.ParsedResume;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** What happens in the invented life, each at its time. */
final class DemoScenes {

  private final Peregrine peregrine;
  private final DemoLife.SetClock clock;
  private final Instant now;
  private final ZoneId zone;
  private final Map<String, Long> jobs = new HashMap<>();
  private final List<Scene> scenes = new ArrayList<>();

  /** Something that happens. */
  @FunctionalInterface
  interface Deed {
    void happen() throws Exception;
  }

  private record Scene(Instant when, Deed deed) {}

  DemoScenes(Peregrine peregrine, DemoLife.SetClock clock, Instant now, ZoneId zone) {
    this.peregrine = peregrine;
    this.clock = clock;
    this.now = now;
    this.zone = zone;
  }

  /** That many days ago, at that hour of the day; never later than now. */
  Instant ago(int days, int hour, int minute) {
    Instant then =
        LocalDate.ofInstant(now, zone)
            .minusDays(days)
            .atTime(LocalTime.of(hour, minute))
            .atZone(zone)
            .toInstant();
    return then.isAfter(now) ? now.minus(Duration.ofMinutes(5)) : then;
  }

  void at(Instant when, Deed deed) {
    scenes.add(new Scene(when, deed));
  }

  /** What postings became, by their ids. */
  void found(Map<String, Long> ids) {
    jobs.putAll(ids);
  }

  long job(String id) {
    return Objects.requireNonNull(jobs.get(id), id);
  }

  Optional<Long> jobIfThere(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  Peregrine peregrine() {
    return peregrine;
  }

  ZoneId zone() {
    return zone;
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  /** So many working days from today; nobody invites for a Sunday. */
  LocalDate workdaysAhead(int days) {
    LocalDate day = today();
    for (int left = days; left > 0; left--) {
      day = day.plusDays(1);
      while (isWeekend(day)) {
        day = day.plusDays(1);
      }
    }
    return day;
  }

  /** So many days ago, or on the working day before that. */
  int workdayAgo(int days) {
    int ago = days;
    while (isWeekend(today().minusDays(ago))) {
      ago++;
    }
    return ago;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }

  /** Plays everything in its order. */
  void play(List<ToldPosting> postings) {
    at(ago(70, 9, 0), this::begin);
    new DemoFinds(this).add(postings);
    at(ago(69, 20, 0), peregrine.pages().setup()::finish);
    new DemoPapers(this).add();
    new DemoNotes(this).add();
    new DemoTalks(this).add();
    scenes.sort(Comparator.comparing(Scene::when));
    for (Scene scene : scenes) {
      clock.set(scene.when());
      try {
        scene.deed().happen();
      } catch (RuntimeException known) {
        throw known;
      } catch (Exception unexpected) {
        throw new IllegalStateException(unexpected);
      }
    }
    clock.set(now);
  }

  /** Waits for what follows from it, such as scores. */
  void settle() {
    try {
      peregrine.scoring().soon();
      new Waiting(peregrine).untilIdle(DemoLife.nowhere());
    } catch (RuntimeException known) {
      throw known;
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private void begin() throws IOException, DocumentException, InterruptedException {
    var person = new People(peregrine.databases(), clock);
    person.take(
        new SaidElsewhere(
            Map.of(
                "name", "Mara Feldt",
                "email", "mara.feldt@mail.example",
                "phone", "+49 30 000000",
                "town", "Berlin",
                "country", "Germany"),
            Map.of("Portfolio", "https://mara-feldt.example"),
            Map.of(),
            List.of(),
            false,
            false,
            Map.of()),
        true);
    byte[] file = resource("resume.json");
    ParsedResume read = new ResumeReading(peregrine.documents()).read(file, "resume.json");
    peregrine
        .resumes()
        .create(
            "Product design",
            new ResumeContent(
                Resume.Origin.GIVEN,
                read.text(),
                ResumeJson.write(read.document()),
                "resume.json",
                Optional.empty(),
                OptionalLong.empty()));
    peregrine
        .profiles()
        .save(
            SearchProfile.of(
                    "Product designer, Germany or remote",
                    List.of(
                        "Designer",
                        "Design systems",
                        "Design engineer",
                        "Design manager",
                        "UX researcher"),
                    List.of("Germany"))
                .withCountry(Optional.of("DE"))
                .withExcludedWords(
                    List.of(
                        new ExcludedWord("Werkstudent", ExcludedWord.In.TITLE),
                        new ExcludedWord("Intern", ExcludedWord.In.TITLE)))
                .withBoards(DemoFinds.BOARDS));
  }

  /** Where a job goes, such as {@code 12 rejected ghosted}. */
  void move(String id, String[] parts) {
    Stage to = Stage.of(parts[1]);
    Decision decision =
        parts.length > 2
            ? Decision.over(Ending.of(parts[2].toLowerCase(Locale.ROOT)))
            : Decision.to(to);
    peregrine.jobs().move(List.of(job(id)), decision);
  }

  static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(DemoScenes.class.getResourceAsStream("/demo/" + name), name)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
