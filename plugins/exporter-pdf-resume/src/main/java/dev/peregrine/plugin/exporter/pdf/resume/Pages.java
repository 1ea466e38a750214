package dev.peregrine.plugin.exporter.pdf.resume;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.PageBox;
import com.openhtmltopdf.util.XRLog;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.document.fonts.FontFile;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Lays XHTML out on pages. Fetches nothing: whatever a text says, no address is opened. */
record Pages(Layout layout, Theme theme) {

  /**
   * How much room a text takes.
   *
   * @param count of pages
   * @param lastFilled share of the last page that is used, 0 to 1
   */
  record Extent(int count, double lastFilled) {}

  Extent extent(String html) throws IOException {
    try (PdfBoxRenderer renderer = laidOut(html)) {
      BlockBox root = renderer.getRootBox();
      List<PageBox> pages = root.getLayer().getPages();
      PageBox last = pages.getLast();
      double used = root.getHeight() - last.getTop();
      return new Extent(pages.size(), used / (last.getBottom() - last.getTop()));
    }
  }

  static {
    // It reports each font and style sheet; what goes wrong is thrown as well.
    XRLog.setLoggingEnabled(false);
  }

  private static final FSCacheEx<String, FSCacheValue> METRICS = new FSDefaultCacheStore();

  PdfBoxRenderer laidOut(String html) throws IOException {
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .withHtmlContent(html, null)
            .useFastMode()
            .usePdfUaAccessibility(true)
            .usePdfAConformance(PdfAConformance.PDFA_3_U)
            .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
            .withProducer("Peregrine")
            .useCacheStore(CacheStore.PDF_FONT_METRICS, METRICS)
            .useUriResolver((base, address) -> null);
    for (FontFile font : FontFile.values()) {
      builder.useFont(
          font::open,
          font.family().cssName(),
          font.isBold() ? 700 : 400,
          font.isItalic() ? FontStyle.ITALIC : FontStyle.NORMAL,
          true);
    }
    PdfBoxRenderer renderer = builder.buildPdfRenderer();
    renderer.layout();
    return renderer;
  }

  /** The page's size and margins, and on later pages whose they are. */
  static String css(Layout layout, Theme theme, String author) {
    return """
        @page { size: %s; margin: %s;
          @bottom-right { content: counter(page) " / " counter(pages); font-family: 'Peregrine Sans'; font-size: 7.5pt; color: #6b7077; } }
        @page :first { @bottom-right { content: none; } }
        body { font-size: %.2fpt; }
        """
        .formatted(
            switch (layout.paper()) {
              case A4 -> "210mm 297mm";
              case US_LETTER -> "8.5in 11in";
            },
            theme == Theme.COMPACT ? "15mm 16mm 15mm 16mm" : "19mm 20mm 18mm 20mm",
            theme.points())
        .formatted(Locale.ROOT);
  }
}
