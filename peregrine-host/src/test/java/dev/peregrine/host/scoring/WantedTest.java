package dev.peregrine.host.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Reason;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.config.Keyword;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WantedTest {

  private static final Posting POSTING =
      Posting.of("1", "Product designer", URI.create("https://jobs.example.com/1"))
          .withDescription(Optional.of("Own the design system at Salesforce; some on call."))
          .withTags(List.of("Figma"));

  private static Score.Match scored(double value) {
    return new Score.Match(value, List.of(new Reason("designer", value, "title")), List.of("sql"));
  }

  private static Score moved(double value, Keyword... keywords) {
    return new Wanted(List.of(keywords)).moved(scored(value), POSTING);
  }

  private static double sum(Score score) {
    return ((Score.Match) score).reasons().stream().mapToDouble(Reason::weight).sum();
  }

  @Test
  void wordsThatAreWantedRaiseAScoreAndOthersLowerItEachWithItsReason() {
    Score score =
        moved(
            60,
            new Keyword("Design System", 10),
            new Keyword("figma", 4),
            new Keyword("on call", -15),
            new Keyword("absent", 30));
    assertThat(score)
        .isEqualTo(
            new Score.Match(
                59,
                List.of(
                    new Reason("designer", 60, "title"),
                    new Reason("Design System", 10, "text"),
                    new Reason("figma", 4, "skills"),
                    new Reason("on call", -15, "text")),
                List.of("sql")));
  }

  @Test
  void aWordCountsOnlyAsAWhole() {
    assertThat(moved(60, new Keyword("sales", -20), new Keyword("design", 10)))
        .isEqualTo(moved(60, new Keyword("design", 10)));
  }

  @Test
  void theScoreStaysWithinItsBoundsAndTheReasonsStillAddUp() {
    Score high = moved(90, new Keyword("design system", 30), new Keyword("figma", 10));
    assertThat(((Score.Match) high).value()).isEqualTo(100);
    assertThat(sum(high)).isCloseTo(100, within(0.11));
    Score low = moved(8, new Keyword("on call", -50));
    assertThat(((Score.Match) low).value()).isZero();
    assertThat(sum(low)).isCloseTo(0, within(0.11));
  }

  @Test
  void withoutASayOfTheScorerThereIsNothingToMove() {
    var none = new Score.None("Too few words.");
    assertThat(new Wanted(List.of(new Keyword("figma", 4))).moved(none, POSTING)).isEqualTo(none);
    assertThat(new Wanted(List.of()).moved(scored(60), POSTING)).isEqualTo(scored(60));
  }
}
