package dev.peregrine.host.classifying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.classifying.LabelledMails.BadLine;
import dev.peregrine.host.classifying.LabelledMails.Labelled;
import dev.peregrine.host.mails.MailReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelledMailsTest {

  private static final MailReading READING =
      new MailReading(InstantSource.fixed(Instant.parse("2026-11-22T09:00:00Z")));

  private static LabelledMails read(boolean labelled, String... lines) throws IOException {
    return LabelledMails.read(
        new BufferedReader(new StringReader(String.join("\n", lines))), labelled, READING);
  }

  @Test
  void aLineIsAMailWithItsLabel() throws IOException {
    LabelledMails read =
        read(
            true,
            "{\"subject\":\"Your offer\",\"body\":\"We want you.\\n\\n> Dear Ms Held,\\n> when?\",\"label\":\"Offer_Received\",\"from\":\"HR@kornhaus.example\",\"id\":7}");

    assertThat(read.bad()).isEmpty();
    Labelled labelled = read.mails().getFirst();
    assertThat(labelled.label()).hasValue(MailLabel.OFFER_RECEIVED);
    assertThat(labelled.mail())
        .extracting(MailMessage::subject, MailMessage::text, MailMessage::quoted)
        .containsExactly("Your offer", "We want you.", "> Dear Ms Held,\n> when?");
    assertThat(labelled.mail().from()).map(Address::mail).hasValue("hr@kornhaus.example");
  }

  @Test
  void aBodyInHtmlIsReadAsAPersonSeesIt() throws IOException {
    LabelledMails read =
        read(
            true,
            "{\"subject\":\"Hm\",\"body\":\"<html><head><style>p{}</style></head><p>Grüße &amp; <b>Dank</b></p></html>\",\"label\":\"neutral\"}");

    assertThat(read.mails().getFirst().mail().text()).isEqualTo("Grüße & Dank");
  }

  @Test
  void badLinesAreNamedAndTheOthersRead() throws IOException {
    LabelledMails read =
        read(
            true,
            "{\"subject\":\"a\",\"body\":\"b\",\"label\":\"digest\"}",
            "",
            "{\"subject\":\"a\"",
            "[]",
            "{\"subject\":\"a\",\"body\":\"b\"}",
            "{\"body\":\" \",\"label\":\"digest\"}",
            "{\"subject\":\"a\",\"label\":\"perhaps\"}",
            "{\"subject\":7,\"body\":\"b\",\"label\":\"digest\"}");

    assertThat(read.mails()).hasSize(2);
    assertThat(read.bad()).extracting(BadLine::line).containsExactly(3, 4, 5, 6, 7);
    assertThat(read.bad().get(1).why()).isEqualTo("no JSON object");
    assertThat(read.bad().get(2).why()).isEqualTo("no \"label\"");
    assertThat(read.bad().get(3).why()).isEqualTo("neither \"subject\" nor \"body\"");
    assertThat(read.bad().get(4).why())
        .startsWith("label \"perhaps\", expected one of interview_scheduled, offer_received");
  }

  @Test
  void whereNoLabelIsNeededNoneMustBeThere() throws IOException {
    LabelledMails read = read(false, "{\"subject\":\"a\",\"body\":\"b\"}");

    assertThat(read.mails().getFirst().label()).isEqualTo(Optional.empty());
  }
}
