package dev.peregrine.host.resumes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/**
 * Sets a sample as a document. Its lines: {@code # name}, {@code ## heading}, {@code ** bold},
 * {@code - bullet}, {@code left >> right}, {@code margin << text}; {@code |||} parts two columns.
 */
final class SampleWriter {

  private SampleWriter() {}

  static byte[] write(SampleResume sample, String kind) throws IOException {
    return switch (kind) {
      case "pdf" -> new Pdf().write(sample.lines());
      case "docx" -> docx(sample.lines(), false);
      case "docx-table" -> docx(sample.lines(), true);
      case "txt" -> text(sample.lines()).getBytes(StandardCharsets.UTF_8);
      case "odt" -> odt(sample.lines());
      case "rtf" -> rtf(sample.lines());
      default -> throw new IllegalArgumentException("Kind \"" + kind + "\"");
    };
  }

  private static String plain(String line) {
    return line.replaceFirst("^(#{1,2}|\\*\\*) ", "").replace("**", "");
  }

  private static String text(List<String> lines) {
    var text = new StringBuilder();
    for (String line : lines) {
      String[] right = plain(line).split(" >> ");
      String[] margin = right[0].split(" << ", -1);
      text.append(line.startsWith("## ") ? "\n" : "");
      text.append(margin.length > 1 ? pad(margin[0], 20) + margin[1] : right[0]);
      text.append(
          right.length > 1 ? " ".repeat(Math.max(4, 70 - right[0].length())) + right[1] : "");
      text.append('\n');
    }
    return text.toString().replace("|||", "");
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static byte[] docx(List<String> lines, boolean tables) throws IOException {
    try (var document = new XWPFDocument()) {
      int bar = lines.indexOf("|||");
      if (bar >= 0) {
        XWPFTable table = document.createTable(1, 2);
        fill(table.getRow(0).getCell(0), lines.subList(0, bar));
        fill(table.getRow(0).getCell(1), lines.subList(bar + 1, lines.size()));
      } else {
        for (String line : lines) {
          String[] margin = line.split(" << ", -1);
          if (tables && margin.length > 1) {
            XWPFTable table = document.createTable(1, 2);
            table.getRow(0).getCell(0).setText(plain(margin[0]));
            fill(table.getRow(0).getCell(1), List.of(margin[1]));
          } else {
            paragraph(document.createParagraph(), line, document);
          }
        }
      }
      var bytes = new ByteArrayOutputStream();
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void fill(XWPFTableCell cell, List<String> lines) {
    for (String line : lines) {
      paragraph(cell.addParagraph(), line, cell);
    }
  }

  private static void paragraph(XWPFParagraph paragraph, String line, IBody body) {
    var run = paragraph.createRun();
    run.setBold(line.startsWith("#") || line.contains("**"));
    run.setFontSize(line.startsWith("# ") ? 22 : line.startsWith("## ") ? 14 : 11);
    String[] cells =
        plain(line)
            .replace("- ", line.startsWith("- ") || line.contains("<< - ") ? "• " : "- ")
            .split(" >> | << ");
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        run.addTab();
      }
      run.setText(cells[i].strip(), i);
    }
  }

  private static byte[] odt(List<String> lines) throws IOException {
    var xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>");
    for (String line : lines) {
      String text =
          plain(line)
              .replace("&", "&amp;")
              .replace("<<", "<text:tab/>")
              .replace(">>", "<text:tab/>");
      if (line.startsWith("## ")) {
        xml.append("<text:h>").append(text).append("</text:h>");
      } else if (line.startsWith("- ")) {
        xml.append("<text:list><text:list-item><text:p>")
            .append(text.substring(2))
            .append("</text:p></text:list-item></text:list>");
      } else {
        xml.append("<text:p>").append(text).append("</text:p>");
      }
    }
    xml.append("</office:text></office:body></office:document-content>");
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write("application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(xml.toString().getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] rtf(List<String> lines) {
    var rtf = new StringBuilder("{\\rtf1\\ansi\\pard\\plain ");
    for (String line : lines) {
      String text = plain(line).replaceAll(" (<<|>>) ", "\\\\tab ");
      boolean bold = line.startsWith("#") || line.startsWith("**");
      rtf.append(bold ? "{\\b " : "{");
      text.chars()
          .forEach(c -> rtf.append(c < 128 ? String.valueOf((char) c) : "\\u" + (short) c + "?"));
      rtf.append("}\\par\n");
    }
    return rtf.append('}').toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Sets lines on pages as the usual templates do. */
  private static final class Pdf {
    private final PDDocument document = new PDDocument();
    private PDType0Font regular = font("inter-400.ttf");
    private PDType0Font heavy = font("inter-600.ttf");
    private final List<PDPage> pages = new ArrayList<>();
    private int page;
    private float y;

    Pdf() throws IOException {}

    private PDType0Font font(String name) throws IOException {
      try (InputStream file =
          Objects.requireNonNull(SampleWriter.class.getResourceAsStream("/assets/fonts/" + name))) {
        return PDType0Font.load(document, file);
      }
    }

    byte[] write(List<String> lines) throws IOException {
      int bar = lines.indexOf("|||");
      if (bar < 0) {
        column(lines, 50, 545);
      } else {
        boolean sideFirst = lines.subList(0, bar).stream().noneMatch(line -> line.startsWith("# "));
        float at = sideFirst ? 205 : 380;
        column(lines.subList(0, bar), 40, at - 15);
        column(lines.subList(bar + 1, lines.size()), at + 10, 560);
      }
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      document.close();
      return bytes.toByteArray();
    }

    private void column(List<String> lines, float left, float right) throws IOException {
      page = 0;
      y = 780;
      for (String line : lines) {
        if (line.startsWith("# ")) {
          y -= 12;
          put(plain(line), left, right, 22, true);
        } else if (line.startsWith("## ")) {
          y -= 10;
          put(plain(line), left, right, 13, true);
        } else if (line.contains(" << ")) {
          String[] cells = line.split(" << ", -1);
          show(cells[0], left, 10, false);
          row(cells[1], left + 110, right);
        } else {
          row(line, left, right);
        }
      }
    }

    private void row(String line, float left, float right) throws IOException {
      boolean bold = line.startsWith("** ") || line.startsWith("**");
      String[] cells = plain(line).split(" >> ");
      if (cells.length > 1) {
        show(cells[1], right - width(cells[1], 10, false), 10, false);
      }
      if (line.startsWith("- ")) {
        show("•", left, 10, false);
        put(plain(line).substring(2), left + 12, right, 10, false);
      } else {
        put(cells[0], left, right, 10, bold);
      }
    }

    private void put(String text, float left, float right, float size, boolean bold)
        throws IOException {
      var line = new StringBuilder();
      for (String word : text.split(" ")) {
        if (!line.isEmpty() && left + width(line + " " + word, size, bold) > right) {
          show(line.toString(), left, size, bold);
          down(size);
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      show(line.toString(), left, size, bold);
      down(size);
    }

    private void down(float size) {
      y -= size * 1.45f;
      if (y < 50) {
        page++;
        y = 780;
      }
    }

    private float width(String text, float size, boolean bold) throws IOException {
      return (bold ? heavy : regular).getStringWidth(text) / 1000 * size;
    }

    private void show(String text, float x, float size, boolean bold) throws IOException {
      while (pages.size() <= page) {
        pages.add(new PDPage(org.apache.pdfbox.pdmodel.common.PDRectangle.A4));
        document.addPage(pages.getLast());
      }
      try (var content =
          new PDPageContentStream(
              document, pages.get(page), PDPageContentStream.AppendMode.APPEND, false)) {
        content.beginText();
        content.setFont(bold ? heavy : regular, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
      }
    }
  }
}
