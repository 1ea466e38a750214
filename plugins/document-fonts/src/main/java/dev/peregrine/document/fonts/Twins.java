package dev.peregrine.document.fonts;

import java.util.Map;
import java.util.Set;

/**
 * Characters that share a glyph with a more frequent one. A PDF knows a glyph and says of it one
 * character only, so that "don’t" would be copied with a letter for its apostrophe and "μ" as a
 * unit. The rarer twin is therefore taken from the fonts, and texts say the other.
 */
final class Twins {

  private static final Map<Integer, Integer> KEPT =
      Map.of(
          0x02BB, 0x2018, 0x02BC, 0x2019, 0x02EE, 0x201D, 0x0269, 0x03B9, 0x00B5, 0x03BC, 0x2126,
          0x03A9, 0x2206, 0x0394, 0x2215, 0x2044, 0x2236, 0x003A);

  private Twins() {}

  static Set<Integer> rare() {
    return KEPT.keySet();
  }

  static int kept(int code) {
    return switch (code) {
      // A space and a hyphen for people and for programs.
      case 0x00A0, 0x2009, 0x202F, 0x2007 -> ' ';
      case 0x2010, 0x2011 -> '-';
      default -> KEPT.getOrDefault(code, code);
    };
  }
}
