package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Candidate;
import dev.peregrine.api.scoring.Reason;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.api.scoring.Scorer;
import dev.peregrine.api.scoring.ScorerDescriptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link Scorer} keeps. An author extends it with a test class and says which scorer it
 * is; how well it scores is for tests of the author's own.
 */
@Timeout(120)
public abstract class ScorerContract {

  /** The scorer under test, a new one each time. */
  protected abstract Scorer scorer();

  /** Values of settings that the scorer needs. */
  protected Map<String, String> settings() {
    return Map.of();
  }

  /** The person to score against. */
  protected Candidate candidate() {
    return SampleJobs.candidate();
  }

  /** Ordinary postings, of which at least one gets a score. */
  protected List<Posting> postings() {
    return SampleJobs.postings();
  }

  @Test
  void theDescriptorIsAConstantAndQuick() {
    ScorerDescriptor descriptor =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(2), () -> scorer().descriptor(), "constructor and descriptor");

    assertThat(scorer().descriptor()).isEqualTo(descriptor);
    assertThat(descriptor.about().summary()).isNotBlank();
  }

  @Test
  void everyPostingGetsAScoreOrAReasonWhyNot() throws Exception {
    List<Score> scores = score(postings());

    assertThat(scores).hasSameSizeAs(postings()).doesNotContainNull();
    assertThat(scores).as("at least one score").anyMatch(Score.Match.class::isInstance);
    scores.forEach(ScorerContract::checkReasons);
  }

  @Test
  void noPostingsGiveNoScores() throws Exception {
    assertThat(score(List.of())).isEmpty();
  }

  @Test
  void scoresKeepTheOrderOfThePostings() throws Exception {
    var backwards = new ArrayList<>(postings());
    Collections.reverse(backwards);

    List<Score> scores = new ArrayList<>(score(backwards));
    Collections.reverse(scores);

    assertThat(scores).isEqualTo(score(postings()));
  }

  @Test
  void aPostingAloneScoresAsInCompany() throws Exception {
    List<Score> together = score(postings());
    var alone = new ArrayList<Score>();
    for (Posting posting : postings()) {
      alone.addAll(score(List.of(posting)));
    }

    assertThat(alone).isEqualTo(together);
  }

  @Test
  void twentyCallsAtOnceGiveTheSame() throws Exception {
    Scorer scorer = scorer();
    List<Score> alone = score(postings());
    var together = new CountDownLatch(20);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Score>>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(
            threads.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return scorer.score(candidate(), postings(), context());
                }));
      }
      for (Future<List<Score>> call : calls) {
        assertThat(call.get(60, TimeUnit.SECONDS)).isEqualTo(alone);
      }
    }
  }

  @Test
  void textsThatMeanHarmAreOnlyTexts() throws Exception {
    List<Score> scores = score(SampleJobs.hostile());

    assertThat(scores).hasSameSizeAs(SampleJobs.hostile()).doesNotContainNull();
    scores.forEach(ScorerContract::checkReasons);
  }

  @Test
  void aPersonOfWhomNothingIsKnownIsNoFailure() throws Exception {
    Candidate nobody = Candidate.of("");

    List<Score> scores = scorer().score(nobody, postings(), context());

    assertThat(scores).hasSameSizeAs(postings()).doesNotContainNull();
  }

  @Test
  void aThousandPostingsFitInOneCall() throws Exception {
    var many = new ArrayList<Posting>();
    while (many.size() < 1000) {
      many.addAll(postings());
    }

    assertThat(score(many.subList(0, 1000))).hasSize(1000);
  }

  @Test
  void anInterruptedCallEnds() throws Exception {
    var many = new ArrayList<Posting>();
    while (many.size() < 1000) {
      many.addAll(SampleJobs.hostile());
    }
    var thrown = new AtomicReference<@Nullable Throwable>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  try {
                    score(many.subList(0, 1000));
                  } catch (Throwable stopped) {
                    thrown.set(stopped);
                  }
                });

    assertThat(caller.join(Duration.ofSeconds(20))).as("the call ended").isTrue();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  @TestFactory
  Stream<DynamicTest> architecture() {
    return PluginArchitecture.tests(scorer().getClass());
  }

  /** Scores these postings against the person of the contract. */
  protected final List<Score> score(List<Posting> postings)
      throws ExtensionException, InterruptedException {
    return scorer().score(candidate(), List.copyOf(postings), context());
  }

  /** A context with the settings of the contract. */
  protected final FakeScorerContext context() {
    return new FakeScorerContext(
        scorer().descriptor(), settings(), SettableClock.at("2026-11-22T09:00:00Z"));
  }

  private static void checkReasons(Score score) {
    if (score instanceof Score.Match match) {
      assertThat(match.reasons()).doesNotContainNull();
      assertThat(match.reasons().stream().map(Reason::weight)).doesNotContain(Double.NaN);
      assertThat(match.gaps()).doesNotContainNull().doesNotContain("", " ").doesNotHaveDuplicates();
    }
  }
}
