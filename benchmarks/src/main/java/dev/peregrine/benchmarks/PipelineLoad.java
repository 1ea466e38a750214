package dev.peregrine.benchmarks;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.JobFilter.Order;
import dev.peregrine.host.pipeline.JobPage;
import dev.peregrine.host.pipeline.JobToScore;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Measures the pipeline: {@code benchmarks/run.sh PipelineLoad [postings] [words a description]
 * [folder]}. Says how many postings a second are stored, and how long pages and searches take under
 * eight clients.
 */
public final class PipelineLoad {

  private static final int CLIENTS = 8;
  private static final int CALLS = 200;
  private static final int BURST = 4_000;
  private static final List<String> ROLES =
      List.of(
          "Software Engineer",
          "Data Scientist",
          "UX Writer",
          "Product Manager",
          "Account Executive",
          "Nurse",
          "Electrician",
          "Accountant",
          "Backend Developer",
          "DevOps Engineer",
          "Marketing Manager",
          "Sales Representative",
          "Teacher",
          "Project Manager",
          "Designer");
  private static final List<String> LEVELS =
      List.of("", "Senior ", "Junior ", "Lead ", "Principal ");
  private static final List<String> TEAMS =
      List.of("", ", Payments", ", Platform", ", Growth", ", Search", " Logistics", " Insurance");
  private static final List<String> CITIES =
      List.of(
          "Berlin", "Hamburg", "Munich", "Vienna", "Zurich", "Paris", "London", "Madrid", "Warsaw",
          "Prague", "Oslo", "Lisbon", "Dublin", "Milan", "Rome");

  /** What was measured last, so that nothing is measured whose result nobody wants. */
  private final AtomicReference<Object> seen = new AtomicReference<>();

  private final Random random = new Random(7);
  private final List<String> words = new ArrayList<>();
  private final int length;
  private final Jobs jobs;
  private final Tenant tenant;

  private PipelineLoad(Jobs jobs, Tenant tenant, int length) {
    this.jobs = jobs;
    this.tenant = tenant;
    this.length = length;
    for (int at = 0; at < 30_000; at++) {
      words.add(word());
    }
    words.set(2, "team");
    words.set(5, "experience");
    words.set(40, "java");
    words.set(700, "kubernetes");
    words.set(9_000, "ornithology");
  }

  public static void main(String[] arguments) throws Exception {
    int postings = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int length = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
    Path folder =
        arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("pipeline-load");
    InstantSource clock = InstantSource.system();
    try (var databases = new Databases(Jobs.mappers(), clock)) {
      var load =
          new PipelineLoad(
              new Jobs(databases, new Live(), clock), new Tenant("load", folder), length);
      load.tenant.call(
          () -> {
            load.run(postings);
            return null;
          });
    }
    System.out.println(
        "file: " + Files.size(folder.resolve("data/staging.db")) / 1_000_000 + " MB in " + folder);
  }

  private void run(int postings) throws Exception {
    if (jobs.counts().of(Stage.PENDING) == 0) {
      ingest(postings);
      again();
      score();
    }
    if (jobs.counts().of(Stage.APPROVED) == 0) {
      approve();
    }
    read("page, best match", at -> JobFilter.stage(Stage.PENDING));
    read("page, newest", at -> JobFilter.stage(Stage.PENDING).withOrder(Order.NEWEST));
    read("page, company", at -> JobFilter.stage(Stage.PENDING).withOrder(Order.COMPANY));
    read("page, all stages", at -> JobFilter.all());
    read(
        "page, filtered",
        at ->
            JobFilter.stage(Stage.PENDING)
                .withRemote(Set.of(RemoteMode.REMOTE))
                .withMaxAgeDays(10)
                .withMinScore(40 + at % 30));
    read(
        "page, filter hits little",
        at ->
            JobFilter.stage(Stage.PENDING)
                .withBoard("board3")
                .withMinAnnualPay(BigDecimal.valueOf(148_900 + at % 50)));
    read("search, rare word", at -> search("ornithology"));
    read("search, word", at -> search("kubernetes"));
    read("search, common word", at -> search("java"));
    read("search, two common words", at -> search("team experience"));
    read(
        "search, two common words, newest",
        at -> search("team experience").withOrder(Order.NEWEST));
    read(
        "search, common words in a small stage",
        at -> search("team experience").withStage(Optional.of(Stage.APPROVED)));
    read("search, title and city", at -> search(ROLES.get(at % ROLES.size()) + " java"));
    measure("counts", at -> seen.set(jobs.counts()));
  }

  private JobFilter search(String text) {
    return JobFilter.stage(Stage.PENDING).withWords(text);
  }

  /** Stored in bursts, as a search brings them; the index of words follows each. */
  private void ingest(int postings) {
    var storing = new Measured();
    var indexing = new Measured();
    for (int from = 0; from < postings; from += BURST) {
      List<Found> found = new ArrayList<>();
      for (int at = from; at < Math.min(postings, from + BURST); at++) {
        found.add(found(at));
      }
      storing.time(() -> jobs.store(found));
      indexing.time(() -> jobs.page(search("ornithology"), Optional.empty(), 1));
    }
    System.out.printf("ingest: %d postings of %d words in bursts of %d%n", postings, length, BURST);
    System.out.println("  stored and deduplicated: " + storing.rate(postings));
    System.out.println("  index of words: " + indexing.rate(postings));
    storing.add(indexing);
    System.out.println("  both: " + storing.rate(postings));
  }

