package dev.peregrine.host.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The pieces of a PDF with their places: letters on one baseline without a wide gap. */
final class PdfPieces extends PDFTextStripper {

  private static final int MOST_PAGES = 40;
  private static final int MOST_LETTERS_ON_A_PAGE = 60_000;

  /** In heights of a letter: wider than between words of justified text. */
  private static final double WIDE_GAP = 1.3;

  private final List<TextPiece> pieces = new ArrayList<>();
  private final Map<PDFont, Boolean> bold = new HashMap<>();

  private PdfPieces() {
    setSuppressDuplicateOverlappingText(true);
    setShouldSeparateByBeads(false);
    setEndPage(MOST_PAGES);
  }

  static List<TextPiece> of(byte[] document) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(document)) {
      var reader = new PdfPieces();
      reader.getText(pdf);
      reader.links(pdf);
      if (pdf.getNumberOfPages() > MOST_PAGES) {
        reader.pieces.add(
            TextPiece.of(
                TextPiece.Kind.WARNING,
                "It has %d pages; the first %d were read."
                    .formatted(pdf.getNumberOfPages(), MOST_PAGES)));
      }
      return reader.pieces;
    }
  }

  @Override
  protected void writePage() {
    var letters = new ArrayList<TextPosition>();
    charactersByArticle.forEach(letters::addAll);
    if (letters.size() > MOST_LETTERS_ON_A_PAGE) {
      letters.subList(MOST_LETTERS_ON_A_PAGE, letters.size()).clear();
    }
    float direction = usualDirection(letters);
    // Writing up the side of a page is decoration.
    letters.removeIf(letter -> letter.getDir() != direction || letter.getUnicode() == null);
    letters.sort(
        Comparator.comparingDouble(TextPosition::getYDirAdj)
            .thenComparingDouble(TextPosition::getXDirAdj));
    var line = new ArrayList<TextPosition>();
    double baseline = 0;
    for (TextPosition letter : letters) {
      if (!line.isEmpty() && letter.getYDirAdj() - baseline > Math.max(1.5, 0.28 * size(letter))) {
        addLine(line);
        line.clear();
      }
      if (line.isEmpty()) {
        baseline = letter.getYDirAdj();
      }
      line.add(letter);
    }
    addLine(line);
  }

  private static float usualDirection(List<TextPosition> letters) {
    var count = new HashMap<Float, Integer>();
    letters.forEach(letter -> count.merge(letter.getDir(), 1, Integer::sum));
    return count.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  private void addLine(List<TextPosition> line) {
    line.sort(Comparator.comparingDouble(TextPosition::getXDirAdj));
    var text = new StringBuilder();
    var from = new ArrayList<TextPosition>();
    double end = Double.NEGATIVE_INFINITY;
    boolean blank = false;
    for (TextPosition letter : line) {
      if (isBlank(letter)) {
        blank = true;
        continue;
      }
      double size = size(letter);
      double gap = letter.getXDirAdj() - end;
      if (!from.isEmpty() && gap > WIDE_GAP * size) {
        addPiece(from, text.toString());
        from.clear();
        text.setLength(0);
      } else if (!from.isEmpty()
          && (isWordGap(gap, letter, size) || (blank && gap > 0.05 * size))) {
        text.append(' ');
      }
      blank = false;
      text.append(letter.getUnicode());
      from.add(letter);
      end = Math.max(end, letter.getXDirAdj() + (double) letter.getWidthDirAdj());
    }
    addPiece(from, text.toString());
  }

  /** In points on the page; what the font is called may be scaled by the page. */
  private static double size(TextPosition letter) {
    double scale = Math.abs(letter.getYScale());
    return scale >= 1 && scale <= 400 ? scale : Math.max(1, letter.getFontSizeInPt());
  }

  private static boolean isBlank(TextPosition letter) {
    return letter.getUnicode().replace('\u00A0', ' ').replace('\u200B', ' ').isBlank();
  }

  private static boolean isWordGap(double gap, TextPosition letter, double size) {
    double space = letter.getWidthOfSpace();
    double usual = space > 0.1 * size && space < size ? space : 0.25 * size;
    return gap > Math.max(0.1 * size, 0.55 * usual);
  }

  private void addPiece(List<TextPosition> letters, String text) {
    if (letters.isEmpty()) {
      return;
    }
    TextPosition first = letters.getFirst();
    TextPosition last = letters.getLast();
    String words = text.matches("(?:\\S ){3,}\\S") ? closed(letters) : text;
    long heavy = letters.stream().filter(this::isBold).count();
    double size =
        letters.stream().mapToDouble(PdfPieces::size).sorted().toArray()[letters.size() / 2];
    pieces.add(
        new TextPiece(
            TextPiece.Kind.TEXT,
            getCurrentPageNo(),
            first.getXDirAdj(),
            last.getXDirAdj() + (double) last.getWidthDirAdj(),
            first.getYDirAdj(),
            size,
            heavy * 2 > letters.size(),
            false,
            false,
            words));
  }

  /** Letters that were set wide apart, as words. */
  private static String closed(List<TextPosition> letters) {
    var gaps = new double[letters.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      TextPosition letter = letters.get(i);
      gaps[i] =
          letters.get(i + 1).getXDirAdj() - letter.getXDirAdj() - (double) letter.getWidthDirAdj();
    }
    double usual = Arrays.stream(gaps).sorted().toArray()[gaps.length / 2];
    var words = new StringBuilder(letters.getFirst().getUnicode());
    for (int i = 0; i < gaps.length; i++) {
      words.append(gaps[i] > 1.5 * usual ? " " : "").append(letters.get(i + 1).getUnicode());
    }
    return words.toString();
  }

  private boolean isBold(TextPosition letter) {
    return bold.computeIfAbsent(letter.getFont(), PdfPieces::looksBold);
  }

  private static boolean looksBold(PDFont font) {
    String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return name.matches(".*(bold|black|heavy|demi|cmbx|sfbx|bx\\d).*")
        || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600));
  }

  private void links(PDDocument pdf) throws IOException {
    int number = 0;
    for (PDPage page : pdf.getPages()) {
      if (++number > MOST_PAGES) {
        return;
      }
      for (PDAnnotation annotation : page.getAnnotations()) {
        if (annotation instanceof PDAnnotationLink link
            && link.getAction() instanceof PDActionURI action
            && action.getURI() != null
            && annotation.getRectangle() != null) {
          var box = annotation.getRectangle();
          pieces.add(
              new TextPiece(
                  TextPiece.Kind.LINK,
                  number,
                  box.getLowerLeftX(),
                  box.getUpperRightX(),
                  page.getCropBox().getUpperRightY() - box.getLowerLeftY(),
                  0,
                  false,
                  false,
                  false,
                  action.getURI()));
        }
      }
    }
  }
}
