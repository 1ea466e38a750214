package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Plain text as it has to be written in JSON and in HTML. */
class TextFormTest {

  @Test
  void inJsonOnlyTheOuterQuotesEndIt() {
    assertThat(Json.quoted("a \"b\" \\ c\n\u0001 \ud83d\ude00 \ud800"))
        .isEqualTo("\"a \\\"b\\\" \\\\ c\\n\\u0001 \ud83d\ude00 \\ud800\"");
  }

  @Test
  void inHtmlNothingOfItIsAnElement() {
    assertThat(Markup.escaped("R&D <b>")).isEqualTo("R&amp;D &lt;b&gt;");
  }
}
