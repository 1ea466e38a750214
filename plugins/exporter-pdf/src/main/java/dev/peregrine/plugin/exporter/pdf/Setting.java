package dev.peregrine.plugin.exporter.pdf;

import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.document.fonts.Legible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** Makes a document of a text: once to know how many pages it has, once with that in its foot. */
record Setting(ExporterContext context, Legible legible, boolean isLandscape) {

  byte[] set(Text text) throws IOException, InterruptedException {
    var out = new ByteArrayOutputStream();
    set(text, pages(text), out);
    return SameBytes.of(out.toByteArray());
  }

  int pages(Text text) throws IOException, InterruptedException {
    return set(text, 0, new ByteArrayOutputStream());
  }

  private int set(Text text, int totalPages, ByteArrayOutputStream out)
      throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Layout layout = context.layout();
    var document = new Document(paper(layout));
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setPdfVersion(PdfWriter.VERSION_1_7);
    writer.setTagged();
    describe(writer, layout, text.author());
    document.open();
    date(writer);
    var press = new Press(document, writer, legible, totalPages);
    text.setOn(press);
    press.finish();
    int pages = press.pages();
    document.close();
    return pages;
  }

  private Rectangle paper(Layout layout) {
    var upright =
        switch (layout.paper()) {
          case A4 -> new Rectangle(595.28f, 841.89f);
          case US_LETTER -> new Rectangle(612, 792);
        };
    return isLandscape ? new Rectangle(upright.getHeight(), upright.getWidth()) : upright;
  }

  private void describe(PdfWriter writer, Layout layout, String author) {
    PdfDictionary catalog = writer.getExtraCatalog();
    catalog.put(PdfName.LANG, new PdfString(layout.locale().toLanguageTag()));
    writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
    writer.getInfo().put(PdfName.TITLE, shown(layout.title()));
    if (!author.isBlank()) {
      writer.getInfo().put(PdfName.AUTHOR, shown(author));
    }
    writer.getInfo().put(PdfName.PRODUCER, new PdfString("Peregrine"));
    writer.setXmpMetadata(
        Xmp.of(legible.of(layout.title()), legible.of(author), context.clock().instant()));
  }

  private PdfString shown(String text) {
    return new PdfString(legible.of(text), PdfString.TEXT_UNICODE);
  }

  private void date(PdfWriter writer) {
    Instant now = context.clock().instant();
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTimeInMillis(now.toEpochMilli());
    writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(calendar));
    writer.getInfo().remove(PdfName.MODDATE);
  }
}
