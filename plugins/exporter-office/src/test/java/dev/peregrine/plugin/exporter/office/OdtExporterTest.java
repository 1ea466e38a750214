package dev.peregrine.plugin.exporter.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.testkit.ExporterContract;
import dev.peregrine.testkit.FakeExporterContext;
import dev.peregrine.testkit.SampleDocuments;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class OdtExporterTest extends ExporterContract {

  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

  @Override
  protected Exporter exporter() {
    return new OdtExporter();
  }

  @Test
  void whatSaysTheKindStandsFirstAndWithoutCompression() throws Exception {
    byte[] bytes = write(SampleDocuments.ordinary(Kind.LETTER), FakeExporterContext.usualLayout());

    String head = new String(bytes, 0, 80, StandardCharsets.ISO_8859_1);
    assertThat(head.substring(30)).startsWith("mimetypeapplication/vnd.oasis.opendocument.text");
  }

  @Test
  void everyFileOfTheManifestIsThereAndIsXml() throws Exception {
    Map<String, byte[]> files = files(Kind.RESUME);

    assertThat(files)
        .containsKeys("META-INF/manifest.xml", "meta.xml", "styles.xml", "content.xml");
    for (String name : List.of("META-INF/manifest.xml", "meta.xml", "styles.xml", "content.xml")) {
      assertThat(xml(files, name).getDocumentElement()).as(name).isNotNull();
    }
  }

  @Test
  void headingsOfAResumeAreHeadingsAndStandInReadingOrder() throws Exception {
    List<String> headings = texts(xml(files(Kind.RESUME), "content.xml"), "h");

    assertThat(headings).startsWith("Profil", "Berufserfahrung").contains("Kenntnisse");
  }

  @Test
  void everyStyleThatTheContentNamesExists() throws Exception {
    Map<String, byte[]> files = files(Kind.APPLICATION);
    String styles =
        new String(files.get("styles.xml"), StandardCharsets.UTF_8)
            + new String(files.get("content.xml"), StandardCharsets.UTF_8);
    NodeList all = xml(files, "content.xml").getElementsByTagNameNS(TEXT, "*");

    for (int i = 0; i < all.getLength(); i++) {
      var named = all.item(i).getAttributes().getNamedItemNS(TEXT, "style-name");
      if (named != null) {
        assertThat(styles).contains("style:name=\"" + named.getNodeValue() + "\"");
      }
    }
  }

  private Map<String, byte[]> files(Kind kind) throws Exception {
    byte[] bytes =
        write(SampleDocuments.ordinary(kind), FakeExporterContext.layout(Locale.GERMANY, Paper.A4));
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static Document xml(Map<String, byte[]> files, String name) throws Exception {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(Objects.requireNonNull(files.get(name), name)));
  }

  private static List<String> texts(Document document, String element) {
    NodeList found = document.getElementsByTagNameNS(TEXT, element);
    var texts = new ArrayList<String>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }
}
