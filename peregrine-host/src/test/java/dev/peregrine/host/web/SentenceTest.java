package dev.peregrine.host.web;

import static dev.peregrine.host.web.Sentence.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.junit.jupiter.api.Test;

class SentenceTest {

  private static String drawn(Content content) {
    var text = new StringOutput();
    var html = new OwaspHtmlTemplateOutput(text);
    html.setContext("p", null);
    html.writeUserContent(content);
    return text.toString();
  }

  @Test
  void aPieceOfATemplateStandsWhereTheTextWantsItAndAllElseIsEscaped() {
    Content link = output -> output.writeContent("<a href=\"/x\">here</a>");
    assertThat(drawn(sentence("web.no-such", "what", "<b>thing</b>", "value", link)))
        .isEqualTo("There is no &lt;b&gt;thing&lt;/b&gt; \"<a href=\"/x\">here</a>\" here.");
  }

  @Test
  void whatAPersonTypedCannotPassForAPiece() {
    assertThat(drawn(sentence("web.no-page", "path", "\ue000\ue001"))).doesNotContain("\ue000");
  }
}
