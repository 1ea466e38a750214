package dev.peregrine.host.exports;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the file of a document is named after. Everything but the document may be empty; what is
 * empty leaves no trace in the name.
 *
 * @param pattern with {@code {person}}, {@code {document}}, {@code {company}}, {@code {title}} and
 *     {@code {date}} in it
 * @param document what it is, such as {@code Cover letter}
 * @param title of the job
 */
public record DocumentName(
    String pattern, String document, String person, String company, String title, LocalDate date) {

  /** Where the person wants no other. */
  public static final String USUAL = "{person}_{document}_{company}_{date}";

  /** File systems take 255 bytes; the extension and a number behind the name want some. */
  private static final int LONGEST = 120;

  private static final int LONGEST_PART = 50;
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  /** Those that Unicode does not take apart by itself. */
  private static final Map<String, String> SPELLED =
      Map.ofEntries(
          Map.entry("ä", "ae"),
          Map.entry("ö", "oe"),
          Map.entry("ü", "ue"),
          Map.entry("Ä", "Ae"),
          Map.entry("Ö", "Oe"),
          Map.entry("Ü", "Ue"),
          Map.entry("ß", "ss"),
          Map.entry("ł", "l"),
          Map.entry("Ł", "L"),
          Map.entry("ø", "o"),
          Map.entry("Ø", "O"),
          Map.entry("æ", "ae"),
          Map.entry("Æ", "Ae"),
          Map.entry("đ", "d"),
          Map.entry("Đ", "D"));

  /** A name for a file of that kind, which any system takes. */
  public String file(String extension) {
    var name = new StringBuilder();
    Matcher places = PLACE.matcher(pattern);
    while (places.find()) {
      places.appendReplacement(name, Matcher.quoteReplacement(value(places.group(1))));
    }
    places.appendTail(name);
    String plain =
        name.toString()
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|\\s]+", "-")
            .replaceAll("([_-])[_-]+", "$1")
            .replaceAll("^[._-]+|[._-]+$", "");
    String cut = cut(plain, LONGEST);
    return (cut.isEmpty() || isReserved(cut) ? "Document" + cut : cut) + "." + extension;
  }

  /** Whether it is a pattern that names a file for each document. */
  public static boolean isPattern(String pattern) {
    Matcher places = PLACE.matcher(pattern);
    boolean any = false;
    while (places.find()) {
      if (!"person document company title date".contains(places.group(1))) {
        return false;
      }
      any = true;
    }
    return any && pattern.length() <= LONGEST && !pattern.matches(".*[\\\\/:*?\"<>|].*");
  }

  private String value(String place) {
    return switch (place) {
      case "person" -> part(person);
      case "document" -> part(document);
      case "company" -> part(company);
      case "title" -> part(title);
      case "date" -> date.toString();
      default -> "";
    };
  }

  /** Letters and digits, with hyphens between the words. */
  private static String part(String text) {
    var spelled = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(sign -> spelled.append(SPELLED.getOrDefault(sign, sign)));
    String plain =
        Normalizer.normalize(spelled, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("['’`´]", "")
            .replaceAll("[^\\p{L}\\p{N}+#]+", "-")
            .replaceAll("^-+|-+$", "");
    return cut(plain, LONGEST_PART);
  }

  private static String cut(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest)).replaceAll("[._-]+$", "");
  }

  /** Names of devices on Windows. */
  private static boolean isReserved(String name) {
    return name.toUpperCase(Locale.ROOT).matches("(CON|PRN|AUX|NUL|COM\\d|LPT\\d)(\\..*)?");
  }
}
