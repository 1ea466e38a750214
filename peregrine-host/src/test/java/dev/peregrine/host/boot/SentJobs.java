package dev.peregrine.host.boot;

import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.pipeline.Decision;
import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Hidden;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.pipeline.Stored;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Thirty jobs: one hidden, five turned down, four approved, twenty applied for. Of the ten with a
 * match of 85 six were invited; of the ten with 40 one was, and one said no.
 */
final class SentJobs {

  private SentJobs() {}

  static void fill(World world) throws Exception {
    List<Found> found = new ArrayList<>();
    for (int at = 0; at < 30; at++) {
      found.add(
          new Found(
              Posting.of("n" + at, "Job " + at, URI.create("https://jobs.example.com/" + at))
                  .withCompany(Optional.of("Company " + at)),
              at % 2 == 0 ? "village" : "manual",
              OptionalLong.empty(),
              at == 29 ? Optional.of(new Hidden("age", "90")) : Optional.empty()));
    }
    world.as(
        () -> {
          List<Long> ids = world.jobs.store(found).stream().map(Stored::job).toList();
          var scores = new HashMap<Long, Score>();
          for (int at = 0; at < 20; at++) {
            scores.put(ids.get(at), new Score.Match(at < 10 ? 85 : 40, List.of(), List.of()));
          }
          world.jobs.saveScores("keywords", "seed", scores);
          move(world, "2026-02-02", Stage.APPLIED, ids.subList(0, 18));
          move(world, "2026-03-10", Stage.APPLIED, ids.subList(18, 20));
          move(world, "2026-02-06", Stage.PHONE_SCREEN, ids.subList(0, 6));
          move(world, "2026-02-16", Stage.INTERVIEWING, ids.subList(0, 2));
          move(world, "2026-02-09", Stage.PHONE_SCREEN, ids.subList(10, 11));
          move(world, "2026-02-10", Stage.REJECTED, ids.subList(11, 12));
          world.jobs.move(ids.subList(12, 14), Decision.over(Ending.GHOSTED));
          move(world, "2026-03-01", Stage.REJECTED, ids.subList(20, 25));
          move(world, "2026-03-01", Stage.APPROVED, ids.subList(25, 29));
          return ids;
        });
  }

  private static void move(World world, String day, Stage to, List<Long> ids) {
    world.jobs.move(ids, to, Optional.empty(), Instant.parse(day + "T10:00:00Z"));
  }
}
