package dev.peregrine.plugin.exporter.pdf;

import dev.peregrine.document.fonts.FontFamily;
import java.awt.Color;
import org.openpdf.text.Element;

/**
 * How a text looks.
 *
 * @param size in points
 * @param leading from line to line, as a multiple of the size
 * @param centred or at the left margin
 */
record Style(
    FontFamily family,
    float size,
    float leading,
    boolean bold,
    boolean italic,
    Color colour,
    boolean centred) {

  static final Color INK = new Color(0x1c1f23);
  static final Color QUIET = new Color(0x55595f);

  static Style of(FontFamily family, float size) {
    return new Style(family, size, 1.36f, false, false, INK, false);
  }

  Style inBold() {
    return new Style(family, size, leading, true, false, colour, centred);
  }

  Style inSize(float other) {
    return new Style(family, other, leading, bold, italic, colour, centred);
  }

  Style in(Color other) {
    return new Style(family, size, leading, bold, italic, other, centred);
  }

  Style tight() {
    return new Style(family, size, 1.2f, bold, italic, colour, centred);
  }

  Style centredIf(boolean isCentred) {
    return new Style(family, size, leading, bold, italic, colour, isCentred);
  }

  float lineHeight() {
    return size * leading;
  }

  int alignment() {
    return centred ? Element.ALIGN_CENTER : Element.ALIGN_LEFT;
  }
}
