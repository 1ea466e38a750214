package dev.peregrine.host.mails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.matching.Reason;
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
    assertThat(Arrays.stream(Reason.values()).map(each -> MailWords.reason(each.key(), "x")))
        .doesNotHaveDuplicates()
        .noneMatch(said -> said.startsWith("mail."));
    assertThat(MailWords.reason("sender", "")).isEqualTo("from the employer");
    assertThat(Arrays.stream(Trouble.values()).map(MailWords::of))
        .doesNotHaveDuplicates()
        .noneMatch(said -> said.startsWith("mail."));
  }
}
