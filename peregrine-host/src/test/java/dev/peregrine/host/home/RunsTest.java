package dev.peregrine.host.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.discovery.BoardOutcome;
import dev.peregrine.host.discovery.OutcomeState;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunsTest {

  private static List<RunPart.Piece> pieces(String sentence, Map<String, Integer> hiddenBy) {
    return Runs.pieces(
        new BoardOutcome(
            "b",
            "B",
            OutcomeState.DONE,
            61,
            6,
            55,
            sentence,
            OptionalInt.empty(),
            OptionalInt.empty(),
            hiddenBy));
  }

  private static String text(List<RunPart.Piece> pieces) {
    return pieces.stream().map(RunPart.Piece::text).collect(Collectors.joining());
  }

  @Test
  void eachRuleOfTheSentenceLeadsToWhatItHid() {
    String sentence =
        "31 seen before, 18 outside Berlin, Germany, 6 by your blocklist. Could not be read: 2 rows.";
    List<RunPart.Piece> pieces =
        pieces(sentence, Map.of("seen", 31, "location", 18, "blocklist", 6));
    assertThat(text(pieces)).isEqualTo(sentence);
    assertThat(pieces.stream().filter(p -> !p.path().isEmpty()))
        .containsExactly(
            new RunPart.Piece(
                "18 outside Berlin, Germany",
                "/review?view=list&stage=hidden&board=b&rule=location"),
            new RunPart.Piece(
                "6 by your blocklist", "/review?view=list&stage=hidden&board=b&rule=blocklist"));
  }

  @Test
  void aSentenceAboutTheOnlyRuleLeadsThereAsAWhole() {
    assertThat(pieces("All hidden: they ask for US residence", Map.of("location", 9)))
        .containsExactly(
            new RunPart.Piece(
                "All hidden: they ask for US residence",
                "/review?view=list&stage=hidden&board=b&rule=location"));
  }

  @Test
  void anyOtherSentenceStaysPlain() {
    assertThat(pieces("It did not answer.", Map.of("age", 3)))
        .containsExactly(new RunPart.Piece("It did not answer.", ""));
    assertThat(pieces("", Map.of("age", 3))).isEmpty();
  }
}
