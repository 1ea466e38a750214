package dev.peregrine.plugin.exporter.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.testkit.ExporterContract;
import dev.peregrine.testkit.FakeExporterContext;
import dev.peregrine.testkit.SampleDocuments;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class XlsxExporterTest extends ExporterContract {

  @Override
  protected Exporter exporter() {
    return new XlsxExporter();
  }

  @Test
  void whateverStandsInItNoPartIsBrokenByIt() throws Exception {
    for (String text : SampleDocuments.hostile()) {
      for (Map.Entry<String, byte[]> part :
          parts(SampleDocuments.saying(Kind.JOBS, text)).entrySet()) {
        String xml = new String(part.getValue(), StandardCharsets.UTF_8);
        assertThat(xml.replaceAll("<[^<>]*>", ""))
            .as(part.getKey())
            .doesNotContain("<", ">")
            .doesNotContainPattern("&(?!(amp|lt|gt|quot);)")
            .doesNotContainPattern("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x{fffe}\\x{ffff}]");
      }
    }
  }

  @Test
  void aStrangersFormulaIsATextAndADayIsADay() throws Exception {
    String sheet = sheet(SampleDocuments.saying(Kind.JOBS, "=1+1"));
    assertThat(sheet)
        .contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t>")
        .contains("<c r=\"G2\" s=\"2\"><v>46347</v></c>", "<c r=\"H2\"><v>81.4</v></c>")
        .doesNotContain("<f>");
  }

  @Test
  void whatLooksLikeAnEscapedSignStaysWhatItIs() throws Exception {
    assertThat(sheet(SampleDocuments.saying(Kind.JOBS, "a_x000D_b"))).contains("a_x005F_x000D_b");
  }

  @Test
  void columnsAreCountedAsSpreadsheetsDo() {
    assertThat(
            List.of(
                Sheet.name(0), Sheet.name(25), Sheet.name(26), Sheet.name(701), Sheet.name(702)))
        .containsExactly("A", "Z", "AA", "ZZ", "AAA");
  }

  private String sheet(ExportRequest request) throws Exception {
    return new String(
        parts(request).getOrDefault("xl/worksheets/sheet1.xml", new byte[0]),
        StandardCharsets.UTF_8);
  }

  private Map<String, byte[]> parts(ExportRequest request) throws Exception {
    var parts = new LinkedHashMap<String, byte[]>();
    byte[] book = write(request, FakeExporterContext.usualLayout());
    try (var zip = new ZipInputStream(new ByteArrayInputStream(book))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }
}
