package dev.peregrine.plugin.exporter.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.testkit.ExporterContract;
import dev.peregrine.testkit.FakeExporterContext;
import dev.peregrine.testkit.SampleDocuments;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextExporterTest extends ExporterContract {

  @Override
  protected Exporter exporter() {
    return new TextExporter();
  }

  @Test
  void aLetterReadsFromSenderToClosing() throws Exception {
    assertThat(text(SampleDocuments.letter("Ada", "Dear team,\n\nHello\nthere.\n\nRegards\nAda")))
        .isEqualTo(
            """
            Ada

            1 Sample Street
            10115 Berlin
            zoe@example.org

            https://zoe.example/?a=1&b=2

            Village GmbH
            Emma Peel

            Berlin, November 22, 2026

            Backend engineer

            Dear team,

            Hello
            there.

            Regards
            Ada
            """);
  }

  @Test
  void bareSkillsStandOnOneLine() throws Exception {
    assertThat(
            text(
                new ExportRequest.Resume(
                    "{\"skills\": [{\"name\": \"Java\"}, {\"name\": \"SQL\"}]}")))
        .isEqualTo("Skills\n------\n\nJava, SQL\n");
  }

  @Test
  void headingsAndDatesFollowTheLanguage() throws Exception {
    String german =
        new String(
            write(
                SampleDocuments.ordinary(ExportRequest.Kind.RESUME),
                FakeExporterContext.layout(Locale.GERMANY, Paper.A4)),
            StandardCharsets.UTF_8);
    assertThat(german)
        .contains("Berufserfahrung", "Backend engineer, Village GmbH (März 2021 – heute)")
        .contains("Developer, Town AG (Okt. 2017 – Feb. 2021)");
  }

  private String text(ExportRequest request) throws Exception {
    return new String(write(request, FakeExporterContext.usualLayout()), StandardCharsets.UTF_8);
  }
}
