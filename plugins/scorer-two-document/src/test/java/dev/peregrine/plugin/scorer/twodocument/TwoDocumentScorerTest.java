package dev.peregrine.plugin.scorer.twodocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Candidate;
import dev.peregrine.api.scoring.Reason;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.api.scoring.Scorer;
import dev.peregrine.testkit.ScorerContract;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoDocumentScorerTest extends ScorerContract {

  @Override
  protected Scorer scorer() {
    return new TwoDocumentScorer();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Backend engineer building payment services in Kotlin and Postgres | We need a backend engineer for payment platforms using Kotlin, Kafka and Postgres | 46.5 | using need platforms kafka
          Nurse coordinator, ten years of ward leadership and patient safety audits | Ward nurse wanted: patient safety, rota planning, audits, leadership of a ward team | 54.0 | wanted team rota planning
          python sql docker | python sql kubernetes | 50.3 | kubernetes
          Python, SQL, Docker. | python sql kubernetes docker docker | 81.8 | docker kubernetes python sql
          java spring | cobol mainframe | 0.0 | mainframe cobol
          '' | python | 0.0 | python
          C++ C# R go .net node.js | C++ node.js .net R go | 100.0 | node net js
          """)
  void scoresAndGapsAreThoseOfTheReference(String resume, String job, double score, String gaps) {
    Score.Match match = match(resume, job);

    assertThat(match.value()).isEqualTo(score);
    assertThat(match.gaps()).containsExactlyInAnyOrder(gaps.split(" "));
  }

  @Test
  void reasonsAddUpToTheScore() {
    Score.Match match = match("python sql docker python linux", "Python and SQL on Linux, linux");

    assertThat(match.reasons().stream().mapToDouble(Reason::weight).sum())
        .isCloseTo(match.value(), within(1e-9));
    assertThat(match.reasons()).extracting(Reason::term).containsExactly("linux", "python", "sql");
  }

  @Test
  void theStopListHas318Words() {
    assertThat(Words.STOP).hasSize(318).contains("system", "yourselves", "amoungst");
  }

  @Test
  void onlyTheTwoHundredMostFrequentWordsCount() {
    String many =
        IntStream.range(0, 300).mapToObj("word%03d"::formatted).collect(Collectors.joining(" "));

    Score.Match match = match(many, "word000 zebra zebra");

    // zebra twice is sure to stay, word299 is cut: 1 of 199 résumé words is shared
    double resume = Math.sqrt(1 + 198 * Math.pow(Math.log(1.5) + 1, 2));
    double posting = Math.sqrt(1 + Math.pow(2 * (Math.log(1.5) + 1), 2));
    assertThat(match.value()).isEqualTo(Math.round(1000 / (resume * posting)) / 10.0);
  }

  @Test
  void gapsBetweenEqualsGoBackwardsThroughTheAlphabet() {
    assertThat(match("nothing alike", "alpha beta gamma").gaps())
        .containsExactly("gamma", "beta", "alpha");
  }

  @Test
  void aDescriptionInHtmlIsReadAsText() {
    assertThat(match("python sql docker", "<p>python</p><ul><li>sql<li>kubernetes</ul>").value())
        .isEqualTo(50.3);
  }

  @Test
  void withoutAnyWordThereIsNoScore() throws InterruptedException {
    assertThat(score("the and of", "with them")).isInstanceOf(Score.None.class);
    assertThat(new TwoDocumentScorer().score(Candidate.of("python"), List.of(posting()), context()))
        .containsExactly(new Score.None("The posting has no description to compare with."));
  }

  private Score.Match match(String resume, String description) {
    return (Score.Match) score(resume, description);
  }

  private Score score(String resume, String description) {
    Posting posting = posting().withDescription(Optional.of(description));
    try {
      return new TwoDocumentScorer()
          .score(Candidate.of(resume), List.of(posting), context())
          .getFirst();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static Posting posting() {
    return Posting.of("1", "Some title", URI.create("https://example.org/1"));
  }
}
