package dev.peregrine.host.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class DocumentTextTest {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private final DocumentText documents = new DocumentText(JAVA, CLASS_PATH);

  @Test
  void pdfIsRead() throws Exception {
    assertThat(documents.read(pdf("Müller, C++ and Node.js", false), "cv.pdf"))
        .isEqualTo("Müller, C++ and Node.js");
  }

  @Test
  void docxIsReadWithItsTables() throws Exception {
    assertThat(documents.read(docx(), "cv.docx")).contains("Zoë Łukasz").contains("Kotlin");
  }

  @Test
  void odtIsReadWithHeadingsOnLinesOfTheirOwn() throws Exception {
    assertThat(documents.read(odt(), "cv.odt").lines())
        .containsSubsequence("Müller", "Staff Engineer");
  }

  @Test
  void rtfIsRead() throws Exception {
    byte[] rtf =
        "{\\rtf1\\ansi Cook \\b and\\b0  baker in K\\'f6ln\\par}"
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(documents.read(rtf, "cv.rtf")).isEqualTo("Cook and baker in Köln");
  }

  @Test
  void plainTextIsReadInItsCharacterSet() throws Exception {
    assertThat(documents.read("Köln\r\n\r\n\r\n\r\n€".getBytes(StandardCharsets.UTF_8), "cv.txt"))
        .isEqualTo("Köln\n\n€");
    assertThat(documents.read("Köln €".getBytes(Charset.forName("windows-1252")), "cv.md"))
        .isEqualTo("Köln €");
    assertThat(documents.read("\uFEFFKöln".getBytes(StandardCharsets.UTF_16LE), "cv.txt"))
        .isEqualTo("Köln");
  }

  @Test
  void htmlIsReadWithoutItsScripts() throws Exception {
    byte[] html =
        "<!doctype html><title>x</title><script>alert(1)</script><h1>Cook</h1><p>Köln"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(documents.read(html, "cv.html")).isEqualTo("Cook\nKöln");
  }

  @Test
  void aProtectedDocumentIsSaidToBe() {
    assertThatThrownBy(() -> documents.read(pdf("secret", true), "cv.pdf"))
        .isInstanceOf(DocumentException.class)
        .hasMessage(
            "\"cv.pdf\" is protected by a password. Save it without one, or paste its text.");
  }

  @Test
  void aScanIsSaidToHoldNoText() {
    assertThatThrownBy(() -> documents.read(pdf("", false), "scan.pdf"))
        .hasMessage(
            "\"scan.pdf\" holds no text: it may be a scan. Save it with text recognition, or paste its text.");
  }

  @Test
  void aDamagedDocumentIsSaidToBe() {
    assertThatThrownBy(
            () ->
                documents.read("%PDF-1.7\nnonsense".getBytes(StandardCharsets.US_ASCII), "cv.pdf"))
        .hasMessage("\"cv.pdf\" is damaged or not quite a PDF. Paste its text instead.");
  }

  @Test
  void whatIsNoDocumentIsRefused() {
    assertThatThrownBy(
            () -> documents.read(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0}, "me.png"))
        .hasMessage(
            "\"me.png\" is none of PDF, DOCX, DOC, ODT, RTF, HTML and text. Paste its text instead.");
    assertThatThrownBy(() -> documents.read(new byte[0], "cv.pdf"))
        .hasMessage("\"cv.pdf\" is empty. Choose another file.");
    assertThatThrownBy(() -> documents.read(new byte[(20 << 20) + 1], "cv.pdf"))
        .hasMessageStartingWith("\"cv.pdf\" has 20 MiB, expected at most 20.");
  }

  @Test
  void aDocumentThatBlowsUpCostsOnlyItsOwnProcess() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write("<w:document><w:body>".getBytes(StandardCharsets.US_ASCII));
      byte[] blanks = new byte[1 << 20];
      for (int times = 0; times < 600; times++) {
        zip.write(blanks);
      }
    }
    assertThatThrownBy(() -> documents.read(bytes.toByteArray(), "bomb.docx"))
        .isInstanceOf(DocumentException.class)
        .hasMessageStartingWith("\"bomb.docx\" ");
  }

  @Test
  void aDocumentThatTakesTooLongIsGivenUp() {
    var hasty = new DocumentText(JAVA, CLASS_PATH, Map.of(), Duration.ofMillis(1));
    assertThatThrownBy(() -> hasty.read(pdf("slow", false), "cv.pdf"))
        .hasMessageContaining("could not be read within");
  }

  @Test
  void aMissingJavaIsNamed() {
    var none = new DocumentText(Path.of("/nowhere/java"), CLASS_PATH);
    assertThatThrownBy(() -> none.read(pdf("x", false), "cv.pdf"))
        .hasMessageContaining("because \"/nowhere/java\" does not start");
  }

  private static byte[] pdf(String text, boolean locked) throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText(text);
        content.endText();
      }
      if (locked) {
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      }
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] docx() throws IOException {
    try (var document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("Zoë Łukasz");
      document.createTable(1, 1).getRow(0).getCell(0).setText("Kotlin");
      var bytes = new ByteArrayOutputStream();
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] odt() throws IOException {
    String content =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
          xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">
        <office:body><office:text><text:h text:outline-level="1">Müller</text:h><text:p>Staff Engineer</text:p></office:text></office:body></office:document-content>
        """;
    byte[] type = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      var entry = new ZipEntry("mimetype");
      var sum = new CRC32();
      sum.update(type);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(type.length);
      entry.setCrc(sum.getValue());
      zip.putNextEntry(entry);
      zip.write(type);
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
