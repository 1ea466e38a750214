package dev.peregrine.document.fonts;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/**
 * The characters that a font has. Read from its table {@code cmap}, subtables of format 4 and 12
 * (OpenType specification 1.9, read 2026-11-22), because the libraries that set pages each ask
 * differently, and some not before the page is made.
 */
final class Coverage {

  private static final int TABLE_ENTRY = 16;
  private static final int CMAP = 0x636d6170;
  private static final Map<FontFamily, Coverage> ALL = readAll();

  private final BitSet codePoints = new BitSet();
  private final ByteBuffer font;

  private Coverage(byte[] file) {
    this.font = ByteBuffer.wrap(file);
  }

  static Coverage of(FontFamily family) {
    return ALL.get(family);
  }

  /** What a file has. */
  static Coverage read(byte[] file) {
    var coverage = new Coverage(file);
    coverage.readSubtables(coverage.characterMap());
    return coverage;
  }

  boolean has(int codePoint) {
    return codePoints.get(codePoint);
  }

  BitSet codePoints() {
    return (BitSet) codePoints.clone();
  }

  private static Map<FontFamily, Coverage> readAll() {
    var all = new EnumMap<FontFamily, Coverage>(FontFamily.class);
    for (FontFile file : FontFile.values()) {
      if (!file.isBold() && !file.isItalic()) {
        all.put(file.family(), read(file.bytes()));
      }
    }
    return Map.copyOf(all);
  }

  private int characterMap() {
    int tables = font.getShort(4);
    for (int i = 0; i < tables; i++) {
      int entry = 12 + i * TABLE_ENTRY;
      if (font.getInt(entry) == CMAP) {
        return font.getInt(entry + 8);
      }
    }
    throw new IllegalStateException("A font has no table \"cmap\".");
  }

  private void readSubtables(int at) {
    int count = font.getShort(at + 2);
    for (int i = 0; i < count; i++) {
      int subtable = at + font.getInt(at + 4 + i * 8 + 4);
      switch (font.getShort(subtable)) {
        case 4 -> readSegments(subtable);
        case 12 -> readGroups(subtable);
        default -> {
          // Old encodings of what the other subtables have as Unicode.
        }
      }
    }
  }

  private void readSegments(int at) {
    int twice = font.getShort(at + 6);
    for (int i = 0; i < twice; i += 2) {
      int end = Short.toUnsignedInt(font.getShort(at + 14 + i));
      int start = Short.toUnsignedInt(font.getShort(at + 16 + twice + i));
      int delta = font.getShort(at + 16 + 2 * twice + i);
      int offsetAt = at + 16 + 3 * twice + i;
      int offset = Short.toUnsignedInt(font.getShort(offsetAt));
      for (int code = start; code <= end && code != 0xFFFF; code++) {
        int glyph =
            offset == 0 ? code + delta : font.getShort(offsetAt + offset + 2 * (code - start));
        if ((glyph & 0xFFFF) != 0) {
          codePoints.set(code);
        }
      }
    }
  }

  private void readGroups(int at) {
    int count = font.getInt(at + 12);
    for (int i = 0; i < count; i++) {
      int group = at + 16 + i * 12;
      codePoints.set(font.getInt(group), font.getInt(group + 4) + 1);
    }
  }
}
