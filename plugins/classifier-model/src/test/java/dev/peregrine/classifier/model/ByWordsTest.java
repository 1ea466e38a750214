package dev.peregrine.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByWordsTest {

  private static final MailMessage MAIL =
      MailMessage.of(
          "1",
          "hr@kontor.example",
          "Interview",
          "We would like to invite you to an interview on Tuesday at 10:00.");

  @Test
  void whatIsKeptJudgesAsBefore() {
    Verdict before = ByWords.shipped().judge(MAIL);

    Verdict after = ByWords.of(ByWords.shipped().bytes()).judge(MAIL);

    assertThat(after.label()).isEqualTo(before.label());
    assertThat(after.confidence())
        .isCloseTo(before.confidence(), org.assertj.core.data.Offset.offset(0.01));
    assertThat(ByWords.shipped().bytes().length).isLessThan(2_000_000);
  }

  @Test
  void theSameMailsMakeTheSameModel() throws InterruptedException {
    assertThat(ByWords.learn(List.of()).bytes()).isEqualTo(ByWords.shipped().bytes());
  }

  @Test
  void bytesThatAreNoModelAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ByWords.of(new byte[] {1, 2, 3}))
        .withMessage("The bytes are no model of mails.");
  }
}
