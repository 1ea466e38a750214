package dev.peregrine.plugin.scorer.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C++, C#, .NET, node.js, Go and R | C++ C# .NET node.js Go and R
          C++ C# R go .net node.js         | C++ C# R go .net node.js
          (C/C++), ASP.NET; CI/CD          | C C++ ASP.NET CI/CD
          C++17 or C++20 on TCP/IP         | C++ or C++ on TCP/IP
          java, go, rust                   | java go rust
          Skills: Python/R, SQL.           | Skills Python R SQL
          full stack, front-end, Node JS   | full stack front-end Node JS
          Prüfingenieur für Straßenbau     | Prüfingenieur für Straßenbau
          the company's APIs, don’t        | the company APIs don
          PerksWe like JavaScript, GraphQL | Perks We like JavaScript GraphQL
          Java, C. Some with R. None in C.  | Java C Some with R None in C
          COMPANYOur ServiceNow LLMs       | COMPANY Our ServiceNow LLMs
          """)
  void skillsStayWhole(String line, String words) {
    assertThat(String.join(" ", words(line))).isEqualTo(words);
  }

  @Test
  void aSpellingInTwoWordsIsOneWord() {
    assertThat(words("Full stack and node js")).containsExactly("Full stack", "and", "node js");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Go to market, go above, ready to go",
        "a valid Class C license, Vitamin C",
        "R&D at C-level by John C. Smith",
        "https://go.example.org/C/R www.example.org me@example.org"
      })
  void whatOnlyLooksLikeALanguageIsNone(String line) {
    assertThat(words(line)).doesNotContain("Go", "go", "C", "R", "example", "org");
  }

  @ParameterizedTest
  @CsvSource({
    "Golang,go",
    "NodeJS,node.js",
    "Node JS,node.js",
    "React.js,react",
    "Postgres,postgresql",
    "front end,frontend",
    "Front-End,frontend",
    "fullstack,full-stack",
    "APIs,api",
    "Technologies,technology",
    "C++,c++",
    "Kubernetes,kubernete"
  })
  void spellingsOfOneThingAreOneKey(String written, String key) {
    assertThat(new Lexicon().word(written).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the", "und", "für", "2024", "120k", "10x"})
  void fillersAndAmountsDoNotCount(String written) {
    assertThat(new Lexicon().word(written).counts()).isFalse();
  }

  private static List<String> words(String line) {
    var words = new ArrayList<String>();
    Tokens.of(line, words::add);
    return words;
  }
}
