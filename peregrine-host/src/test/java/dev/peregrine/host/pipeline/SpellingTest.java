package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words with letters wrong in them. */
class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "backup,backup,0",
    "bakcup,backup,1",
    "bckup,backup,1",
    "bacckup,backup,1",
    "bakup,backup,1",
    "bacxpp,backup,2",
    "bxckxp,backup,2",
    "bxxxup,backup,3",
    "ab,backup,3"
  })
  void lettersLeftOutAddedReplacedOrSwappedCount(String typed, String word, int wrong) {
    assertThat(Spelling.distance(typed, word, 2)).isEqualTo(wrong);
    assertThat(Spelling.distance(word, typed, 2)).isEqualTo(wrong);
  }

  private static int fit(String typed, String there) {
    return Spelling.fit(Spelling.words(typed), Spelling.words(there));
  }

  @Test
  void theWholeWordFitsBetterThanItsBeginningThanAWordWithTypos() {
    assertThat(fit("back", "Back up")).isGreaterThan(fit("bac", "Back up"));
    assertThat(fit("bac", "Back up")).isGreaterThan(fit("bxck", "Back up"));
    assertThat(fit("bxck", "Back up")).isPositive();
  }

  @Test
  void eachWordMustFitAndShortOnesExactly() {
    assertThat(fit("back down", "Back up")).isZero();
    assertThat(fit("vp", "Back up")).isZero();
    assertThat(fit("", "Back up")).isZero();
    assertThat(fit("()", "Back up")).isZero();
  }

  @Test
  void accentsAndCaseDoNotMatter() {
    assertThat(fit("resume", "Résumé")).isEqualTo(100);
    assertThat(fit("MÜLLER", "Mueller GmbH")).isEqualTo(100);
  }

  @Test
  void whatIsBeingTypedMayAlreadyHaveATypo() {
    assertThat(fit("apperan", "Appearance")).isPositive();
  }
}
