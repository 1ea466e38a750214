package dev.peregrine.host.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanAnswerTest {

  private static final String LETTER =
      "Dear Ms Ito,\n\nI rebuilt a service.\n\nKind regards,\nAlex Rivera";

  private static String clean(String answer) {
    return CleanAnswer.letter(answer, "Alex Rivera");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "<think>The user wants\n\nDear Somebody,</think>\n%s",
        "I reason a lot</think>%s",
        "```\n%s\n```",
        "```markdown\n%s",
        "Here is your letter:\n\n%s",
        "**Cover letter**\n\nAlex Rivera\n12 Hill Street\n\nSubject: Engineer\n\n%s",
        "# Letter\n%s\n\n---\nNote: I kept it short.",
        "%s\n\nLet me know if you want changes!",
        "%s\nalex@example.com | +1 555 0100"
      })
  void whatStandsAroundALetterGoes(String around) {
    assertThat(clean(around.formatted(LETTER))).isEqualTo(LETTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Alex", "alex rivera", "[Your Name]", "A. Rivera", ""})
  void itIsSignedWithTheWholeName(String signed) {
    assertThat(clean(LETTER.replace("Alex Rivera", signed))).isEqualTo(LETTER);
    assertThat(clean("Sehr geehrte Frau Ito,\n\nich komme.\n\nMit freundlichen Grüßen\n" + signed))
        .endsWith("Mit freundlichen Grüßen\nAlex Rivera");
  }

  @Test
  void thanksInTheMiddleEndNothing() {
    String letter =
        "Dear Ms Ito,\n\nThank you\n\n"
            + "I read what you wrote about the service and the people who run it at night. "
                .repeat(2)
            + "\n\nSecond.\n\nThird.\n\nFourth.";
    assertThat(clean(letter)).contains("Fourth.");
    assertThat(clean("Dear Ms Ito,\n\nThank you for reading this.\n\nKind regards,\nAlex"))
        .isEqualTo("Dear Ms Ito,\n\nThank you for reading this.\n\nKind regards,\nAlex Rivera");
  }

  @Test
  void aLetterWithoutSalutationIsNotCutAtItsClosing() {
    assertThat(clean("I rebuilt a service.\n\nBeste Grüße\nAlex"))
        .isEqualTo("I rebuilt a service.\n\nBeste Grüße\nAlex Rivera");
  }

  @Test
  void withoutAKnownNameTheModelsStays() {
    assertThat(CleanAnswer.letter("Dear all,\n\nHello.\n\nBest,\nSam O'Neil\nSent by me", ""))
        .isEqualTo("Dear all,\n\nHello.\n\nBest,\nSam O'Neil");
  }

  @Test
  void signsOfOtherWritingStayAsTheyAre() {
    String odd =
        "Dear Ms Ito,\n\n5 * 3 * 2 <b> & مرحبا 🙂 snake_case_word.\n\nKind regards,\nAlex Rivera";
    assertThat(clean(odd)).isEqualTo(odd);
    assertThat(clean("Dear Ms Ito,\n\nI **rebuilt** a *service*.\n\nBest,\nAlex"))
        .contains("I rebuilt a service.");
  }

  @Test
  void whileItThinksThereIsNothing() {
    assertThat(CleanAnswer.spoken("<think>Let me see")).isEmpty();
    assertThat(CleanAnswer.spoken("<think>Let me see</think>Dear")).isEqualTo("Dear");
  }
}
