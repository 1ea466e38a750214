package dev.peregrine.benchmarks;

import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Decision;
import dev.peregrine.host.pipeline.Division;
import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Hidden;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.JourneySpan;
import dev.peregrine.host.pipeline.Journeys;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.pipeline.Stored;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/**
 * What came of many jobs, counted: {@code NumbersLoad [jobs] [days] [one in so many applied for]
 * [folder]}. Every job has about five events; the folder can be opened with Peregrine afterwards.
 */
public final class NumbersLoad {

  private static final List<Stage> WAY =
      List.of(
          Stage.APPLIED,
          Stage.SURVEY,
          Stage.PHONE_SCREEN,
          Stage.INTERVIEWING,
          Stage.OFFER,
          Stage.HIRED);
  private static final List<String> BOARDS =
      List.of(
          "adzuna",
          "manual",
          "greenhouse",
          "arbeitsagentur",
          "remotive",
          "lever",
          "hackernews",
          "jobicy",
          "himalayas",
          "themuse");

  /** What the page asks for. */
  private static final Set<Division> SHOWN =
      EnumSet.of(Division.DAY, Division.STAGE, Division.WAITING, Division.SCORE);

  private static final int CALLS = 40;

  private final Random random = new Random(7);
  private final Jobs jobs;
  private final Journeys journeys;
  private Instant time;
  private final Instant now = Instant.now();

  private NumbersLoad(Databases databases) {
    this.journeys = new Journeys(databases);
    this.time = now;
    this.jobs = new Jobs(databases, new Live(), () -> time);
  }

  public static void main(String[] arguments) throws Exception {
    int postings = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
    int oneIn = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    Path folder =
        arguments.length > 3 ? Path.of(arguments[3]) : Files.createTempDirectory("numbers-load");
    try (var databases = new Databases(Jobs.mappers(), InstantSource.system())) {
      var load = new NumbersLoad(databases);
      new Tenant("load", folder)
          .call(
              () -> {
                if (load.jobs.counts().byStage().values().stream().allMatch(n -> n == 0)) {
                  load.fill(postings, days, oneIn);
                }
                load.read();
                return null;
              });
    }
  }

  private void fill(int postings, int days, int oneIn) {
    int burst = Math.clamp(postings / 60, 10, 2_000);
    for (int from = 0; from < postings; from += burst) {
      int upTo = Math.min(postings, from + burst);
      time = ago((days - 1) * (double) (postings - from) / postings);
      List<Found> found = new ArrayList<>();
      for (int at = from; at < upTo; at++) {
        found.add(
            new Found(
                Posting.of("n" + at, "Title " + at, URI.create("https://jobs.example.com/" + at))
                    .withCompany(Optional.of("Company " + at % 5_000)),
                BOARDS.get((int) (BOARDS.size() * Math.pow(random.nextDouble(), 2))),
                OptionalLong.empty(),
                at % 7 == 1 ? Optional.of(new Hidden("age", "90")) : Optional.empty()));
      }
      List<Long> ids = jobs.store(found).stream().map(Stored::job).toList();
      var scores = new HashMap<Long, Score>();
      ids.forEach(
          id ->
              scores.put(id, new Score.Match(random.nextInt(1_000) / 10.0, List.of(), List.of())));
      jobs.saveScores("load", "1", scores);
      decide(ids, oneIn);
    }
  }

  /** Most are turned down, after some to and fro; some are applied for and go on. */
  private void decide(List<Long> ids, int oneIn) {
    List<List<Long>> applied = new ArrayList<>();
    List<Long> others = new ArrayList<>();
    for (int part = 0; part < 20; part++) {
      applied.add(new ArrayList<>());
    }
    for (long id : ids) {
      if (id % oneIn == 0) {
        applied.get(random.nextInt(20)).add(id);
      } else {
        others.add(id);
      }
    }
    for (int mistake = 0; mistake < 2; mistake++) {
      Move mistaken = jobs.move(others, Stage.APPROVED, Optional.empty());
      jobs.undo(mistaken.id());
    }
    jobs.move(others.subList(0, others.size() * 3 / 5), Stage.REJECTED, Optional.empty());
    for (List<Long> alike : applied) {
      pursue(alike);
    }
  }

  private void pursue(List<Long> alike) {
    Instant at = time;
    jobs.move(alike, Stage.APPROVED, Optional.empty(), at);
    double luck = random.nextDouble();
    int steps =
        luck < .55 ? 1 : luck < .65 ? 2 : luck < .85 ? 3 : luck < .95 ? 4 : luck < .98 ? 5 : 6;
    for (int step = 0; step < steps; step++) {
      at = at.plus(Duration.ofHours(12 + random.nextInt(400)));
      if ((step != 1 || luck < .65) && at.isBefore(now)) {
        jobs.move(alike, WAY.get(step), Optional.empty(), at);
      }
    }
    at = at.plus(Duration.ofHours(24 + random.nextInt(400)));
    if (random.nextInt(3) > 0 && steps < 6 && at.isBefore(now)) {
      Ending[] endings = Ending.values();
      jobs.move(alike, Decision.over(endings[random.nextInt(endings.length)]).at(Optional.of(at)));
    }
  }

  private Instant ago(double days) {
    return now.minus(Duration.ofMinutes((long) (days * 24 * 60)));
  }

  private void read() {
    for (long days : List.of(30L, 90L, 365L, 20_000L)) {
      var span =
          new JourneySpan(
              days == 20_000L ? Instant.EPOCH : ago(days),
              now,
              Duration.ofDays(14),
              ZoneId.of("Europe/Berlin"));
      for (int at = 0; at < 10; at++) {
        journeys.count(span, Map.of(), SHOWN);
      }
      var took = new long[CALLS];
      long cpu = LoadHome.cpu();
      for (int at = 0; at < CALLS; at++) {
        long begin = System.nanoTime();
        journeys.count(span, Map.of(), SHOWN);
        took[at] = System.nanoTime() - begin;
      }
      cpu = LoadHome.cpu() - cpu;
      Arrays.sort(took);
      System.out.printf(
          "%6d days: CPU %5.1f  p50 %5.1f  p99 %5.1f ms%n",
          days, cpu / 1e6 / CALLS, took[CALLS / 2] / 1e6, took[CALLS * 99 / 100] / 1e6);
    }
  }
}
