package dev.peregrine.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulesTest {

  private static Findings found(String subject, String body) {
    return Rules.shipped().over(MailText.of(new LabelledMail(MailLabel.NEUTRAL, subject, body)));
  }

  @Test
  void whatStandsInAConditionalSentenceDecidesNothing() {
    String if_ = "If you are not selected for this position, we will keep your documents on file.";
    String sollte = "Sollten Sie in die engere Wahl kommen, laden wir Sie zum Gespräch ein.";

    assertThat(found("Thank you", if_).score(MailLabel.REJECTED)).isZero();
    assertThat(found("Danke", sollte).score(MailLabel.INTERVIEW_SCHEDULED)).isZero();
    assertThat(found("Thank you", "You were not selected.").score(MailLabel.REJECTED)).isPositive();
    assertThat(
            found("Danke", "Wir laden Sie zum Gespräch ein.").score(MailLabel.INTERVIEW_SCHEDULED))
        .isPositive();
  }

  @Test
  void theWordsThatDecidedAreShownAsTheMailWritesThem() {
    Verdict verdict =
        ByRules.judge(
            MailMessage.of(
                "1",
                "hr@kontor.example",
                "Ihre Bewerbung",
                "Leider müssen wir Ihnen eine Absage erteilen."));

    assertThat(verdict.label()).isEqualTo(MailLabel.REJECTED);
    assertThat(String.join(" ", verdict.evidence())).contains("Leider müssen wir", "Absage");
  }

  @Test
  void anInvitationInACalendarCounts() {
    var mail =
        new MailMessage(
            "1",
            Optional.empty(),
            List.of(),
            "Ada / Kontor",
            Optional.empty(),
            "",
            "",
            Optional.empty(),
            List.of("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"),
            List.of(),
            java.util.Map.of(),
            false);

    assertThat(Rules.shipped().over(MailText.of(mail)).best())
        .isEqualTo(MailLabel.INTERVIEW_SCHEDULED);
  }

  @Test
  void withoutAnyRuleNobodyIsSure() {
    Verdict verdict =
        ByRules.judge(MailMessage.of("1", "a@b.example", "Hello", "The heron is back."));

    assertThat(verdict.confidence()).isLessThan(0.5);
    assertThat(verdict.evidence()).isEmpty();
  }

  @Test
  void aRuleThatIsWrittenWronglyIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rules.of("rejected five a: no"))
        .withMessage("Rule \"rejected five a: no\": expected \"label weight where: pattern\".");
  }
}
