package dev.peregrine.host.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a model writes, while it writes it. */
class WrittenAnswersTest {

  private static final Map<Integer, Asked> ASKED =
      Map.of(
          1, new Asked("Alone or in a team?", QuestionKind.CHOICE, List.of("alone", "in a team")),
          2, new Asked("What motivates you?", QuestionKind.SEVERAL, List.of("money", "sense")),
          3, Asked.text("Why us?"));

  private static Map<Integer, Weighing> read(String written) {
    return WrittenAnswers.of(WrittenAnswers.whole(written), ASKED, SurveyMode.DETAILED, "desk");
  }

  @Test
  void anAnswerCountsAsSoonAsItIsWhole() {
    String written =
        """
        <think>Maybe {"answers": nothing}</think> {"answers": [
         {"number": 1, "best": [2], "draft": "", "reason": "You said \\"team\\" {twice}.", "conflict": "", "options": [{"number": 1, "fit": 20, "why": "…"}, {"number": 2, "fit": 250, "why": "ok"}]},
         {"number": 2, "best": [1, 2], "dra""";
    Map<Integer, Weighing> weighings = read(written);
    assertThat(weighings).containsOnlyKeys(1);
    Weighing first = weighings.get(1);
    assertThat(first.best()).containsExactly(1);
    assertThat(first.reason()).isEqualTo("You said \"team\" {twice}.");
    assertThat(first.options()).extracting(Weighing.Weighed::fit).containsExactly(20, 100);
  }

  @Test
  void whatNamesNothingThatThereIsIsLeftOut() {
    Map<Integer, Weighing> weighings =
        read(
            """
            {"answers": [
             {"number": 9, "best": [1]},
             {"number": 1, "best": [7, 2, 1], "draft": "I am a team.", "options": [{"number": 3, "fit": 5}, {"number": 1, "fit": -4, "why": "a\\nb"}]},
             {"number": 1, "best": [1]},
             {"number": 2, "best": [2, 1]},
             {"number": 3, "best": [1], "draft": "Because [say why]."}]}""");
    assertThat(weighings).containsOnlyKeys(1, 2, 3);
    assertThat(weighings.get(1).best())
        .as("one option, and the first that was said")
        .containsExactly(1);
    assertThat(weighings.get(1).draft()).as("no words where there are options").isEmpty();
    assertThat(weighings.get(1).options()).containsExactly(new Weighing.Weighed(0, 0, "a b"));
    assertThat(weighings.get(2).best()).containsExactly(1, 0);
    assertThat(weighings.get(3).best()).isEmpty();
    assertThat(weighings.get(3).draft()).isEqualTo("Because [say why].");
  }

  @Test
  void nonsenseIsNothing() {
    assertThat(read("")).isEmpty();
    assertThat(read("I will not answer that.")).isEmpty();
    assertThat(read("{\"answers\": [{{{{")).isEmpty();
    assertThat(read("{\"answers\": [{\"number\": \"one\"}, {]}")).isEmpty();
  }
}
