package dev.peregrine.classifier.model;

import java.text.Normalizer;

/** Letters of any language in a plain form of the same length. */
final class Letters {

  private static final char[] PLAIN = plainLetters();

  private Letters() {}

  /** In small letters without marks; each character stays at its place. */
  static String plain(String text) {
    char[] letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = letters[i] < PLAIN.length ? PLAIN[letters[i]] : other(letters[i]);
    }
    return new String(letters);
  }

  /** One blank between words, one line feed between lines, nothing that cannot be seen. */
  static String blanks(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char last = out.isEmpty() ? '\n' : out.charAt(out.length() - 1);
      if (c == '\n' || c == '\u2028' || c == '\u2029') {
        if (last == ' ') {
          out.setLength(out.length() - 1);
        }
        out.append('\n');
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        if (last != ' ' && last != '\n') {
          out.append(' ');
        }
      } else if (!isUnseen(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Soft hyphens, zero-width characters, marks of direction, other control characters. */
  private static boolean isUnseen(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT || type == Character.CONTROL || c == '\u034f';
  }

  private static char other(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u02bc' -> '\'';
      case '\u201c', '\u201d', '\u201e' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
      default -> Character.toLowerCase(c);
    };
  }

  private static char[] plainLetters() {
    var plain = new char[0x250];
    for (char c = 0; c < plain.length; c++) {
      char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
      plain[c] = c == 'ß' ? 's' : Character.toLowerCase(c < 0x80 ? c : base);
    }
    plain['´'] = '\'';
    plain['`'] = '\'';
    return plain;
  }
}
