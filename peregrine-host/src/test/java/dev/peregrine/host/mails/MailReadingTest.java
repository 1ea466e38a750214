package dev.peregrine.host.mails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.mail.MailMessage.Attachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailReadingTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private final MailReading reading = new MailReading(InstantSource.fixed(NOW));

  private ReadMail read(String mail) throws IOException {
    return read(mail, StandardCharsets.UTF_8);
  }

  private ReadMail read(String mail, Charset charset) throws IOException {
    return reading.read(new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(charset)));
  }

  private static final String HEAD =
      """
      From: =?UTF-8?Q?J=C3=B6rn_Petersen?= <Joern@Kontor.example>
      To: "Yılmaz, Ayşe" <ayse@home.example>, hr@kontor.example
      Cc: Third <third@kontor.example>
      Subject: =?utf-8?B?R2VzcHLDpGNo?= =?utf-8?Q?_am_Montag?=
      Date: Tue, 17 Nov 2026 09:30:00 +0100
      Message-ID: <abc.1@kontor.example>
      In-Reply-To: <first@home.example>
      References: <zero@home.example> <first@home.example>
      List-Unsubscribe: <https://kontor.example/off>
      """;

  @Test
  void aPlainMailIsReadWithItsHead() throws IOException {
    ReadMail mail =
        read(HEAD + "Content-Type: text/plain; charset=utf-8\n\nGuten Tag, passt es um elf?\n");

    assertThat(mail.from().orElseThrow().mail()).isEqualTo("joern@kontor.example");
    assertThat(mail.from().orElseThrow().name()).contains("Jörn Petersen");
    assertThat(mail.to())
        .extracting(to -> to.mail())
        .containsExactly("ayse@home.example", "hr@kontor.example", "third@kontor.example");
    assertThat(mail.to().getFirst().name()).contains("Yılmaz, Ayşe");
    assertThat(mail.subject()).isEqualTo("Gespräch am Montag");
    assertThat(mail.sent()).contains(Instant.parse("2026-11-17T08:30:00Z"));
    assertThat(mail.messageId()).contains("abc.1@kontor.example");
    assertThat(mail.references()).containsExactly("zero@home.example", "first@home.example");
    assertThat(mail.headers()).containsEntry("list-unsubscribe", "<https://kontor.example/off>");
    assertThat(mail.text()).isEqualTo("Guten Tag, passt es um elf?");
    assertThat(mail.troubles()).isEmpty();
  }

  @Test
  void ofHtmlTheWordsAreReadAndTheMarkupIsKept() throws IOException {
    ReadMail mail =
        read(
            HEAD
                + "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                + "<html><head><style>p {color:red}</style></head><body><p>Guten=20Tag,</p><p>bis =C3=BCbermorgen</p><img src=3D\"https://t.example/p.gif\"></body></html>\n");

    assertThat(mail.text()).isEqualTo("Guten Tag,\n\nbis übermorgen");
    assertThat(mail.html().orElseThrow()).contains("<p>Guten Tag,</p>");
  }

  @Test
  void ofAnAlternativeThePlainTextCountsUnlessItOnlyPointsToTheOther() throws IOException {
    String both =
        HEAD
            + "Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\n%s\n--x\n"
            + "Content-Type: text/html\n\n<p>We would like to invite you to an interview on Monday at ten in our office.</p>\n--x--\n";

    assertThat(read(both.formatted("We would like to invite you, see the page.")).text())
        .isEqualTo("We would like to invite you, see the page.");
    assertThat(read(both.formatted("Use HTML.")).text())
        .startsWith("We would like to invite you to an");
  }

  @Test
  void whatIsAttachedIsNamedAndCountedAndAnInvitationIsRead() throws IOException {
    ReadMail mail =
        read(
            HEAD
                + """
                Content-Type: multipart/mixed; boundary="y"

                --y
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: 8bit

                See attached.
                --y
                Content-Type: application/pdf; name="contract.pdf"
                Content-Disposition: attachment; filename*=UTF-8''Vertrag%20M%C3%BCller.pdf
                Content-Transfer-Encoding: base64

                QUJDREVGR0g=
                --y
                Content-Type: text/calendar; method=REQUEST; charset=utf-8

                BEGIN:VCALENDAR
                END:VCALENDAR
                --y--
                """);

    assertThat(mail.attachments())
        .containsExactly(new Attachment("Vertrag Müller.pdf", "application/pdf", 8));
    assertThat(mail.calendar()).singleElement().asString().startsWith("BEGIN:VCALENDAR");
    assertThat(mail.text()).isEqualTo("See attached.");
  }

  @Test
  void whatIsQuotedAndSignedIsFoldedAway() throws IOException {
    ReadMail mail =
        read(
            HEAD
                + """

                Yes, Monday works.

                --\u0020
                Jörn
                Kontor

                On Mon, 16 Nov 2026 at 18:02, Ayşe Yılmaz <ayse@home.example>
                wrote:
                > Could we meet on Monday?
                > Ayşe
                """);

    assertThat(mail.text()).isEqualTo("Yes, Monday works.");
    assertThat(mail.quoted()).contains("Jörn\nKontor").contains("> Could we meet on Monday?");
  }

  @Test
  void aMailThatIsOnlyForwardedIsItsOwnText() throws IOException {
    ReadMail mail =
        read(
            HEAD
                + "\n-----Original Message-----\nFrom: Boss\nSent: Monday\nTo: me\nSubject: Offer\n\nWe offer you the job.\n");

    assertThat(mail.text()).contains("We offer you the job.");
    assertThat(mail.quoted()).isEmpty();
  }

  @Test
  void aMailWithinAMailIsReadToo() throws IOException {
    ReadMail mail =
        read(
            HEAD
                + """
                Content-Type: multipart/mixed; boundary="z"

                --z
                Content-Type: message/rfc822

                From: boss@kontor.example
                Subject: Offer
                Content-Type: text/plain

                We offer you the job.
                --z--
                """);

    assertThat(mail.subject()).isEqualTo("Gespräch am Montag");
    assertThat(mail.text()).contains("Subject: Offer").contains("We offer you the job.");
  }

  @Test
  void flowedLinesAreJoined() throws IOException {
    ReadMail mail =
        read(
            HEAD
                + "Content-Type: text/plain; format=flowed\n\nWe are pleased \nto meet you.\n\n  Indented\n");

    assertThat(mail.text()).isEqualTo("We are pleased to meet you.\n\n Indented");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "utf-8"})
  void headersWithoutAnyEncodingAreReadAsWhatTheyAre(String charset) throws IOException {
    ReadMail mail =
        read("From: Jürgen <j@k.example>\nSubject: Prüfung\n\nGrüße\n", Charset.forName(charset));

    assertThat(mail.subject()).isEqualTo("Prüfung");
    assertThat(mail.from().orElseThrow().name()).contains("Jürgen");
    assertThat(mail.text()).isEqualTo("Grüße");
    assertThat(mail.troubles()).contains(Trouble.NO_MESSAGE_ID, Trouble.STRANGE_DATE);
  }

  @Test
  void anAlphabetThatIsNoneIsToldAndTheTextReadAllTheSame() throws IOException {
    ReadMail mail = read(HEAD + "Content-Type: text/plain; charset=x-klingon\n\nGrüße\n");

    assertThat(mail.text()).isEqualTo("Grüße");
    assertThat(mail.troubles()).containsExactly(Trouble.UNKNOWN_CHARSET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thu, 01 Jan 1970 00:00:00 +0000",
        "Fri, 20 Nov 2099 10:00:00 +0000",
        "yesterday",
        ""
      })
  void aDateThatNobodyBelievesIsNone(String date) throws IOException {
    ReadMail mail = read("From: a@b.example\nMessage-ID: <1@b>\nDate: " + date + "\n\nText\n");

    assertThat(mail.sent()).isEmpty();
    assertThat(mail.troubles()).containsExactly(Trouble.STRANGE_DATE);
  }

  @Test
  void ofABrokenStructureIsReadWhatCanBe() throws IOException {
    ReadMail noEnd =
        read(
            HEAD
                + "Content-Type: multipart/mixed; boundary=q\n\n--q\nContent-Type: text/plain\n\nThe first part\n");
    ReadMail noBoundary = read(HEAD + "Content-Type: multipart/mixed\n\n--q\n\nThe only part\n");
    ReadMail strange =
        read(HEAD + "Content-Type: ;;;\nContent-Transfer-Encoding: nonsense\n\nStill text\n");

    assertThat(noEnd.text()).isEqualTo("The first part");
    assertThat(noBoundary.text()).contains("The only part");
    assertThat(strange.text()).isEqualTo("Still text");
  }

  @Test
  void nonsenseIsUnreadableAndNothingThrows() throws IOException {
    var random = new Random(5);
    for (int i = 0; i < 50; i++) {
      byte[] bytes = new byte[3_000];
      random.nextBytes(bytes);
      assertThat(reading.read(new ByteArrayInputStream(bytes)).size()).isEqualTo(3_000);
    }
    assertThat(reading.read(InputStream.nullInputStream()).troubles())
        .containsExactly(Trouble.UNREADABLE);
  }

  @Test
  void partsWithinPartsEndSomewhere() throws IOException {
    var mail = new StringBuilder(HEAD);
    for (int depth = 0; depth < 2_000; depth++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(depth, depth));
    }

    assertThat(read(mail.append("\ntext\n").toString()).troubles())
        .contains(Trouble.TOO_MANY_PARTS);
  }

  @Test
  void anAttachmentOfAnySizeIsCountedAndNotKept() throws IOException {
    byte[] line =
        (Base64.getEncoder().encodeToString(new byte[57]) + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    int lines = 700_000; // 40 MB
    InputStream head =
        new ByteArrayInputStream(
            (HEAD
                    + "Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    InputStream body =
        new SequenceInputStream(Collections.enumeration(List.of(head, new Repeated(line, lines))));

    ReadMail mail = reading.read(body);

    assertThat(mail.attachments())
        .containsExactly(new Attachment("a.zip", "application/zip", 57L * lines));
  }

  /** The same bytes again and again. */
  private static final class Repeated extends InputStream {
    private final byte[] bytes;
    private final long all;
    private long at;

    Repeated(byte[] bytes, long times) {
      this.bytes = bytes;
      this.all = bytes.length * times;
    }

    @Override
    public int read() {
      return at == all ? -1 : bytes[(int) (at++ % bytes.length)];
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (at == all) {
        return -1;
      }
      int from = (int) (at % bytes.length);
      int most = (int) Math.min(Math.min(length, bytes.length - from), all - at);
      System.arraycopy(bytes, from, into, offset, most);
      at += most;
      return most;
    }
  }
}
