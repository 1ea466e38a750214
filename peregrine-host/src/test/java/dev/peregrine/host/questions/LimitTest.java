package dev.peregrine.host.questions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.questions.Limit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Why us? (max. 150 words) | 150 | WORDS",
        "In 500 characters or less, tell us about a project. | 500 | CHARACTERS",
        "Describe it in 100-200 words | 200 | WORDS",
        "Describe it in 100 to 250 words | 250 | WORDS",
        "A 300-word answer | 300 | WORDS",
        "Maximal 1.500 Zeichen | 1500 | CHARACTERS",
        "At most 2,000 chars please | 2000 | CHARACTERS",
        "Beschreiben Sie in höchstens 120 Wörtern Ihre Motivation | 120 | WORDS",
        "At least 50 words and no more than 200 words | 200 | WORDS",
        "En 80 mots maximum | 80 | WORDS",
      })
  void aQuestionSaysHowLongItsAnswerMayBe(String question, int most, Unit unit) {
    assertThat(Limit.in(question)).contains(new Limit(most, unit));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How many years of Java do you have?",
        "Write at least 100 words.",
        "Do you have 5 years of experience with 3 languages?",
        "What are three words that describe you?",
        "Describe yourself in 0 words",
      })
  void otherNumbersAreNoLimit(String question) {
    assertThat(Limit.in(question)).isEmpty();
  }

  @Test
  void charactersAreCountedAsAPersonSeesThem() {
    var ten = new Limit(10, Unit.CHARACTERS);
    assertThat(ten.count(" a 🙂 b ")).isEqualTo(5);
    assertThat(ten.holds("0123456789")).isTrue();
    assertThat(ten.holds("01234567890")).isFalse();
  }

  @Test
  void whatIsTooLongIsCutAfterASentence() {
    var six = new Limit(6, Unit.WORDS);
    assertThat(six.cut("One two three. Four five six. Seven eight."))
        .isEqualTo("One two three. Four five six.");
    assertThat(six.cut("One two three four five six seven eight."))
        .as("never in the middle of a sentence")
        .isEqualTo("One two three four five six seven eight.");
  }
}
