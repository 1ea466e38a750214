package dev.peregrine.plugin.exporter.pdf;

import dev.peregrine.document.fonts.FontFamily;
import dev.peregrine.document.fonts.Legible;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Sets text on pages, downwards. What is set later stands later in the file, too, and in an element
 * of the document's structure; OpenPDF's own tables do neither.
 */
final class Press {

  private static final float MARGIN = 56.7f;
  private static final Style FOOT = Style.of(FontFamily.SANS, 7.5f).in(Style.QUIET);

  private final Document document;
  private final PdfWriter writer;
  private final Typeface typeface;
  private final Legible legible;
  private final int totalPages;
  private final Rectangle page;
  private final PdfStructureElement root;
  private float y;

  /**
   * @param totalPages for the foot of the pages; 0 while nobody knows
   */
  Press(Document document, PdfWriter writer, Legible legible, int totalPages) throws IOException {
    this.document = document;
    this.writer = writer;
    this.typeface = new Typeface();
    this.legible = legible;
    this.totalPages = totalPages;
    this.page = document.getPageSize();
    this.root = new PdfStructureElement(writer.getStructureTreeRoot(), PdfName.DOCUMENT);
    begin();
  }

  float width() {
    return page.getWidth() - 2 * MARGIN;
  }

  /** Height that is left on this page. */
  float room() {
    return y - MARGIN;
  }

  void gap(float points) {
    y -= points;
  }

  /** Begins a new page where less than this is left. */
  void keep(float points) throws IOException {
    if (room() < points) {
      newPage();
    }
  }

  /** Sets a text as an element of that name, such as {@code P} or {@code H1}. */
  void text(String text, Style style, String tag) throws IOException {
    String shown = legible.of(text);
    if (shown.isBlank()) {
      return;
    }
    var column = new ColumnText(canvas());
    column.setText(typeface.phrase(shown, style));
    column.setAlignment(style.alignment());
    boolean more = true;
    while (more) {
      if (room() < style.lineHeight()) {
        newPage();
        column.setCanvas(canvas());
      }
      column.setSimpleColumn(MARGIN, MARGIN, page.getWidth() - MARGIN, y);
      column.setLeading(style.lineHeight());
      canvas().beginMarkedContentSequence(element(root, tag));
      more = ColumnText.hasMoreText(column.go());
      canvas().endMarkedContentSequence();
      y = more ? MARGIN : column.getYLine();
    }
    // From the last base line to below the letters that reach under it.
    y -= style.size() * 0.22f;
  }

  /** A line across the page. */
  void rule(Color colour, float thickness) {
    rule(colour, thickness, width());
  }

  /** A line of that length from the left margin. */
  void rule(Color colour, float thickness, float length) {
    canvas().beginMarkedContentSequence(new PdfName("Artifact"));
    line(MARGIN, MARGIN + length, colour, thickness);
    canvas().endMarkedContentSequence();
  }

  /** A table; its head is repeated on each page, and no row is parted. */
  void table(List<String> head, List<List<String>> rows, float[] shares, Style style)
      throws IOException {
    PdfStructureElement table = element(root, "Table");
    head(table, head, shares, style);
    for (List<String> row : rows) {
      if (room() < height(row, shares, style)) {
        newPage();
        head(table, head, shares, style);
      }
      row(table, row, shares, style, "TD");
      rule(new Color(0xdcdfe3), 0.4f);
      gap(1.5f);
    }
  }

  void finish() throws IOException {
    foot();
  }

  int pages() {
    return writer.getPageNumber();
  }

  private void head(PdfStructureElement table, List<String> head, float[] shares, Style style)
      throws IOException {
    row(table, head, shares, style.inBold(), "TH");
    rule(Style.INK, 0.8f);
    gap(1.5f);
  }

  private void row(
      PdfStructureElement table, List<String> cells, float[] shares, Style style, String tag)
      throws IOException {
    PdfStructureElement row = element(table, "TR");
    float height = height(cells, shares, style);
    float left = MARGIN;
    for (int i = 0; i < shares.length; i++) {
      float right = left + width() * shares[i];
      PdfStructureElement cell = element(row, tag);
      if (tag.equals("TH")) {
        cell.put(new PdfName("A"), columnHead());
      }
      canvas().beginMarkedContentSequence(cell);
      cell(cells.get(i), left, right, style).go();
      canvas().endMarkedContentSequence();
      left = right;
    }
    y -= height;
  }

  private static PdfDictionary columnHead() {
    var head = new PdfDictionary();
    head.put(new PdfName("O"), new PdfName("Table"));
    head.put(new PdfName("Scope"), new PdfName("Column"));
    return head;
  }

  private float height(List<String> cells, float[] shares, Style style) throws IOException {
    float lowest = y;
    float left = MARGIN;
    for (int i = 0; i < shares.length; i++) {
      ColumnText cell = cell(cells.get(i), left, left + width() * shares[i], style);
      // Measured on a page without an end; whether it fits is the caller's question.
      cell.setSimpleColumn(left, y - 10_000, left + width() * shares[i] - 8, y);
      cell.go(true);
      lowest = Math.min(lowest, cell.getYLine());
      left += width() * shares[i];
    }
    return Math.max(y - lowest, style.lineHeight()) + style.size() * 0.5f;
  }

  private ColumnText cell(String text, float left, float right, Style style) throws IOException {
    var column = new ColumnText(canvas());
    column.setText(typeface.phrase(legible.of(text), style));
    column.setSimpleColumn(left, MARGIN / 2, right - 8, y);
    column.setLeading(style.lineHeight());
    return column;
  }

  private void line(float from, float to, Color colour, float thickness) {
    canvas().saveState();
    canvas().setColorStroke(colour);
    canvas().setLineWidth(thickness);
    canvas().moveTo(from, y);
    canvas().lineTo(to, y);
    canvas().stroke();
    canvas().restoreState();
  }

  private void newPage() throws IOException {
    foot();
    document.newPage();
    begin();
  }

  private void begin() {
    // Otherwise a page that is written to directly counts as empty and is dropped.
    writer.setPageEmpty(false);
    y = page.getHeight() - MARGIN;
  }

  /** Which page of how many this is, where there are several. */
  private void foot() throws IOException {
    if (totalPages > 1) {
      canvas().beginMarkedContentSequence(new PdfName("Artifact"));
      ColumnText.showTextAligned(
          canvas(),
          Element.ALIGN_RIGHT,
          typeface.phrase(writer.getPageNumber() + " / " + totalPages, FOOT),
          page.getWidth() - MARGIN,
          MARGIN / 2,
          0);
      canvas().endMarkedContentSequence();
    }
  }

  private PdfContentByte canvas() {
    return writer.getDirectContent();
  }

  private static PdfStructureElement element(PdfStructureElement parent, String tag) {
    return new PdfStructureElement(parent, new PdfName(tag));
  }
}
