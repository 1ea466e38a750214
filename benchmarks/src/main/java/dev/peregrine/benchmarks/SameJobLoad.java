package dev.peregrine.benchmarks;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stored;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Measures how long it takes to place one arriving posting among those that are known: {@code
 * benchmarks/run.sh SameJobLoad [postings] [words a description]}. Among them are an employer with
 * every tenth posting, one title in every town, and agencies.
 */
public final class SameJobLoad {

  private static final int CALLS = 400;
  private static final List<String> ROLES =
      List.of(
          "Software Engineer",
          "Data Scientist",
          "Nurse",
          "Electrician",
          "Accountant",
          "Backend Engineer Payments Platform",
          "Senior Account Executive Enterprise Sales Region",
          "Teacher",
          "Project Manager",
          "Store Manager");

  private final Jobs jobs;
  private final int words;
  private final List<String> vocabulary = new ArrayList<>();

  private SameJobLoad(Jobs jobs, int words) {
    this.jobs = jobs;
    this.words = words;
    var random = new Random(7);
    for (int at = 0; at < 30_000; at++) {
      vocabulary.add(Long.toString(random.nextLong(60_000_000L, 60_000_000_000L), 36));
    }
  }

  public static void main(String[] arguments) throws Exception {
    int postings = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int words = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
    Path folder = Files.createTempDirectory("same-job-load");
    InstantSource clock = InstantSource.system();
    try (var databases = new Databases(Jobs.mappers(), clock)) {
      var load = new SameJobLoad(new Jobs(databases, new Live(), clock), words);
      new Tenant("load", folder)
          .call(
              () -> {
                load.run(postings);
                return null;
              });
    }
  }

  private void run(int postings) {
    long begin = System.nanoTime();
    for (int from = 0; from < postings; from += 1_000) {
      List<Found> found = new ArrayList<>();
      for (int at = from; at < Math.min(postings, from + 1_000); at++) {
        found.add(found("n" + at, "board" + at % 3, at));
      }
      jobs.store(found);
    }
    System.out.printf(
        "%d postings stored in %d s%n", postings, (System.nanoTime() - begin) / 1_000_000_000);
    // The index of words follows; it is not what is measured here.
    jobs.page(JobFilter.all().withWords("nothing"), Optional.empty(), 1);
    int step = postings / CALLS;
    measure("new, of any employer", at -> found("x" + at, "board4", postings + at));
    measure("known elsewhere, of any employer", at -> found("y" + at, "board5", at * step + 1));
    measure(
        "known elsewhere, of the largest employer",
        at -> found("z" + at, "board6", at * step / 10 * 10));
    measure(
        "new, of the largest employer",
        at -> found("w" + at, "board7", postings + 10_000 + at * 10));
    measure("an agency's, of a common title", at -> copy("a" + at, at * step + 1, "Hays AG"));
    measure("without an employer, of a common title", at -> copy("b" + at, at * step + 1, ""));
    measure("known at its address", at -> found("n" + at, "board" + at % 3, at));
  }

  private void measure(String what, IntFunction<Found> arriving) {
    var took = new long[CALLS];
    int joined = 0;
    long cpu = 0;
    for (int at = 0; at < CALLS; at++) {
      List<Found> one = List.of(arriving.apply(at));
      long cpuBefore = cpu();
      long begin = System.nanoTime();
      Stored stored = jobs.store(one).getFirst();
      took[at] = System.nanoTime() - begin;
      cpu += cpu() - cpuBefore;
      joined += stored instanceof Stored.New ? 0 : 1;
    }
    Arrays.sort(took);
    System.out.printf(
        "%-42s CPU %5.2f  p50 %5.1f  p99 %5.1f ms, %d of %d known%n",
        what,
        cpu / 1e6 / CALLS,
        took[CALLS / 2] / 1e6,
        took[CALLS * 99 / 100] / 1e6,
        joined,
        CALLS);
  }

  private Found copy(String id, int at, String company) {
    Found found = found(id, "copies", at);
    return new Found(
        found.posting().withCompany(Optional.of(company)),
        found.board(),
        found.run(),
        found.hidden());
  }

  /** Every tenth is of one employer, with one of ten titles in one of 300 towns. */
  private Found found(String id, String board, int at) {
    var random = new Random(at);
    String company = at % 10 == 0 ? "Largest" : "Employer " + random.nextInt(20_000);
    Posting posting =
        Posting.of(
                id,
                ROLES.get(random.nextInt(ROLES.size())),
                URI.create("https://" + board + ".example/" + id))
            .withCompany(Optional.of(at % 50 == 1 ? company + " Recruiting" : company))
            .withPlaces(Place.of("Town" + random.nextInt(300)).stream().toList())
            .withDescription(Optional.of(description(random)));
    return new Found(posting, board, OptionalLong.empty(), Optional.empty());
  }

  private String description(Random random) {
    var text = new StringBuilder("<p>");
    for (int at = 0; at < words; at++) {
      text.append(vocabulary.get((int) (vocabulary.size() * Math.pow(random.nextDouble(), 4))))
          .append(' ');
    }
    return text.append("</p>").toString();
  }

  private static long cpu() {
    var threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getAllThreadIds()).map(threads::getThreadCpuTime).sum();
  }
}
