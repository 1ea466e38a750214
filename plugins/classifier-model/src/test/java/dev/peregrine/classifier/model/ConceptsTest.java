package dev.peregrine.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConceptsTest {

  private static final Concepts CONCEPTS =
      Concepts.of("meet: interview gesprach *gesprach\nmay: =may mayb");

  private static String of(String word) {
    int concept = CONCEPTS.of(word, 0, word.length());
    return concept < 0 ? "" : CONCEPTS.name(concept);
  }

  @Test
  void aWordIsKnownByItsBeginningOrAPartOrAsAWhole() {
    assertThat(of("interviews")).isEqualTo("@meet");
    assertThat(of("erstgesprach")).isEqualTo("@meet");
    assertThat(of("may")).isEqualTo("@may");
    assertThat(of("mayor")).isEmpty();
    assertThat(of("view")).isEmpty();
  }

  @Test
  void bothLanguagesSayTheSame() {
    Concepts shipped = Concepts.shipped();

    assertThat(shipped.of("vorstellungsgesprach", 0, 20)).isEqualTo(shipped.of("interview", 0, 9));
  }
}
