package dev.peregrine.document.fonts;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes texts such that the fonts show each character, and remembers what they cannot. Signs that
 * stand beside the words, such as emoji, are left out; letters become a box, so that nobody takes
 * what remains for the whole. One is for one document and one thread.
 */
public final class Legible {

  private static final String BOX = "\u25A1";
  private static final int NAMED_AT_MOST = 12;

  private final List<FontFamily> families = FontFamily.SERIF.withFallbacks();
  private final Set<String> missing = new LinkedHashSet<>();

  /**
   * The text with line breaks as {@code \n}, composed (NFC), without control characters and with
   * nothing that has no glyph.
   */
  public String of(String text) {
    String composed =
        Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\R", "\n").replace('\t', ' ');
    var shown = new StringBuilder(composed.length());
    composed
        .codePoints()
        .map(Twins::kept)
        .forEach(code -> shown.append(isShown(code) ? at(code) : instead(code)));
    return shown.toString().replaceAll("(?<=\\S) {2,}(?=\\S)", " ");
  }

  /** What could not be shown, as a sentence for the person; empty where all was. */
  public String complaint() {
    if (missing.isEmpty()) {
      return "";
    }
    String named =
        missing.stream().limit(NAMED_AT_MOST).collect(Collectors.joining("\", \"", "\"", "\""));
    return "The document does not show %s%s: its fonts lack them. Write it in other characters."
        .formatted(named, missing.size() > NAMED_AT_MOST ? " and others" : "");
  }

  private boolean isShown(int code) {
    return code == '\n' || (!isInvisible(code) && isInFonts(code));
  }

  private boolean isInFonts(int code) {
    return families.stream().anyMatch(family -> family.has(code));
  }

  private static boolean isInvisible(int code) {
    return switch (Character.getType(code)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> code >= 0xFE00 && code <= 0xFE0F;
    };
  }

  private String instead(int code) {
    if (Character.getType(code) == Character.SPACE_SEPARATOR) {
      return " ";
    }
    if (isInvisible(code) && Character.getType(code) != Character.UNASSIGNED) {
      return "";
    }
    // Such as the bold letters of mathematics, which people take for bold print.
    String plain = Normalizer.normalize(at(code), Normalizer.Form.NFKC);
    if (!plain.equals(at(code)) && plain.codePoints().allMatch(this::isShown)) {
      return plain;
    }
    missing.add(at(code));
    return Character.isLetterOrDigit(code) ? BOX : "";
  }

  private static String at(int code) {
    return Character.toString(code);
  }
}
