package dev.peregrine.plugin.exporter.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.testkit.ExporterContract;
import dev.peregrine.testkit.FakeExporterContext;
import dev.peregrine.testkit.SampleDocuments;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkdownExporterTest extends ExporterContract {

  @Override
  protected Exporter exporter() {
    return new MarkdownExporter();
  }

  @Test
  void aStrangersMarkupIsEscaped() throws Exception {
    assertThat(text(SampleDocuments.letter("# Ada", "*bold* <b> [x](javascript:alert(1)) a|b")))
        .contains("**\\# Ada**", "\\*bold\\* \\<b\\> \\[x\\](javascript:alert(1)) a\\|b");
  }

  @Test
  void whatBeginsLikeAListIsNone() throws Exception {
    assertThat(text(SampleDocuments.letter("Ada", "1. first\n- second\n+ third")))
        .contains("1\\. first  \n\\- second  \n\\+ third");
  }

  @Test
  void onlyAddressesOfTheWebBecomeLinks() throws Exception {
    assertThat(
            text(
                new ExportRequest.Resume(
                    "{\"basics\": {\"url\": \"javascript:alert(1)\", \"profiles\": [{\"network\": \"GitHub\", \"url\": \"https://github.example/a\"}]}}")))
        .isEqualTo(
            "javascript:alert(1)  \n[GitHub: https://github.example/a](<https://github.example/a>)\n");
  }

  private String text(ExportRequest request) throws Exception {
    return new String(write(request, FakeExporterContext.usualLayout()), StandardCharsets.UTF_8);
  }
}
