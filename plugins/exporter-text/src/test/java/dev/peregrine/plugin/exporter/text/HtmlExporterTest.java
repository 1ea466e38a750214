package dev.peregrine.plugin.exporter.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.testkit.ExporterContract;
import dev.peregrine.testkit.FakeExporterContext;
import dev.peregrine.testkit.SampleDocuments;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HtmlExporterTest extends ExporterContract {

  @Override
  protected Exporter exporter() {
    return new HtmlExporter();
  }

  @Test
  void aStrangersMarkupIsText() throws Exception {
    String page =
        text(SampleDocuments.saying(ExportRequest.Kind.APPLICATION, "<script>x</script>&\"'"));
    assertThat(page)
        .doesNotContain("<script")
        .contains("&lt;script&gt;x&lt;/script&gt;&amp;&quot;&#39;");
  }

  @Test
  void onlyAddressesOfTheWebBecomeLinks() throws Exception {
    assertThat(
            text(
                new ExportRequest.Resume(
                    "{\"basics\": {\"url\": \"javascript:alert(1)\", \"email\": \"a@b.c\"}}")))
        .doesNotContain("href")
        .contains("javascript:alert(1)");
    assertThat(text(SampleDocuments.ordinary(ExportRequest.Kind.RESUME)))
        .contains("<a href=\"https://github.example/zoe\">GitHub: https://github.example/zoe</a>");
  }

  @Test
  void itSaysItsLanguageItsTitleAndItsPaper() throws Exception {
    assertThat(text(SampleDocuments.ordinary(ExportRequest.Kind.LETTER)))
        .contains("<html lang=\"en\" dir=\"ltr\">", "<title>A document</title>", "size: A4;");
  }

  private String text(ExportRequest request) throws Exception {
    return new String(write(request, FakeExporterContext.usualLayout()), StandardCharsets.UTF_8);
  }
}
