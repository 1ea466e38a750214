package dev.peregrine.plugin.scorer.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @Test
  void blockTagsEndALineAndInlineTagsDoNot() {
    assertThat(PlainText.of("<p>Java<b>Script</b></p><ul><li>Go<li>Rust</ul>").lines())
        .filteredOn(line -> !line.isBlank())
        .containsExactly("JavaScript", "Go", "Rust");
  }

  @Test
  void scriptsStylesAndCommentsAreNoText() {
    assertThat(PlainText.of("a<script>if (x < 1) evil()</SCRIPT >b<!-- c --><style>d{}</style>e"))
        .isEqualToIgnoringWhitespace("a b e")
        .doesNotContain("evil");
  }

  @Test
  void characterReferencesAreResolvedOnce() {
    assertThat(PlainText.of("B&uuml;ro &amp; R&#38;D &#x43;&plus;+ &amp;lt; &nope; &"))
        .isEqualTo("Büro & R&D C++ &lt; &nope; &");
  }

  @Test
  void htmlThatABoardEscapedIsHtml() {
    assertThat(PlainText.of("&lt;p&gt;Kotlin &amp;amp; Java&lt;/p&gt;").strip())
        .isEqualTo("Kotlin & Java");
  }

  @Test
  void aLessThanSignIsText() {
    assertThat(PlainText.of("latency < 5 ms, x <3")).isEqualTo("latency < 5 ms, x <3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "</", "<!--", "<script>", "<a href=", "&#", "&#x110000;", "&#-1;"})
  void brokenMarkupIsReadInOnePass(String broken) {
    assertThat(PlainText.of(broken.repeat(100_000))).hasSizeLessThanOrEqualTo(PlainText.MAX_CHARS);
  }
}
