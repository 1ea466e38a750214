package dev.peregrine.host.classifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.Verdict;
import dev.peregrine.host.classifying.Evaluation.OfLabel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static Optional<Classified> said(MailLabel label, double confidence) {
    return Optional.of(new Classified("alpha", new Verdict(label, confidence, List.of())));
  }

  /** Four rejections, two offers; one rejection is taken for an offer, one is not sure. */
  private static final Evaluation SIX =
      Evaluation.of(
          List.of(
              MailLabel.REJECTED,
              MailLabel.REJECTED,
              MailLabel.REJECTED,
              MailLabel.REJECTED,
              MailLabel.OFFER_RECEIVED,
              MailLabel.OFFER_RECEIVED),
          List.of(
              said(MailLabel.REJECTED, 0.9),
              said(MailLabel.REJECTED, 0.9),
              said(MailLabel.OFFER_RECEIVED, 0.9),
              Optional.empty(),
              said(MailLabel.OFFER_RECEIVED, 0.9),
              said(MailLabel.DIGEST, 0.3)));

  private static OfLabel of(MailLabel label) {
    return SIX.labels().stream().filter(each -> each.label() == label).findFirst().orElseThrow();
  }

  @Test
  void eachLabelHasPrecisionRecallAndF1() {
    assertThat(of(MailLabel.REJECTED).precision()).isEqualTo(1);
    assertThat(of(MailLabel.REJECTED).recall()).isEqualTo(0.5);
    assertThat(of(MailLabel.REJECTED).f1()).isEqualTo(2 / 3.0, within(1e-9));
    assertThat(of(MailLabel.OFFER_RECEIVED).precision()).isEqualTo(0.5);
    assertThat(of(MailLabel.OFFER_RECEIVED).recall()).isEqualTo(0.5);
    assertThat(of(MailLabel.DIGEST).precision()).isZero();
    assertThat(of(MailLabel.NEUTRAL)).isEqualTo(new OfLabel(MailLabel.NEUTRAL, 0, 0, 0, 0));
  }

  @Test
  void whatIsShownAsUncertainIsNotMissed() {
    assertThat(of(MailLabel.REJECTED).noticed()).isEqualTo(0.75);
    assertThat(of(MailLabel.OFFER_RECEIVED).noticed()).isEqualTo(1);
    assertThat(SIX.uncertainShare()).isEqualTo(2 / 6.0, within(1e-9));
  }

  @Test
  void theMeanIsOverLabelsThatMailsHave() {
    assertThat(SIX.accuracy()).isEqualTo(0.5);
    assertThat(SIX.macroF1()).isEqualTo((2 / 3.0 + 0.5) / 2, within(1e-9));
  }

  @Test
  void theConfusionTellsWhatWasTakenForWhat() {
    assertThat(SIX.confusion())
        .isEqualTo(
            Map.of(
                MailLabel.REJECTED,
                Map.of(MailLabel.REJECTED, 2, MailLabel.OFFER_RECEIVED, 1),
                MailLabel.OFFER_RECEIVED,
                Map.of(MailLabel.OFFER_RECEIVED, 1, MailLabel.DIGEST, 1)));
  }

  @Test
  void nothingIsNoDivisionByNothing() {
    Evaluation nothing = Evaluation.of(List.of(), List.of());

    assertThat(nothing.accuracy()).isZero();
    assertThat(nothing.macroF1()).isZero();
  }

  @Test
  void aMailWithoutAPlaceAmongTheVerdictsIsAMistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Evaluation.of(List.of(MailLabel.DIGEST), List.of()))
        .withMessage("\"0\" verdicts, expected one for each of 1 mails.");
  }
}
