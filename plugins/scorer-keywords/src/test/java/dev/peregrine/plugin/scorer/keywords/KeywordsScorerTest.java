package dev.peregrine.plugin.scorer.keywords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Candidate;
import dev.peregrine.api.scoring.Reason;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.api.scoring.Scorer;
import dev.peregrine.testkit.ScorerContract;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeywordsScorerTest extends ScorerContract {

  @Override
  protected Scorer scorer() {
    return new KeywordsScorer();
  }

  private static final String RESUME =
      """
      Backend developer. Eight years of payment systems in C++, C#, .NET and node.js, lately Go.
      Skills: C++, C#, .NET, node.js, Go, R, SQL, Kafka, CI/CD
      """;

  private static final String DESCRIPTION =
      """
      <p>Nimbus pays millions of drivers. We are an equal opportunity employer.</p>
      <h3>Requirements</h3>
      <ul><li>C++ or C#, .NET, node.js and Go<li>Kafka, Terraform, GraphQL<li>CI/CD, statistics in R</ul>
      """;

  @Test
  void matchedAndMissingSkillsStandWholeInTheExplanation() {
    Score.Match match = match(RESUME, "Payment Developer", DESCRIPTION);

    assertThat(match.reasons())
        .extracting(Reason::term)
        .contains("C++", "C#", ".NET", "node.js", "Go", "R", "CI/CD", "Kafka");
    assertThat(match.gaps())
        .startsWith("GraphQL")
        .contains("Terraform")
        .doesNotContain("NET", "js", "C");
  }

  @Test
  void reasonsAddUpToTheScoreToOneDecimal() {
    Score.Match match = match(RESUME, "Payment Developer", DESCRIPTION);

    assertThat(match.reasons().stream().mapToDouble(Reason::weight).sum())
        .isCloseTo(match.value(), within(1e-9));
    assertThat(match.reasons())
        .allSatisfy(
            reason ->
                assertThat(reason.weight() * 10)
                    .isCloseTo(Math.rint(reason.weight() * 10), within(1e-9)))
        .isSortedAccordingTo((a, b) -> Double.compare(b.weight(), a.weight()));
  }

  @Test
  void aReasonSaysWhereItsWordStands() {
    Score.Match match = match(RESUME, "Payment Developer", DESCRIPTION + "<h3>Perks</h3>SQL club");

    assertThat(match.reasons())
        .extracting(Reason::term, Reason::where)
        .contains(tuple("Payment", "title"), tuple("Kafka", "skills"), tuple("SQL", "text"));
  }

  @Test
  void gapsLeaveOutAdvertisingAndTheNamesOfEmployerAndPlace() {
    Posting posting =
        posting("Payment Developer", DESCRIPTION + " Join Nimbus in Utrecht! Nimbus rocks.")
            .withCompany(Optional.of("Nimbus BV"))
            .withPlaces(List.of(Place.of("Utrecht").orElseThrow()));

    assertThat(((Score.Match) score(Candidate.of(RESUME), posting)).gaps())
        .hasSizeLessThanOrEqualTo(10)
        .doesNotContain("Nimbus", "Utrecht", "equal", "opportunity", "employer", "Join");
  }

  @Test
  void aSpellingOfTheSameThingIsNoGap() {
    Score.Match match =
        match(
            "Golang, NodeJS, Postgres, front-end and back-end APIs",
            "Engineer",
            "Go, Node.js, PostgreSQL, frontend, backend, API");

    assertThat(match.gaps()).containsExactly("Engineer");
  }

  @Test
  void thePersonsOwnSkillsAndTitlesCountAsTheResumeDoes() {
    Posting posting = posting("Engineer", "Kafka, Flink, Spark, Hadoop, Airflow");
    Candidate bare = Candidate.of("Java, Spring, Maven, Gradle, Jetty, Kafka");
    var named = new Candidate(bare.resume(), List.of("Engineer"), List.of("Flink"));

    assertThat(value(score(named, posting))).isGreaterThan(value(score(bare, posting)));
  }

  @Test
  void germanPostingsAreReadWithUmlauts() {
    Score.Match match =
        match(
            "Bauingenieurin: Straßenbau, Brückenprüfung, Vermessung, AutoCAD, Bauüberwachung",
            "Bauingenieur (m/w/d)",
            "Ihre Aufgaben: Bru\u0308ckenpru\u0308fung und Bauüberwachung im Straßenbau,"
                + " Kanalplanung, Vermessung. Wir bieten: unbefristete Stelle, Urlaub.");

    assertThat(match.reasons())
        .extracting(Reason::term)
        .containsExactlyInAnyOrder("Brückenprüfung", "Bauüberwachung", "Straßenbau", "Vermessung");
    assertThat(match.gaps()).containsExactly("Bauingenieur", "Kanalplanung");
  }

  @Test
  void aCloseMatchIsStrongAndAStrangerIsNotEvenPartial() {
    assertThat(match(RESUME, "Payment Developer", DESCRIPTION).value()).isGreaterThan(70);
    assertThat(
            match(
                    RESUME,
                    "Pastry Chef",
                    "Bake croissants and cakes, order flour, clean ovens, train apprentices.")
                .value())
        .isLessThan(30);
  }

  @Test
  void tooLittleTextGivesNoScoreButTheReason() {
    assertThat(score(Candidate.of(RESUME), posting("Java Developer", "Apply now! Great job.")))
        .isEqualTo(
            new Score.None(
                "The posting's description has only 0 words about the work; a score needs at least"
                    + " 5."));
    assertThat(score(Candidate.of(RESUME), posting("Java Developer", " ")))
        .isEqualTo(new Score.None("The posting has no description to compare with."));
    assertThat(score(Candidate.of("Kotlin!"), posting("Java Developer", DESCRIPTION)))
        .isEqualTo(
            new Score.None("The résumé has only 1 word about the work; a score needs at least 5."));
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void hostileTextIsScoredOrNotButNeverThrows(String hostile) {
    String text = hostile + " " + RESUME + " " + hostile;

    assertThat(value(score(Candidate.of(text), posting("T" + hostile, text + DESCRIPTION))))
        .isBetween(0.0, 100.0);
  }

  @Test
  void noiseIsScoredOrNotButNeverThrows() {
    var random = new Random(7);
    for (int round = 0; round < 300; round++) {
      var noise = new StringBuilder();
      random
          .ints(200, 0, 60)
          .forEach(i -> noise.append("cCrR+#./-&;<>!'’ \n09aegonNtTjs.net@:|,(".charAt(i % 39)));
      assertThat(
              value(score(Candidate.of(RESUME + noise), posting("x" + noise, DESCRIPTION + noise))))
          .isBetween(0.0, 100.0);
    }
  }

  static Stream<String> hostileTexts() {
    return Stream.of(
        "\0\0\0",
        "<".repeat(50_000),
        "C+".repeat(50_000),
        "...net.net/c++#",
        "go go go GO C R ' ’s",
        "\ud83d\ude00\ud800 \udc00",
        "a\u0301\u0301\u0301".repeat(20_000),
        "職務経歴書 شركة",
        "ß ŉ İ ﬁ ①②");
  }

  private Score.Match match(String resume, String title, String description) {
    return (Score.Match) score(Candidate.of(resume), posting(title, description));
  }

  private static double value(Score score) {
    return switch (score) {
      case Score.Match match -> match.value();
      case Score.None _ -> 0;
    };
  }

  private Score score(Candidate candidate, Posting posting) {
    try {
      return new KeywordsScorer().score(candidate, List.of(posting), context()).getFirst();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static Posting posting(String title, String description) {
    return Posting.of("1", title, URI.create("https://example.org/1"))
        .withDescription(Optional.of(description));
  }
}
