package dev.peregrine.host.mails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.mail.MailLabel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MailWordsTest {

  @Test
  void everythingThatIsKnownOfAMailHasWordsOfItsOwn() {
    assertThat(Arrays.stream(MailLabel.values()).map(MailWords::of))
        .doesNotHaveDuplicates()
        .noneMatch(said -> said.startsWith("mail."));
    assertThat(Arrays.stream(Outcome.values()).map(MailWords::of))
        .doesNotHaveDuplicates()
        .noneMatch(said -> said.startsWith("mail."));
    assertThat(Arrays.stream(Outcome.values()).map(MailWords::why))
        .doesNotHaveDuplicates()
        .noneMatch(said -> said.startsWith("mail."));
    assertThat(Arrays.stream(Trouble.values()).map(MailWords::of))
        .doesNotHaveDuplicates()
        .noneMatch(said -> said.startsWith("mail."));
  }
}
