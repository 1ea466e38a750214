package dev.peregrine.host.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {

  @Test
  void theSentenceWithTheDecidingWordsIsShown() {
    String text = "Dear Grace,\n\nThank you for writing. We invite you\nto a talk. Best, Ole";
    assertThat(Snippet.of(text, List.of("a Talk", "thank"))).isEqualTo("We invite you to a talk.");
  }

  @Test
  void withoutThemItIsTheFirstThatIsMoreThanAGreeting() {
    assertThat(Snippet.of("Hello,\n\nwe read your letter with joy. Bye.", List.of("moon")))
        .isEqualTo("we read your letter with joy.");
    assertThat(Snippet.of("Hello", List.of())).isEqualTo("Hello");
    assertThat(Snippet.of(" \n ", List.of("x"))).isEmpty();
  }

  @Test
  void thePointOfADayOrATitleEndsNoSentence() {
    assertThat(
            Snippet.of(
                "Hallo. Dr. Möller erwartet dich am 26. November um 14:00 Uhr. Bis bald.",
                List.of("14:00")))
        .isEqualTo("Dr. Möller erwartet dich am 26. November um 14:00 Uhr.");
  }

  @Test
  void aLongOneIsCutAtAWord() {
    String cut = Snippet.of("word ".repeat(100) + ".", List.of());
    assertThat(cut).endsWith("word …").hasSizeLessThan(190);
  }
}
