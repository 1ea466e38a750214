package dev.peregrine.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Floors under what {@code docs/benchmarks.md} says, for mails that nothing was made from. */
class HeldOutTest {

  @Test
  void eightOfTenHardMailsAreUnderstoodAndHardlyAnInvitationOrOfferIsPutAway() throws IOException {
    MailEvaluation.Result result =
        MailEvaluation.of(CorpusTest.heldOut(), ByWords.shipped()::judge);

    assertThat(result.accuracy()).isGreaterThan(0.8);
    assertThat(result.macroF1()).isGreaterThan(0.8);
    assertThat(result.seen()).isGreaterThan(0.97);
  }

  @Test
  void ofMailsOfSomebodyElseNineOfTenAreUnderstoodAndNoInvitationOrOfferIsPutAway()
      throws IOException {
    MailEvaluation.Result result = MailEvaluation.of(CorpusTest.fresh(), ByWords.shipped()::judge);

    assertThat(result.accuracy()).isGreaterThan(0.93);
    assertThat(result.macroF1()).isGreaterThan(0.93);
    assertThat(result.seen()).isEqualTo(1);
  }
}
