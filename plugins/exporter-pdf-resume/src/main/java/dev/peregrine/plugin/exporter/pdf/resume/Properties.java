package dev.peregrine.plugin.exporter.pdf.resume;

import dev.peregrine.api.export.ExporterContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Matcher;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * What the document says of itself, once for old programs and once as XMP for others: whose it is,
 * and the time that the context says, so that the same request gives the same bytes.
 */
record Properties(ExporterContext context, String title, String author) {

  void put(PDDocument document) throws IOException {
    Instant now = context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    if (!author.isBlank()) {
      information.setAuthor(author);
    }
    information.setProducer("Peregrine");
    information.setCreationDate(calendar(now));
    document.setDocumentInformation(information);
    document.setDocumentId(now.toEpochMilli());
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    metadata.importXMPMetadata(
        xmp.replaceAll(
                "<xmp:CreateDate>[^<]*",
                Matcher.quoteReplacement("<xmp:CreateDate>" + now.toString()))
            .getBytes(StandardCharsets.UTF_8));
  }

  private static Calendar calendar(Instant at) {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTimeInMillis(at.toEpochMilli());
    return calendar;
  }
}
