package dev.peregrine.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.peregrine.api.mail.MailLabel;
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
  void aPlainInvitationAndAPlainOfferAreSure() {
    Verdict invitation =
        ByWords.shipped()
            .judge(
                MailMessage.of(
                    "1",
                    "personal@kontor.example",
                    "Einladung zum Telefoninterview",
                    "Sehr geehrte Frau Wolff,\n\ngern laden wir Sie zum Telefoninterview am"
                        + " Donnerstag, den 26. November um 14:00 Uhr ein.\n\nMit freundlichen"
                        + " Grüßen\nJ. Brandt"));
    Verdict offer =
        ByWords.shipped()
            .judge(
                MailMessage.of(
                    "2",
                    "hr@kontor.example",
                    "Your offer letter",
                    "Dear Ms Wolff,\n\nwe are pleased to offer you the position of data engineer."
                        + " Your salary is 65,000 a year. Please sign and return the letter by"
                        + " Friday."));

    assertThat(invitation.label()).isEqualTo(MailLabel.INTERVIEW_SCHEDULED);
    assertThat(invitation.confidence()).isGreaterThan(0.8);
    assertThat(offer.label()).isEqualTo(MailLabel.OFFER_RECEIVED);
    assertThat(offer.confidence()).isGreaterThan(0.8);
  }

  @Test
  void bytesThatAreNoModelAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ByWords.of(new byte[] {1, 2, 3}))
        .withMessage("The bytes are no model of mails.");
  }

  @Test
  void whatIsShippedIsWhatTheCorpusTeachesToday() throws InterruptedException {
    assertThat(ByWords.shipped().bytes()).isEqualTo(ByWords.learn(List.of()).bytes());
  }
}
