package dev.peregrine.host.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a board is said to have changed, and above all when not. */
class DriftTest {

  private static final Instant AT = Instant.parse("2026-05-20T12:00:00Z");

  /** Every posting names a company; four of five name a salary. */
  private static BoardRead read(int found) {
    return read(found, found, found * 4 / 5);
  }

  private static BoardRead read(int found, int company, int salary) {
    return of(found, 0, 0, Map.of(PostingField.COMPANY, company, PostingField.SALARY, salary));
  }

  private static BoardRead of(
      int found, int skipped, int missed, Map<PostingField, Integer> filled) {
    return new BoardRead(
        AT, OutcomeState.DONE, found, 1, skipped, missed, filled, Duration.ofSeconds(1), "", "");
  }

  private static List<BoardRead> past(int... found) {
    return IntStream.of(found).mapToObj(DriftTest::read).toList();
  }

  @Test
  void aFieldThatThinsOutIsNamedWithWhatIsUsual() {
    assertThat(Drift.of(read(100, 100, 20), past(100, 100, 100)))
        .isEqualTo(
            "Its postings say less than they used to: salary in 20 % (usually 80 %). The board may"
                + " have changed.");
  }

  @Test
  void severalFieldsAreNamedTogether() {
    assertThat(Drift.of(read(40, 0, 0), past(30, 40, 50)))
        .contains("company in 0 % (usually 100 %), salary in 0 % (usually 80 %)");
  }

  @Test
  void aThirdOfWhatIsUsualIsStillRight() {
    assertThat(Drift.of(read(100, 100, 27), past(100, 100, 100))).isEmpty();
  }

  @Test
  void aFieldThatWasNeverUsualIsNotMissed() {
    BoardRead seldom = read(100, 100, 55);
    assertThat(Drift.of(read(100, 100, 0), List.of(seldom, seldom, seldom))).isEmpty();
  }

  @Test
  void whatHappenedBeforeIsNoNews() {
    List<BoardRead> past = new ArrayList<>(past(100, 100, 100, 100));
    past.add(read(100, 100, 10));
    assertThat(Drift.of(read(100, 100, 5), past)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9})
  void aYieldThatCollapsesIsNamed(int found) {
    assertThat(Drift.of(read(found), past(90, 100, 120)))
        .startsWith("It showed ")
        .contains("for the same search, usually about 100.");
  }

  @Test
  void aTenthOfTheYieldIsStillRight() {
    assertThat(Drift.of(read(10), past(100, 100, 100))).isEmpty();
  }

  @Test
  void aSmallBoardMayHaveNothing() {
    assertThat(Drift.of(read(0), past(3, 19, 19, 19))).isEmpty();
    assertThat(Drift.of(read(3, 0, 0), past(3, 4, 5, 3))).isEmpty();
  }

  @Test
  void aBoardThatWasEmptyBeforeMayBeAgain() {
    assertThat(Drift.of(read(0), past(100, 0, 100, 100))).isEmpty();
  }

  @Test
  void twoReadingsAreNoPast() {
    assertThat(Drift.of(read(0), past(100, 100))).isEmpty();
  }

  @Test
  void rowsThatCannotBeReadAreCounted() {
    assertThat(Drift.of(of(30, 30, 0, read(30).filled()), past(60, 60, 60)))
        .isEqualTo("30 of its 60 rows could not be read. The board may have changed.");
    assertThat(Drift.of(of(300, 9, 0, read(300).filled()), past(300, 300, 300))).isEmpty();
  }

  @Test
  void aReadingWithPartsAwayIsNotJudged() {
    assertThat(Drift.of(of(0, 0, 12, Map.of()), past(100, 100, 100))).isEmpty();
  }

  /**
   * Boards that did not change, of all sizes, whose postings come in clumps: an employer fills a
   * field in all of its postings or in none. And the same boards with one field or all rows lost.
   */
  @Test
  void itIsRatherSilentThanWrong() {
    var random = new Random(7);
    int judged = 0;
    int wrong = 0;
    int noticed = 0;
    int large = 0;
    for (int board = 0; board < 2_000; board++) {
      int size = (int) Math.exp(random.nextDouble() * 6.5); // 1 to 660
      var shares = new EnumMap<PostingField, Double>(PostingField.class);
      for (PostingField field : PostingField.values()) {
        shares.put(field, random.nextDouble());
      }
      shares.put(PostingField.COMPANY, 1.0);
      var past = new ArrayList<BoardRead>();
      for (int run = 0; run < 30; run++) {
        BoardRead read = drawn(size, shares, random);
        judged++;
        wrong += Drift.of(read, last(past)).isEmpty() ? 0 : 1;
        past.add(read);
      }
      if (size >= 40) {
        large++;
        shares.put(PostingField.COMPANY, 0.0);
        noticed += Drift.of(drawn(size, shares, random), last(past)).isEmpty() ? 0 : 1;
      }
    }
    assertThat(wrong).as("wrong of %d", judged).isLessThan(judged / 2_000);
    assertThat(noticed).as("noticed of %d", large).isGreaterThan(large * 98 / 100);
  }

  private static List<BoardRead> last(List<BoardRead> reads) {
    var newest =
        new ArrayList<>(reads.subList(Math.max(0, reads.size() - Drift.PAST), reads.size()));
    Collections.reverse(newest);
    return newest;
  }

  private static BoardRead drawn(int size, Map<PostingField, Double> shares, Random random) {
    int found = (int) Math.round(size * Math.exp(0.5 * random.nextGaussian())); // half to double
    var filled = new EnumMap<PostingField, Integer>(PostingField.class);
    int left = found;
    while (left > 0) {
      int clump = Math.min(left, 1 + random.nextInt(4));
      shares.forEach(
          (field, share) -> {
            if (random.nextDouble() < share) {
              filled.merge(field, clump, Integer::sum);
            }
          });
      left -= clump;
    }
    return of(found, 0, 0, filled);
  }
}
