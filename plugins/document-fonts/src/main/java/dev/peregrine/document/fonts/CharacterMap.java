package dev.peregrine.document.fonts;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which glyph a font has for a character: its table {@code cmap}, of which subtables of format 4
 * and 12 are read and one of format 12 is written (OpenType specification 1.9, read 2026-11-22).
 */
final class CharacterMap {

  private static final int ENTRIES_AT = 12;
  private static final int ENTRY = 16;
  private static final int CMAP = 0x636d6170;
  private static final int GSUB = 0x47535542;

  private final NavigableMap<Integer, Integer> glyphs = new TreeMap<>();
  private final ByteBuffer font;

  private CharacterMap(byte[] file) {
    this.font = ByteBuffer.wrap(file);
  }

  static CharacterMap read(byte[] file) {
    var map = new CharacterMap(file);
    map.readSubtables(map.font.getInt(map.entry(CMAP) + 8));
    return map;
  }

  /** Glyphs by character. */
  Map<Integer, Integer> glyphs() {
    return Collections.unmodifiableMap(glyphs);
  }

  /**
   * The font with no glyph for these characters and without ligatures, whose glyphs are nobody's:
   * "Bereitschaft" was copied as "Bereitscha".
   */
  byte[] without(Set<Integer> characters) {
    glyphs.keySet().removeAll(characters);
    byte[] table = written();
    int at = (font.capacity() + 3) & ~3;
    byte[] whole = Arrays.copyOf(font.array(), at + table.length);
    System.arraycopy(table, 0, whole, at, table.length);
    ByteBuffer changed = ByteBuffer.wrap(whole);
    changed.putInt(entry(CMAP) + 8, at).putInt(entry(CMAP) + 12, table.length);
    changed.putInt(entry(GSUB), GSUB | 0x20202020);
    return whole;
  }

  private int entry(int name) {
    int tables = font.getShort(4);
    for (int entry = ENTRIES_AT; entry < ENTRIES_AT + tables * ENTRY; entry += ENTRY) {
      if (font.getInt(entry) == name) {
        return entry;
      }
    }
    throw new IllegalStateException("A font has no table \"%08x\".".formatted(name));
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
        int listed = offset == 0 ? code : font.getShort(offsetAt + offset + 2 * (code - start));
        put(code, listed == 0 ? 0 : (listed + delta) & 0xFFFF);
      }
    }
  }

  private void readGroups(int at) {
    int count = font.getInt(at + 12);
    for (int group = at + 16; group < at + 16 + count * 12; group += 12) {
      int start = font.getInt(group);
      for (int code = start; code <= font.getInt(group + 4); code++) {
        put(code, font.getInt(group + 8) + code - start);
      }
    }
  }

  private void put(int code, int glyph) {
    if (glyph != 0) {
      glyphs.put(code, glyph);
    }
  }

  /** One subtable for Unicode; a group for each character is larger than need be, and simple. */
  private byte[] written() {
    int length = 16 + glyphs.size() * 12;
    ByteBuffer table = ByteBuffer.allocate(12 + length);
    table.putShort((short) 0).putShort((short) 1);
    table.putShort((short) 3).putShort((short) 10).putInt(12);
    table.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(glyphs.size());
    glyphs.forEach((code, glyph) -> table.putInt(code).putInt(code).putInt(glyph));
    return table.array();
  }
}
