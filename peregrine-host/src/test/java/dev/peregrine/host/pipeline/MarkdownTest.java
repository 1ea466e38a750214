package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "<h2>You  bring</h2><p>Wit<br>and <b>grit </b>now.</p> → ## You bring~~Wit  ~and **grit** now.",
        "<p>See <a href='https://a.example/x'>us</a>.</p> → See [us](https://a.example/x).",
        "<p>See <a href='javascript:alert(1)'>us</a>.</p> → See us.",
        "<ul><li>One</li><li><p>Two</p><ul><li>Deep</li></ul></li><li></li></ul> → - One~- Two~  - Deep",
        "<ol><li>One</li><li>Two</li></ol> → 1. One~2. Two",
        "<div>One</div><div><span>Two</span></div> → One~~Two",
        "<p>2 * 3 &lt;b&gt; [x](y) a_b</p> → 2 \\* 3 \\<b\\> \\[x\\](y) a\\_b",
        "<p># no heading</p><p>1. no list</p><p>- none</p> → \\# no heading~~1\\. no list~~\\- none",
        "<table><tr><th>A</th><td>B</td></tr><tr><td>C</td></tr></table> → A | B  ~C",
        "<script>alert(1)</script><p>Text</p> → Text",
        "Plain *words*~and lines → Plain \\*words\\*  ~and lines",
        "<p></p><p> <b> </b> </p> → ''",
      })
  void htmlOfBoardsBecomesMarkdown(String html, String markdown) {
    assertThat(Markdown.of(html.replace("~", "\n"))).isEqualTo(markdown.replace("~", "\n"));
  }

  @Test
  void deepMarkupAndLongTextEndSoon() {
    String deep = "<div><b>".repeat(20_000) + "words";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(Markdown.of(deep)).contains("words"));
  }
}
