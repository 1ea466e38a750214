package dev.peregrine.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.peregrine.api.mail.MailLabel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingsTest {

  private static final String FILE =
      """
      == all
      greeting: Dear {name},
      slot name: Ada | Grace
      == rejected
      s: Your application
      c: We wish you luck.
      We chose somebody else: a person with more years.
      2x {name} got the job.
      """;

  @Test
  void aLineIsWhatDecidesUnlessItSaysOtherwise() {
    Wordings wordings = new Wordings().read("en-1.txt", FILE);

    assertThat(wordings.sentences(MailLabel.REJECTED))
        .containsExactly(
            "We chose somebody else: a person with more years.",
            "{name} got the job.",
            "{name} got the job.");
    assertThat(wordings.subjects(MailLabel.REJECTED)).containsExactly("Your application");
    assertThat(wordings.beside(MailLabel.REJECTED)).containsExactly("We wish you luck.");
    assertThat(wordings.ofAll("greeting")).containsExactly("Dear {name},");
    assertThat(wordings.slot("name")).containsExactly("Ada", "Grace");
  }

  @Test
  void eachSentenceMakesAMailNearlyAloneAndOneAmongOthers() {
    List<LabelledMail> mails = Composed.of(new Wordings().read("en-1.txt", FILE));

    assertThat(mails).hasSize(6).allMatch(mail -> mail.label() == MailLabel.REJECTED);
    assertThat(mails.subList(0, 2))
        .allMatch(mail -> mail.body().contains("We chose somebody else"));
    assertThat(mails).noneMatch(mail -> mail.body().contains("{"));
    assertThat(Composed.of(new Wordings().read("en-1.txt", FILE))).isEqualTo(mails);
  }

  @Test
  void everySlotOfTheShippedOnesIsFilled() {
    for (LabelledMail mail : Composed.all()) {
      assertThat(mail.subject() + mail.body()).doesNotContain("{", "}", "x Ihr", "x Your");
    }
    for (Map.Entry<String, Wordings> each : Wordings.shipped().entrySet()) {
      assertThat(MailLabel.values())
          .as(each.getKey())
          .allMatch(label -> each.getValue().sentences(label).size() >= 20)
          .allMatch(label -> each.getValue().subjects(label).size() >= 8);
    }
  }

  @Test
  void aSectionThatNobodyKnowsIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Wordings().read("en-1.txt", "== perhaps"))
        .withMessage(
            "Wordings \"en-1.txt\": section \"perhaps\", expected \"all\" or a label such as"
                + " offer_received.");
  }

  @Test
  void aSlotThatNothingFillsIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Composed.of(new Wordings().read("en-1.txt", "== rejected\nNo, {nobody}.")))
        .withMessage(
            "Wordings: slot \"nobody\" is filled with nothing, expected a line \"slot nobody: a | b\".");
  }
}
