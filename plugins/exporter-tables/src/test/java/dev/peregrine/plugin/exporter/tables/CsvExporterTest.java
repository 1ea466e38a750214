package dev.peregrine.plugin.exporter.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.testkit.ExporterContract;
import dev.peregrine.testkit.FakeExporterContext;
import dev.peregrine.testkit.SampleDocuments;
import dev.peregrine.testkit.SettableClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvExporterTest extends ExporterContract {

  @Override
  protected Exporter exporter() {
    return new CsvExporter();
  }

  @Test
  void aStrangersFormulaIsAText() throws Exception {
    assertThat(text(SampleDocuments.saying(Kind.JOBS, "=1+1")))
        .contains(",'=1+1,")
        .doesNotContain(",=1+1");
    assertThat(text(SampleDocuments.saying(Kind.JOBS, "@SUM(A1)"))).contains(",'@SUM(A1),");
  }

  @Test
  void quotesAndLineBreaksStayInTheirValue() throws Exception {
    assertThat(text(SampleDocuments.saying(Kind.JOBS, "a \"b\", c\nd")))
        .contains(",\"a \"\"b\"\", c\nd\",");
  }

  @Test
  void spreadsheetsKnowTheEncodingAndTheEndOfALine() throws Exception {
    assertThat(text(SampleDocuments.ordinary(Kind.JOBS)))
        .startsWith("\ufeffNumber,Title,Company,")
        .endsWith("\r\n")
        .contains("2026-11-21,81.4,");
  }

  @Test
  void aReportHasTheColumnsOfTheAuthority() throws Exception {
    assertThat(text(SampleDocuments.ordinary(Kind.WORK_SEARCH)))
        .isEqualTo(
            "\ufeffDate,Employer,What,Address,Signature\r\n"
                + "\"Nov 20, 2026\",Village,Applied,https://jobs.example/17?a=1&b=2,\r\n"
                + "\"Nov 21, 2026\",Village,Baker,https://jobs.example/17?a=1&b=2,\r\n");
  }

  @Test
  void theSeparatorCanBeASemicolon() throws Exception {
    var context =
        new FakeExporterContext(
            exporter().descriptor(),
            Map.of("separator", "semicolon"),
            SettableClock.at("2026-11-22T09:00:00Z"),
            FakeExporterContext.usualLayout());
    var bytes = new ByteArrayOutputStream();
    exporter().export(SampleDocuments.ordinary(Kind.JOBS), bytes, context);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("\ufeffNumber;Title;Company;");
  }

  private String text(ExportRequest request) throws Exception {
    return new String(write(request, FakeExporterContext.usualLayout()), StandardCharsets.UTF_8);
  }
}
