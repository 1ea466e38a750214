package dev.peregrine.api.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTitlesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Backend Engineer        | Backend Engineer (m/w/d)
          Backend Engineer        | Senior Back-End Developer
          Backend Engineer        | Engineer, Backend Platform
          back end developer      | Backend Engineers
          Java Developer          | Softwareentwickler Java (f/m/x)
          Software Entwickler     | Softwareentwickler*in – Berlin
          Software Developer      | Softwareentwicklerin
          Développeur Java        | Developpeur·euse Java H/F
          C++ Developer           | C++ Engineer
          C# Developer            | Senior C# / .NET Developer
          Node.js Developer       | Node.js Engineer
          Nurse                   | Nurses (all genders)
          Full Stack Developer    | Fullstack Engineer
          Data Analyst            | Analyst for Data
          Sr. Product Manager     | Senior Product Manager
          Développeur             | DEVELOPPEUR
          Programmer              | Developers
          Nurse                   | Krankenschwester / Nurse
          看護師                   | 看護師(正社員)
          Customer Success        | Director of Customer Success
          """)
  void aTitleFitsInItsManyForms(String wanted, String title) {
    assertThat(fits(wanted, title)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Backend Engineer        | Sales Engineer
          Java Developer          | JavaScript Developer
          C Developer             | C++ Developer
          Go Developer            | Google Ads Developer
          Data Analyst            | Analyst
          Senior Java Developer   | Java Developer
          Nurse                   | Nursery Teacher
          """)
  void anotherTitleDoesNotFit(String wanted, String title) {
    assertThat(fits(wanted, title)).isFalse();
  }

  @Test
  void tagsHelpATitleButAreNotOne() {
    BoardQuery query = BoardQuery.all(1).withTitles(List.of("Java Developer"));
    assertThat(query.fitsTitle("Developer", List.of("java"))).isTrue();
    assertThat(query.fitsTitle("Developer", List.of())).isFalse();
    assertThat(query.fitsTitle("Cook", List.of("java", "developer"))).isFalse();
  }

  @Test
  void oneOfSeveralTitlesIsEnough() {
    BoardQuery query = BoardQuery.all(1).withTitles(List.of("Driver", "Cook"));
    assertThat(query.fitsTitle("Pastry Cook", List.of())).isTrue();
    assertThat(query.fitsTitle("Waiter", List.of())).isFalse();
  }

  @Test
  void withoutTitlesEveryPostingFits() {
    assertThat(BoardQuery.all(1).fitsTitle("Cook", List.of())).isTrue();
    assertThat(BoardQuery.all(1).withTitles(List.of(" ", "(m/w/d)")).fitsTitle("Cook", List.of()))
        .isTrue();
  }

  @Test
  void aTitleOfNothingButSignsIsHarmless() {
    BoardQuery query = BoardQuery.all(1).withTitles(List.of("Cook"));
    assertThat(query.fitsTitle("(" + "m/".repeat(500_000) + " Cook", List.of())).isTrue();
  }

  @Test
  void wordsKeepTheSignsOfNames() {
    assertThat(BoardQuery.words("Größe: C++/C#, .NET & Node.js. 東京"))
        .containsExactly("grosse", "c++", "c#", ".net", "node.js", "東", "京");
  }

  private static boolean fits(String wanted, String title) {
    return BoardQuery.all(1).withTitles(List.of(wanted)).fitsTitle(title, List.of());
  }
}
