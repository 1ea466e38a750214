package dev.peregrine.benchmarks;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.JobToScore;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.storage.DatabaseFiles;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/** Folders of many tenants with the same jobs. A folder that was filled before stays as it is. */
final class ManyTenants {

  private ManyTenants() {}

  /** One database that all get a copy of, so that filling takes minutes and not hours. */
  private static Path template(Path folder, int size) {
    var tenant = new Tenant("template", folder.resolve("template-" + size));
    try (var databases = new Databases(Jobs.mappers(), InstantSource.system())) {
      var jobs = new Jobs(databases, new Live(), InstantSource.system());
      tenant.run(
          () -> {
            if (jobs.page(JobFilter.all(), Optional.empty(), 1).total() == 0) {
              jobs.store(IntStream.range(0, size).mapToObj(ManyTenants::found).toList());
              score(jobs);
              var _ =
                  jobs.page(
                      JobFilter.stage(Stage.PENDING).withWords("experience"), Optional.empty(), 1);
            }
          });
    }
    return tenant.data().resolve("staging.db");
  }

  private static void score(Jobs jobs) {
    var random = new Random(3);
    List<JobToScore> missing;
    while (!(missing = jobs.toScore("load", "1", 500)).isEmpty()) {
      Map<Long, Score> scores = new HashMap<>();
      for (JobToScore job : missing) {
        scores.put(
            job.id(),
            new Score.Match(random.nextInt(1_000) / 10.0, List.of(), List.of("java", "sql")));
      }
      jobs.saveScores("load", "1", scores);
    }
  }

  private static Found found(int at) {
    var random = new Random(at);
    var text = new StringBuilder("<p>experience ");
    for (int word = 0; word < 200; word++) {
      text.append(Integer.toString((int) (30_000 * Math.pow(random.nextDouble(), 4)), 36))
          .append(' ');
    }
    Posting posting =
        Posting.of(
                "n" + at,
                "Software Engineer " + random.nextInt(500),
                URI.create("https://jobs.example.com/board/postings/" + at))
            .withCompany(Optional.of("Company " + random.nextInt(400)))
            .withPlaces(
                List.of(
                    Place.of(Optional.of("Berlin"), Optional.empty(), Optional.of("DE"))
                        .orElseThrow()))
            .withRemote(Optional.of(RemoteMode.values()[random.nextInt(3)]))
            .withPosted(Optional.of(LocalDate.now().minusDays(random.nextInt(60))))
            .withDescription(Optional.of(text.append("</p>").toString()));
    return new Found(posting, "board" + at % 9, OptionalLong.of(1), Optional.empty());
  }

  /** Gives all a copy who have none. */
  static void fill(List<Tenant> tenants, Databases databases, Path folder, int size)
      throws IOException {
    Path template = template(folder, size);
    var files = new DatabaseFiles(InstantSource.system(), databases);
    long begin = System.nanoTime();
    int filled = 0;
    for (Tenant tenant : tenants) {
      Path file = tenant.data().resolve("staging.db");
      if (Files.notExists(file)) {
        Files.createDirectories(tenant.data());
        Path coming = tenant.data().resolve("coming.db");
        Files.deleteIfExists(coming);
        Files.copy(template, coming);
        var _ = tenant.calling(() -> files.prove(coming));
        Files.move(coming, file);
        filled++;
      }
    }
    if (filled > 0) {
      System.out.printf("filled %d in %d s%n", filled, (System.nanoTime() - begin) / 1_000_000_000);
    }
  }
}
