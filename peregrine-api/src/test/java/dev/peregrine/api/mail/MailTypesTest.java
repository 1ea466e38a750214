package dev.peregrine.api.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.About;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTypesTest {

  private static final About ABOUT = About.of("rules", "Rules", "Judges by words.");

  @ParameterizedTest
  @EnumSource
  void aLabelIsFoundByItsKey(MailLabel label) {
    assertThat(MailLabel.of(label.key())).hasValue(label);
    assertThat(MailLabel.of(" " + label.name() + " ")).hasValue(label);
  }

  @Test
  void theKeysNeverChange() {
    assertThat(MailLabel.values())
        .extracting(MailLabel::key)
        .containsExactly(
            "interview_scheduled",
            "offer_received",
            "rejected",
            "positive_response",
            "survey_received",
            "neutral",
            "event_rescheduled",
            "digest",
            "application_received",
            "unrelated");
    assertThat(MailLabel.of("spam")).isEmpty();
  }

  @Test
  void confidenceIsAProbability() {
    assertThatThrownBy(() -> new Verdict(MailLabel.REJECTED, Double.NaN, List.of()))
        .hasMessage("Verdict \"rejected\": confidence \"NaN\", expected 0 to 1.");
    assertThat(new Verdict(MailLabel.REJECTED, 1, List.of(" unfortunately ", "")).evidence())
        .containsExactly("unfortunately");
    assertThatThrownBy(
            () -> new Verdict(MailLabel.REJECTED, 1, Collections.nCopies(11, "unfortunately")))
        .hasMessage("Verdict \"rejected\": \"11\" pieces of evidence, expected at most 10.");
  }

  @Test
  void aClassifierSaysWhatItUnderstands() {
    ClassifierDescriptor rules = ClassifierDescriptor.of(ABOUT, 1, "en", "de");
    assertThat(rules.labels()).hasSize(10);
    assertThat(rules.thatLearns().learns()).isTrue();
    assertThat(rules.thatUsesLlm().usesLlm()).isTrue();
    assertThatThrownBy(() -> ClassifierDescriptor.of(ABOUT, 1, "EN"))
        .hasMessage(
            "Classifier \"rules\": language \"EN\", expected two small letters such as en.");
    assertThatThrownBy(() -> rules.withLabels(Set.of()))
        .hasMessage("Classifier \"rules\": it gives no label, expected at least one.");
    assertThatThrownBy(() -> rules.withBatch(1001))
        .hasMessage("Classifier \"rules\": batch \"1001\", expected 1 to 1,000 mails.");
  }

  @Test
  void oddAddressesAreKeptAsTheyAre() {
    assertThat(MailMessage.Address.of(" Jobs@Example.ORG ").domain()).hasValue("example.org");
    assertThat(MailMessage.Address.of("undisclosed recipients").domain()).isEmpty();
    assertThat(MailMessage.Address.of("a@").domain()).isEmpty();
  }

  @Test
  void headersAreFoundInLowerCase() {
    MailMessage plain = MailMessage.of("1", "a@example.org", "", "");
    MailMessage mail =
        new MailMessage(
            plain.id(),
            plain.from(),
            plain.to(),
            plain.subject(),
            plain.received(),
            plain.text(),
            plain.quoted(),
            plain.html(),
            plain.calendar(),
            plain.attachments(),
            Map.of("List-Id", "<jobs.example.org>"),
            false);
    assertThat(mail.headers()).containsEntry("list-id", "<jobs.example.org>");
    assertThatThrownBy(() -> MailMessage.of(" ", "a@example.org", "Hello", ""))
        .hasMessage("Mail \"Hello\": the id is blank.");
  }
}