  /** Wall and CPU time of something done in parts. */
  private static final class Measured {
    private long wall;
    private long cpu;

    void time(Runnable work) {
      long cpuBefore = LoadHome.cpu();
      long begin = System.nanoTime();
      work.run();
      wall += System.nanoTime() - begin;
      cpu += LoadHome.cpu() - cpuBefore;
    }

    void add(Measured other) {
      wall += other.wall;
      cpu += other.cpu;
    }

    String rate(int count) {
      return "%,.0f a second, %,.0f a CPU second".formatted(count * 1e9 / wall, count * 1e9 / cpu);
    }
  }

  private void again() {
    List<Found> found = new ArrayList<>();
    for (int at = 0; at < 1_000; at++) {
      found.add(found(at));
    }
    long begin = System.nanoTime();
    jobs.store(found);
    System.out.printf("again: 1000 known in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
  }

  private void score() {
    long begin = System.nanoTime();
    long cpu = LoadHome.cpu();
    int scored = 0;
    List<JobToScore> missing;
    while (!(missing = jobs.toScore("load", "1", 500)).isEmpty()) {
      Map<Long, Score> scores = new HashMap<>();
      for (JobToScore job : missing) {
        scores.put(
            job.id(),
            new Score.Match(random.nextInt(1_000) / 10.0, List.of(), List.of("java", "sql")));
      }
      jobs.saveScores("load", "1", scores);
      scored += scores.size();
    }
    System.out.printf(
        "scores: %.0f read and saved a second (%.0f a CPU second)%n",
        scored * 1e9 / (System.nanoTime() - begin), scored * 1e9 / (LoadHome.cpu() - cpu));
  }

  private void approve() {
    List<Long> ids = new ArrayList<>();
    for (long id = 1; id <= 3_000; id++) {
      ids.add(id * 7);
    }
    long begin = System.nanoTime();
    jobs.move(ids, Stage.APPROVED, Optional.empty());
    System.out.printf("move: 3000 in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
  }

  private void read(String what, IntFunction<JobFilter> filter) throws Exception {
    JobPage first = jobs.page(filter.apply(0), Optional.empty(), 50);
    measure(
        "%s (%d rows of %d)".formatted(what, first.rows().size(), first.total()),
        at ->
            seen.set(
                jobs.page(filter.apply(at), at % 3 == 0 ? first.next() : Optional.empty(), 50)));
  }

  private void measure(String what, IntConsumer call) throws Exception {
    for (int at = 0; at < 100; at++) {
      call.accept(at);
    }
    long cpu = LoadHome.cpu();
    for (int at = 0; at < 60; at++) {
      call.accept(at);
    }
    cpu = (LoadHome.cpu() - cpu) / 60;
    var took = new long[CLIENTS * CALLS];
    try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int offset = client * CALLS;
        Callable<Object> work =
            () -> {
              for (int at = 0; at < CALLS; at++) {
                long begin = System.nanoTime();
                call.accept(at);
                took[offset + at] = System.nanoTime() - begin;
              }
              return took;
            };
        running.add(clients.submit(() -> tenant.call(work)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
    Arrays.sort(took);
    System.out.printf(
        "%-55s CPU %5.2f  p50 %5.1f  p99 %5.1f ms%n",
        what, cpu / 1e6, took[took.length / 2] / 1e6, took[took.length * 99 / 100] / 1e6);
  }

  private Found found(int at) {
    var random = new Random(at);
    String title = pick(random, LEVELS) + pick(random, ROLES) + pick(random, TEAMS);
    String city = pick(random, CITIES);
    Posting posting =
        Posting.of("n" + at, title, URI.create("https://jobs.example.com/board/postings/" + at))
            .withCompany(
                Optional.of(
                    "Company " + (int) (5_000 * Math.pow(random.nextDouble(), 2)) + " GmbH"))
            .withPlaces(
                List.of(
                    Place.of(Optional.of(city), Optional.empty(), Optional.of("DE")).orElseThrow()))
            .withRemote(Optional.of(RemoteMode.values()[random.nextInt(3)]))
            .withPosted(Optional.of(LocalDate.now().minusDays(random.nextInt(60))))
            .withSalary(
                random.nextInt(3) == 0
                    ? Salary.of(
                        Optional.of(BigDecimal.valueOf(30_000 + random.nextInt(50_000))),
                        Optional.of(BigDecimal.valueOf(80_000 + random.nextInt(70_000))),
                        "EUR",
                        PayPeriod.YEAR)
                    : Optional.empty())
            .withTags(List.of("java", "sql"))
            .withDescription(Optional.of(description(random)));
    return new Found(posting, "board" + at % 9, OptionalLong.of(1), Optional.empty());
  }

  private String description(Random random) {
    var text = new StringBuilder("<p>");
    for (int at = 0; at < length; at++) {
      // Zipf-like: a few words are everywhere, most are rare.
      int rank = (int) (words.size() * Math.pow(random.nextDouble(), 4));
      text.append(words.get(rank)).append(at % 60 == 59 ? ".</p><ul><li>" : " ");
    }
    return text.append("</p>").toString();
  }

  private String word() {
    var word = new StringBuilder();
    for (int at = 0; at < 3 + random.nextInt(7); at++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** Of all threads but those of the compiler and the collector: fair on a busy machine. */
}
