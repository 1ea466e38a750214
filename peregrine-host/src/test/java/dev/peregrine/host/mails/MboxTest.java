package dev.peregrine.host.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MboxTest {

  private static List<String> mails(String file) throws IOException {
    var mbox = new Mbox(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    var mails = new ArrayList<String>();
    Optional<InputStream> mail;
    while ((mail = mbox.next()).isPresent()) {
      mails.add(new String(mail.get().readAllBytes(), StandardCharsets.UTF_8));
    }
    return mails;
  }

  @Test
  void eachMailIsReadToTheNextOne() throws IOException {
    assertThat(
            mails(
                """
                From a@b.example Mon Nov 16 10:00:00 2026
                Subject: One

                First, From here on
                From c@d.example Mon Nov 16 11:00:00 2026
                Subject: Two

                """))
        .containsExactly("Subject: One\n\nFirst, From here on\n", "Subject: Two\n\n");
  }

  @Test
  void whatWasQuotedForTheFileIsAsItWas() throws IOException {
    assertThat(mails("From a\nSubject: One\n\n>From Monday on\n>>From Tuesday\n> quoted\n"))
        .containsExactly("Subject: One\n\nFrom Monday on\n>From Tuesday\n> quoted\n");
  }

  @Test
  void aMailThatIsNotReadToItsEndDoesNotSpoilTheNext() throws IOException {
    String file = "From a\nSubject: One\n\nText\nFrom b\nSubject: Two\n";
    var mbox = new Mbox(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));

    assertThat(mbox.next().orElseThrow().read()).isEqualTo('S');
    assertThat(mbox.next().orElseThrow().readAllBytes()).asString().isEqualTo("Subject: Two\n");
    assertThat(mbox.next()).isEmpty();
  }

  @Test
  void aLineOfAnyLengthIsOneLine() throws IOException {
    String longLine = "x".repeat(200_000) + "From nobody";
    assertThat(mails("From a\n\n" + longLine + "\n")).containsExactly("\n" + longLine + "\n");
  }

  @Test
  void whatIsNoMboxHasNoMails() throws IOException {
    assertThat(mails("Subject: One\n\nText\n")).isEmpty();
    assertThat(mails("")).isEmpty();
  }
}
