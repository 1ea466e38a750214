package dev.peregrine.host.resumes;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text for comparing: lower case, without accents, every letter where it was. */
public final class Fold {

  private static final Pattern SPACED_OUT = Pattern.compile("(?:\\p{L} ){3,}\\p{L}");

  private Fold() {}

  /** As long as the text, so that places found in it are places in the text. */
  public static String same(String text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(letter(text.charAt(i)));
    }
    return folded.toString();
  }

  private static char letter(char letter) {
    if (letter < 128) {
      return Character.toLowerCase(letter);
    }
    return switch (letter) {
      case 'ß' -> 's';
      case 'ł', 'Ł' -> 'l';
      case 'ø', 'Ø' -> 'o';
      case 'æ', 'Æ' -> 'a';
      case 'œ', 'Œ' -> 'o';
      case 'đ', 'Đ' -> 'd';
      case '’', '‘', '´', '`' -> '\'';
      case '\u00A0', '\u2009', '\u202F', '\u2002', '\u2003' -> ' ';
      case '‐', '‑' -> '-';
      default -> {
        String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
        yield Character.toLowerCase(parts.charAt(0));
      }
    };
  }

  /** Words only, one blank between them. */
  static String words(String text) {
    return same(Normalizer.normalize(closed(text), Normalizer.Form.NFC))
        .replaceAll("[^\\p{L}\\p{N}+#]+", " ")
        .strip();
  }

  /** "E X P E R I E N C E" as a word; two blanks or more part words there. */
  static String closed(String text) {
    if (!SPACED_OUT.matcher(text).find()) {
      return text;
    }
    String[] words = text.split("\\s{2,}|\\t");
    var closed = new StringBuilder();
    for (String word : words) {
      boolean spaced = word.matches("(?:\\S ){2,}\\S ?");
      closed.append(closed.isEmpty() ? "" : " ").append(spaced ? word.replace(" ", "") : word);
    }
    return closed.toString();
  }
}
