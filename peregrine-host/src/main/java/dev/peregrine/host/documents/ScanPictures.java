package dev.peregrine.host.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws the pages of a scan: their number, then each picture as its length and its bytes. */
final class ScanPictures {

  /** What tesseract was made for. */
  static final int DPI = 300;

  private static final double MOST_DOTS = 20_000_000;
  private static final double POINTS_PER_INCH = 72;

  private ScanPictures() {}

  static void write(byte[] pdf, OutputStream to) throws IOException {
    ImageIO.setUseCache(false);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var out = new DataOutputStream(to);
      var renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      int pages = Math.min(document.getNumberOfPages(), Recognition.MOST_PAGES);
      out.writeInt(pages);
      for (int page = 0; page < pages; page++) {
        byte[] picture = drawn(renderer, page, document.getPage(page).getCropBox());
        out.writeInt(picture.length);
        out.write(picture);
        out.flush();
      }
    }
  }

  /** A poster is drawn coarser, so that it fits into the memory. */
  private static byte[] drawn(PDFRenderer renderer, int page, PDRectangle box) throws IOException {
    double dots =
        box.getWidth() / POINTS_PER_INCH * DPI * (box.getHeight() / POINTS_PER_INCH * DPI);
    double scale = dots > MOST_DOTS ? Math.sqrt(MOST_DOTS / dots) : 1;
    BufferedImage image = renderer.renderImageWithDPI(page, (float) (DPI * scale), ImageType.GRAY);
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
