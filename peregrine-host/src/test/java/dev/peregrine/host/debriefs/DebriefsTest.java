package dev.peregrine.host.debriefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.Posting;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.storage.TestHome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebriefsTest {

  @TempDir Path folder;
  private TestHome home;
  private Debriefs debriefs;
  private long first;
  private long second;

  @BeforeEach
  void open() {
    home = new TestHome(folder);
    var live = new Live();
    var jobs = new Jobs(home.databases(), live, home.clock());
    var rounds = new Rounds(home.databases(), live, home.clock());
    debriefs = new Debriefs(home.databases(), live, home.clock());
    home.run(
        () -> {
          long job =
              jobs.store(
                      List.of(
                          new Found(
                              Posting.of("1", "Baker", URI.create("https://village.example/1")),
                              "village",
                              OptionalLong.empty(),
                              Optional.empty())))
                  .getFirst()
                  .job();
          first = rounds.add(job, RoundPlan.of(RoundKind.RECRUITER)).id();
          second = rounds.add(job, RoundPlan.of(RoundKind.TECHNICAL)).id();
        });
  }

  @AfterEach
  void close() {
    home.close();
  }

  private static Debrief of(long round, String asked, String prepare) {
    return Debrief.of(
        round, asked.lines().toList(), "The end.", prepare.lines().toList(), OptionalInt.of(4));
  }

  private Debriefs.Saving save(Debrief debrief, int seen) {
    return home.with(() -> debriefs.save(debrief, seen));
  }

  @Test
  void whatIsSaidIsKeptALineEachWithoutBulletsAndRepetitions() {
    save(of(first, " - Why us?\n\n• Why now?\nWhy us?", "Salary"), 0);
    Debrief kept = home.with(() -> debriefs.of(first)).orElseThrow();
    assertThat(kept.asked()).containsExactly("Why us?", "Why now?");
    assertThat(kept.prepare()).containsExactly("Salary");
    assertThat(kept.mood()).hasValue(4);
    assertThat(kept.version()).isEqualTo(1);
  }

  @Test
  void ofTwoWindowsTheSecondIsTold() {
    save(of(first, "Why us?", ""), 0);
    assertThat(save(of(first, "Why now?", ""), 0))
        .isInstanceOfSatisfying(
            Debriefs.Saving.Overtaken.class,
            overtaken -> assertThat(overtaken.inUse().asked()).containsExactly("Why us?"));
    assertThat(save(of(first, "Why us?", ""), 0)).isInstanceOf(Debriefs.Saving.Done.class);
    assertThat(save(of(first, "Why now?", ""), 1)).isInstanceOf(Debriefs.Saving.Done.class);
  }

  @Test
  void oneThatSaysNothingTakesTheStoredOneAway() {
    save(of(first, "Why us?", ""), 0);
    save(Debrief.of(first, List.of(), " ", List.of(), OptionalInt.empty()), 1);
    assertThat(home.with(() -> debriefs.of(first))).isEmpty();
  }

  @Test
  void theLatestStandFirst() {
    save(of(first, "Why us?", ""), 0);
    home.pass(Duration.ofHours(1));
    save(of(second, "Why now?", ""), 0);
    assertThat(home.with(() -> debriefs.recent(5)))
        .extracting(Debrief::round)
        .containsExactly(second, first);
    assertThat(home.with(() -> debriefs.of(List.of(second)))).containsOnlyKeys(second);
  }

  @Test
  void aMoodThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Debrief.of(1, List.of(), "", List.of(), OptionalInt.of(6)))
        .hasMessage("Mood \"6\": expected 1 to 5, or none.");
  }
}
