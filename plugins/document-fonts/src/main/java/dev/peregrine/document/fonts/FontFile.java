package dev.peregrine.document.fonts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A TrueType file. */
public enum FontFile {
  SANS(FontFamily.SANS, "Inter_400Regular", false, false),
  SANS_ITALIC(FontFamily.SANS, "Inter_400Regular_Italic", false, true),
  SANS_BOLD(FontFamily.SANS, "Inter_600SemiBold", true, false),
  SERIF(FontFamily.SERIF, "SourceSerif4_400Regular", false, false),
  SERIF_ITALIC(FontFamily.SERIF, "SourceSerif4_400Regular_Italic", false, true),
  SERIF_BOLD(FontFamily.SERIF, "SourceSerif4_600SemiBold", true, false),
  GEORGIAN(FontFamily.GEORGIAN, "NotoSansGeorgian_400Regular", false, false),
  GEORGIAN_BOLD(FontFamily.GEORGIAN, "NotoSansGeorgian_600SemiBold", true, false),
  ARMENIAN(FontFamily.ARMENIAN, "NotoSansArmenian_400Regular", false, false),
  ARMENIAN_BOLD(FontFamily.ARMENIAN, "NotoSansArmenian_600SemiBold", true, false);

  private final FontFamily family;
  private final String file;
  private final boolean bold;
  private final boolean italic;

  FontFile(FontFamily family, String name, boolean bold, boolean italic) {
    this.family = family;
    this.file = name + ".ttf";
    this.bold = bold;
    this.italic = italic;
  }

  public FontFamily family() {
    return family;
  }

  public boolean isBold() {
    return bold;
  }

  public boolean isItalic() {
    return italic;
  }

  /** The file's name. */
  public String fileName() {
    return file;
  }

  /** The font, in which each glyph is that of one character (see {@link Legible}). */
  public byte[] bytes() {
    return Loaded.bytes(this).clone();
  }

  /** As {@link #bytes}, to be closed by the caller. */
  public InputStream open() {
    return new ByteArrayInputStream(Loaded.bytes(this));
  }

  byte[] original() {
    try (InputStream in = Objects.requireNonNull(FontFile.class.getResourceAsStream(file), file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
