package dev.peregrine.host.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.evidence.Vacancy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissionTest {

  private static final List<Writer.Cause> CAUSES =
      List.of(
          new Writer.Cause("Health", "My note on health."),
          new Writer.Cause("music", "My note on music."),
          new Writer.Cause("Animal welfare", "My note on animals."),
          new Writer.Cause("Bildung", "Meine Notiz."),
          new Writer.Cause("open source", "My note on software."));

  private static Optional<Mission> in(String company, String text) {
    return Mission.of(new Vacancy("Clerk", company, text), CAUSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A proven track record in record keeping, labels and communication skills.",
        "You upgrade and grade our catalogue and dedicate yourself to the category.",
        "We offer medical and dental insurance and health benefits.",
        "A high school diploma or its equivalent.",
        "Sourcing, open minded people, and the resource plan."
      })
  void wordsWithinOtherWordsAndBenefitsAreNoCause(String text) {
    assertThat(in("Meridian Ltd", text)).isEmpty();
  }

  @Test
  void twoWordsOfItAreNeededAndAreShown() {
    assertThat(in("Meridian", "Our platform serves musicians.")).isEmpty();
    Mission mission =
        in("Meridian", "We serve musicians and run a recording studio.").orElseThrow();
    assertThat(mission.note()).isEqualTo("My note on music.");
    assertThat(mission.evidence()).containsExactly("musicians", "recording studio");
  }

  @Test
  void oneIsEnoughInTheNameOfTheEmployer() {
    assertThat(in("Riverside Animal Shelter", "We need a clerk.").orElseThrow().evidence())
        .containsExactly("Riverside Animal Shelter");
  }

  @Test
  void germanPostingsAndFieldsOfThePersonsOwnCountToo() {
    assertThat(in("Meridian", "Für Schulen und Lehrkräfte.").orElseThrow().field())
        .isEqualTo("Bildung");
    assertThat(
            in("Meridian", "All that we do is open, and its source is, too.").orElseThrow().note())
        .isEqualTo("My note on software.");
  }

  @Test
  void healthComesLast() {
    assertThat(in("Meridian", "Patients and hospitals, pets and livestock.").orElseThrow().field())
        .isEqualTo("Animal welfare");
  }

  @Test
  void whatThePersonSaidNothingOfIsNotSaidForThem() {
    assertThat(
            Mission.of(
                new Vacancy("Clerk", "Orchestra", "Concerts and music."),
                List.of(new Writer.Cause("music", " "))))
        .isEmpty();
  }
}
