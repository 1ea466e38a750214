package dev.peregrine.plugin.exporter.pdf.resume;

import dev.peregrine.api.export.ExporterContext;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Whose document it is and when it was made: nothing that differs from one call to the next. */
record Properties(ExporterContext context, String author) {

  void put(PDDocument document) {
    Calendar now = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    now.setTimeInMillis(context.clock().millis());
    document.getDocumentInformation().setCreationDate(now);
    document.getDocumentInformation().setModificationDate(now);
    document.setDocumentId(context.clock().millis());
  }
}
