package dev.peregrine.host.research;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearingTest {

  private static final Bearing SOURCE =
      new Bearing(
          """
          Northwind Robotics raised 40 million euros in a Series B round led by Hafenkapital, an investor
          from Hamburg. Revenue grew by half to 31,500,000 euros last year. Dr Hanna Osterkamp leads it.""",
          "Northwind Robotics");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In a Series B round led by Hafenkapital, the company raised 40 million euros.",
        "The investor Hafenkapital comes from Hamburg.",
        "Revenue grew to 31.500.000 euros last year."
      })
  void whatASourceSaysIsBorneOut(String sentence) {
    assertThat(SOURCE.bears(sentence)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In a Series B round led by Hafenkapital, the company raised 45 million euros.",
        "The round of 40 million euros was led by Sequoia from Hamburg.",
        "The company raised money and is known for its excellent pension and childcare.",
        "It employs many people in several countries around the world."
      })
  void whatNoSourceSaysIsNot(String sentence) {
    assertThat(SOURCE.bears(sentence)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Das Unternehmen hat 40 Millionen Euro bekommen und ist in Hamburg zu Hause."})
  void inAnotherLanguageItsNumbersAreCompared(String sentence) {
    assertThat(SOURCE.bears(sentence)).isTrue();
    assertThat(SOURCE.bears(sentence.replace("40", "41"))).isFalse();
  }
}
