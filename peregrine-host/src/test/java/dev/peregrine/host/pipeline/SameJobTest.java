package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.LabelledPairs.Pair;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.TestHome;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How well the same job is recognised: the figures that decision record 7 states. */
final class SameJobTest {

  private static final double PRECISION = .98;
  private static final double RECALL = .9;

  @TempDir Path folder;

  @Test
  void theLabelledPairsAreJudgedWithThePrecisionAndRecallThatTheDocsState() {
    List<Pair> pairs = LabelledPairs.read().pairs();
    List<String> wronglyOne = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    int found = 0;
    try (var databases = new Databases(TestHome.mappers(), () -> Instant.EPOCH)) {
      var jobs = new Jobs(databases, new Live(), () -> Instant.parse("2026-11-20T10:00:00Z"));
      for (int at = 0; at < pairs.size(); at++) {
        Pair pair = pairs.get(at);
        boolean joined = areOne(jobs, new Tenant("pair" + at, folder.resolve("pair" + at)), pair);
        if (joined && pair.same()) {
          found++;
        } else if (joined) {
          wronglyOne.add(pair.line());
        } else if (pair.same()) {
          missed.add(pair.line());
        }
      }
    }
    double precision = (double) found / (found + wronglyOne.size());
    double recall = (double) found / (found + missed.size());
    String report =
        "%d pairs, precision %.3f, recall %.3f%nWrongly one:%n%s%nMissed:%n%s"
            .formatted(
                pairs.size(),
                precision,
                recall,
                String.join("\n", wronglyOne),
                String.join("\n", missed));
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(120);
    assertThat(precision).as(report).isGreaterThanOrEqualTo(PRECISION);
    assertThat(recall).as(report).isGreaterThanOrEqualTo(RECALL);
  }

  /** In both orders: which board is asked first is chance. */
  private static boolean areOne(Jobs jobs, Tenant tenant, Pair pair) {
    boolean forth = tenant.calling(() -> areOne(jobs, pair.one(), pair.other()));
    var turned = new Tenant(tenant.id() + "turned", tenant.home().resolve("turned"));
    boolean back = turned.calling(() -> areOne(jobs, pair.other(), pair.one()));
    // One of both orders is enough to be wrong about two jobs, and both are needed to find one.
    return pair.same() ? forth && back : forth || back;
  }

  private static boolean areOne(Jobs jobs, Found one, Found other) {
    long first = jobs.store(List.of(one)).getFirst().job();
    return jobs.store(List.of(other)).getFirst().job() == first;
  }
}
