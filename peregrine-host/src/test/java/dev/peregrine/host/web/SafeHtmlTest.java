package dev.peregrine.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script><p>text</p>",
        "<p onclick=alert(1) style='position:fixed' id=main class=btn data-key=z hx-get=/x>text</p>",
        "<img src=x onerror=alert(1)><p>text</p>",
        "<a href='javascript:alert(1)'>text</a>",
        "<a href=' jAvAsCrIpT&#58;alert(1)'>text</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>text</a>",
        "<a href='/review/1/approve'>text</a>",
        "<iframe src='https://evil.example'></iframe><p>text</p>",
        "<form action=/review/undo method=post><input name=a><button>text</button></form>",
        "<svg><script>alert(1)</script></svg><p>text</p>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math><p>text</p>",
        "<style>body{display:none}</style><p>text</p>",
        "<link rel=stylesheet href=//evil.example><meta http-equiv=refresh content='0;url=//evil.example'><base href=//evil.example><p>text</p>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>text</p>",
        "<template><script>alert(1)</script></template><p>text</p>"
      })
  void whatCouldActIsGoneAndTheTextStays(String hostile) {
    SafeHtml safe = SafeHtml.marked(hostile, List.of("text"), List.of());
    var again = Jsoup.parseBodyFragment(safe.toString());
    assertThat(
            again.select(
                "script, style, img, svg, math, iframe, form, input, button, link, meta, base, template, object, embed"))
        .isEmpty();
    again
        .select("*")
        .forEach(
            element ->
                element
                    .attributes()
                    .forEach(
                        attribute ->
                            assertThat(attribute.getKey()).isIn("href", "rel", "target", "class")));
    again.select("[class]").forEach(e -> assertThat(e.normalName()).isEqualTo("mark"));
    again.select("a[href]").forEach(a -> assertThat(a.attr("href")).startsWith("http"));
    assertThat(again.text()).contains("text");
  }

  @Test
  void linksOpenApartAndTellNothing() {
    assertThat(SafeHtml.of("<a href='https://a.example/b'>b</a>").toString())
        .contains("rel=\"noopener nofollow\"", "target=\"_blank\"");
  }

  @Test
  void headingsStandBelowThoseOfThePage() {
    assertThat(SafeHtml.of("<h1>A</h1><h2>B</h2><p>c</p>").toString())
        .isEqualTo("<h3>A</h3><h4>B</h4><p>c</p>");
    assertThat(SafeHtml.of("<h4>A</h4><h5>B</h5>").toString()).isEqualTo("<h3>A</h3><h4>B</h4>");
  }

  @Test
  void plainTextKeepsItsParagraphsAndLines() {
    assertThat(SafeHtml.of("One\ntwo\n\nThree & <four").toString())
        .isEqualTo("<p>One<br>two</p><p>Three &amp; &lt;four</p>");
  }

  @Test
  void wordsAreMarkedWholeInTextOnlyTheLongestFirst() {
    SafeHtml marked =
        SafeHtml.marked(
            "<p>Go and Google, C++ or C#. <a href='https://x.example/go'>design systems</a> for design</p>",
            List.of("go", "C++", "design", "design systems"),
            List.of("C#"));
    assertThat(marked.toString())
        .contains(
            "<mark>Go</mark> and Google", "<mark>C++</mark>", "<mark class=\"miss\">C#</mark>.")
        .contains("href=\"https://x.example/go\"")
        .contains("<mark>design systems</mark></a> for <mark>design</mark>");
  }

  @Test
  void aWordOfATermThatIsHostileMarksNothingForeign() {
    assertThat(
            SafeHtml.marked("<p>a b</p>", List.of("<img src=x>", "(a+)+$", "b"), List.of())
                .toString())
        .isEqualTo("<p>a <mark>b</mark></p>");
  }

  @Test
  void aHugeTextWithManyTermsIsMarkedInOnePass() {
    var terms = new ArrayList<String>();
    for (int i = 0; i < 5_000; i++) {
      terms.add("term" + i + " of many words");
    }
    String marked =
        SafeHtml.marked("<div>".repeat(50_000) + "aaaa ".repeat(30_000), terms, List.of("aaaa"))
            .toString();
    assertThat(marked.length()).isLessThan(2_000_000);
  }
}
