package dev.peregrine.plugin.exporter.pdf;

import dev.peregrine.document.fonts.FontFamily;
import dev.peregrine.document.fonts.FontFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/**
 * The fonts of one document. Each document reads them anew: OpenPDF's fonts remember where they are
 * in their file, which two documents at once would spoil.
 */
final class Typeface {

  private final Map<FontFile, BaseFont> loaded = new EnumMap<>(FontFile.class);

  /** A text, each character in the first font that has it. */
  Phrase phrase(String text, Style style) throws IOException {
    var phrase = new Phrase(style.lineHeight());
    int from = 0;
    while (from < text.length()) {
      FontFamily family = family(text.codePointAt(from), style);
      int to = from;
      while (to < text.length() && family(text.codePointAt(to), style) == family) {
        to += Character.charCount(text.codePointAt(to));
      }
      phrase.add(new Chunk(text.substring(from, to), font(family, style)));
      from = to;
    }
    return phrase;
  }

  private static FontFamily family(int code, Style style) {
    return style.family().withFallbacks().stream()
        .filter(family -> family.has(code))
        .findFirst()
        .orElse(style.family());
  }

  private Font font(FontFamily family, Style style) throws IOException {
    // Scripts that have no italics are upright then.
    FontFile file =
        Arrays.stream(FontFile.values())
            .filter(each -> each.family() == family && each.isBold() == style.bold())
            .min(Comparator.comparing(each -> each.isItalic() != style.italic()))
            .orElseThrow();
    BaseFont base = loaded.get(file);
    if (base == null) {
      base = load(file);
      loaded.put(file, base);
    }
    var font = new Font(base, style.size());
    font.setColor(style.colour());
    return font;
  }

  private static BaseFont load(FontFile file) throws IOException {
    BaseFont font =
        BaseFont.createFont(
            file.fileName(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, file.bytes(), null);
    // It would name the characters used, where PDF/UA expects all that are in the file.
    font.setIncludeCidSet(false);
    return font;
  }
}
