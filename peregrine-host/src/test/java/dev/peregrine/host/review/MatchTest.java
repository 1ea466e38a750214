package dev.peregrine.host.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.scoring.Reason;
import dev.peregrine.api.scoring.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MatchTest {

  @RepeatedTest(20)
  void wholePointsAddUpToTheNumberWhateverTheParts(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var reasons = new ArrayList<Reason>();
    double sum = 0;
    for (int i = 0; i < 1 + random.nextInt(30); i++) {
      double weight = Math.round(random.nextDouble(-1, 6) * 10) / 10.0;
      sum += weight;
      reasons.add(new Reason("term " + i, weight, "text"));
    }
    double value = Math.clamp(sum, 0, 100);
    Match match = Match.of(Optional.of(new Score.Match(value, reasons, List.of())));
    int shown = match.first(4).stream().mapToInt(Match.Term::points).sum();
    assertThat(shown + match.restPoints(4)).isEqualTo(match.number().orElseThrow());
    if (Math.abs(sum - value) < .05) {
      assertThat(match.terms().stream().mapToInt(Match.Term::points).sum())
          .isEqualTo(match.number().orElseThrow());
    }
  }

  @Test
  void theBandIsAWordToo() {
    assertThat(
            List.of(82.0, 69.6, 50.0, 30.0, 12.0).stream()
                .map(v -> Match.of(Optional.of(v), false).word()))
        .containsExactly("Strong", "Strong", "Good", "Partial", "Weak");
    assertThat(Match.of(Optional.<Double>empty(), true).word()).isEqualTo("Not scored");
  }
}
