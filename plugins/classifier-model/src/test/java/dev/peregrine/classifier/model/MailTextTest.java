package dev.peregrine.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.mail.MailLabel;
import org.junit.jupiter.api.Test;

class MailTextTest {

  private static MailText text(String subject, String body) {
    return MailText.of(new LabelledMail(MailLabel.NEUTRAL, subject, body));
  }

  @Test
  void wrappedLinesAreJoinedAndEachSentenceIsALine() {
    MailText mail =
        text(
            "Your application",
            "We regret to inform you that we have decided not to\nmove forward. Thank you!\n\nKind regards");

    assertThat(mail.body())
        .isEqualTo(
            "We regret to inform you that we have decided not to move forward.\nThank you!\n\nKind regards");
  }

  @Test
  void thePlainTextHasEachLetterAtTheSamePlace() {
    MailText mail = text("Gespräch – Ärztin", "Für\u00a0Sie:\tgroße\u200b Straße, don’t");

    assertThat(mail.plainSubject()).isEqualTo("gesprach - arztin");
    assertThat(mail.body()).isEqualTo("Für Sie: große Straße, don’t");
    assertThat(mail.plainBody()).isEqualTo("fur sie: grose strase, don't");
  }

  @Test
  void whatAnEarlierMailSaidIsLeftOut() {
    MailText mail =
        text(
            "Re: Interview",
            "That works well for us, see you on Tuesday then.\n\nOn Mon, 2 March 2026, Ada wrote:\n> Unfortunately I cannot come.");

    assertThat(mail.body()).doesNotContain("Unfortunately").contains("see you on Tuesday");
  }

  @Test
  void anAnswerWithoutItsOwnWordsIsReadWithWhatItQuotes() {
    MailText mail = text("Fwd: Offer", "fyi\n> We are pleased to offer you the position.");

    assertThat(mail.body()).contains("pleased to offer you");
  }
}
