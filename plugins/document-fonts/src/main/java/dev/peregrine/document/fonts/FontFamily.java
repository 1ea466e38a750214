package dev.peregrine.document.fonts;

import java.util.List;

/** A family of fonts. The first two are for whole texts, the others for their scripts alone. */
public enum FontFamily {
  /** Latin, Greek, Cyrillic without serifs. */
  SANS("Peregrine Sans"),
  /** Latin, Greek, Cyrillic with serifs. */
  SERIF("Peregrine Serif"),
  GEORGIAN("Peregrine Georgian"),
  ARMENIAN("Peregrine Armenian");

  private final String cssName;

  FontFamily(String cssName) {
    this.cssName = cssName;
  }

  /** A name for style sheets. The file's own is not used, so that no installed font is meant. */
  public String cssName() {
    return cssName;
  }

  /** This family, then those that have what it lacks, in the order to be asked. */
  public List<FontFamily> withFallbacks() {
    return this == SERIF
        ? List.of(SERIF, SANS, GEORGIAN, ARMENIAN)
        : List.of(SANS, GEORGIAN, ARMENIAN);
  }

  /** Whether it has a character. */
  public boolean has(int codePoint) {
    return Loaded.characters(this).contains(codePoint);
  }
}
