package dev.peregrine.plugin.exporter.pdf.resume;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.document.fonts.Legible;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Lays the parts out and writes them: each on as few pages as it can be without being cramped. */
record Sheet(ExporterContext context, Theme theme, Legible legible) {

  private static final List<Double> SQUEEZED = List.of(0.95, 0.9);

  /** Below this share of the last page it is worth trying to save it. */
  private static final double WORTH_TRYING = 0.45;

  void write(List<Part> parts, OutputStream to) throws IOException, InterruptedException {
    var pages = new Pages(context.layout(), theme);
    String body = "";
    for (Part part : parts) {
      body += part(part, fitting(part, pages));
    }
    String html = html(parts.getFirst(), body);
    try (PdfBoxRenderer renderer = pages.laidOut(html);
        PDDocument document = renderer.createPDFKeepOpen()) {
      throwIfStopped();
      String title = legible.of(context.layout().title());
      new Properties(context, title, legible.of(parts.getFirst().author())).put(document);
      document.save(to);
    }
  }

  private double fitting(Part part, Pages pages) throws IOException, InterruptedException {
    Pages.Extent usual = extent(part, 1, pages);
    if (usual.count() > 1 && usual.lastFilled() < WORTH_TRYING) {
      for (double size : SQUEEZED) {
        if (extent(part, size, pages).count() < usual.count()) {
          return size;
        }
      }
    }
    return 1;
  }

  private Pages.Extent extent(Part part, double size, Pages pages)
      throws IOException, InterruptedException {
    throwIfStopped();
    return pages.extent(html(part, part(part, size)));
  }

  private String part(Part part, double size) {
    return "<div class=\"part %s\" style=\"font-size: %.2fem\">%s</div>"
        .formatted(part.name(), size, part.body());
  }

  private String html(Part first, String body) {
    var layout = context.layout();
    return """
        <html lang="%s"><head><title>%s</title><meta name="author" content="%s"/>
        <meta name="description" content="%s"/><style>%s %s</style></head><body>%s</body></html>
        """
        .formatted(
            Xhtml.escaped(layout.locale().toLanguageTag()),
            Xhtml.escaped(legible.of(layout.title())),
            Xhtml.escaped(legible.of(first.author())),
            Xhtml.escaped(legible.of(layout.title())),
            theme.css(),
            Pages.css(layout, theme, first.author()),
            body);
  }

  private static void throwIfStopped() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
