package dev.peregrine.host.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenQuestionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What did you do?                              | What did you do?
          "What did you do?"                            | What did you do?
          „Was haben Sie getan?“                        | Was haben Sie getan?
          1. What did you do?                           | What did you do?
          Question 3: What did you do?                  | What did you do?
          Interviewer: What did you do?                 | What did you do?
          **Frage:** Was haben Sie getan?               | Was haben Sie getan?
          <think>Hm, what?</think>What did you do?      | What did you do?
          <think>What shall I ask?                      | ''
          Thank you.\\n\\nWhat did you do?              | What did you do?
          Tell me what you did.                         | Tell me what you did.
          What\\u202E did you do?                       | What did you do?
          """)
  void aQuestionComesOutOfWhatModelsPutAroundIt(String answer, String question) {
    assertThat(SpokenQuestion.of(answer.replace("\\n", "\n").replace("\\u202E", "\u202E")))
        .isEqualTo(question);
  }
}
