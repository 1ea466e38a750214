package dev.peregrine.host.resumes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A stretch of the head of an entry: what stands between its separators. */
record Part(String text, Item item) {

  private static final Pattern STRONG =
      Pattern.compile(
          "\\t|\\s+[|•·│¦‖●∙]\\s*|\\s*[|│]\\s*|\\s+[–—―]\\s*|\\s*[–—]\\s+|\\s+-\\s+|\\s+//\\s+|\\s+@\\s*|\\s+:\\s+|\\s+/\\s+(?=\\p{Lu}\\p{Ll}+ .*)");
  private static final Pattern AT =
      Pattern.compile(
          "(?<=\\S)\\s+(?:at|@|bei|beim|bei der|chez|presso|w|hos|bij|en la|en el)\\s+(?=\\p{Lu}|\\d)");
  private static final Pattern LEGAL =
      Pattern.compile(
          "(?i)^(inc|llc|l\\.l\\.c|ltd|limited|corp|co|gmbh|ag|kg|s\\.?a\\.?|s\\.?l\\.?|s\\.?r\\.?l|s\\.?p\\.?a|plc|llp|lp|b\\.?v|n\\.?v|ab|pllc|pc|jr|sr|ph\\.?d|pvt|pte|m\\.?d)\\.?(\\s.*)?$");

  /**
   * Parts of the lines, without their dates, places set apart by a comma or brackets on their own.
   */
  static List<Part> of(List<Item> items) {
    var parts = new ArrayList<Part>();
    for (Item item : items) {
      for (String piece : STRONG.split(item.rest())) {
        String text = trimmed(piece);
        if (text.isEmpty()) {
          continue;
        }
        int comma = Words.isPlace(text) ? -1 : placeFrom(text);
        if (comma > 0) {
          add(parts, text.substring(0, comma), item);
          add(parts, text.substring(comma + 1), item);
        } else {
          add(parts, text, item);
        }
      }
    }
    return parts;
  }

  private static void add(List<Part> parts, String text, Item item) {
    String tidy = trimmed(text);
    if (!tidy.isEmpty()) {
      parts.add(new Part(tidy, item));
    }
  }

  static String trimmed(String text) {
    String tidy =
        text.replace('\u00A0', ' ')
            .strip()
            .replaceAll("^[,;:|•·–—-]+\\s*|\\s*[,;:|•·–—-]+$", "")
            .strip();
    tidy = tidy.replaceAll("\\(\\s*\\)", "").strip();
    return tidy.startsWith("(") && tidy.endsWith(")") && tidy.indexOf('(', 1) < 0
        ? tidy.substring(1, tidy.length() - 1).strip()
        : tidy;
  }

  /** Where a place at the end begins: at its comma or bracket; -1 where none does. */
  private static int placeFrom(String text) {
    int bracket = text.lastIndexOf('(');
    if (bracket > 0 && text.endsWith(")") && Words.isPlace(text.substring(bracket))) {
      return bracket - 1;
    }
    int last = text.lastIndexOf(',');
    if (last <= 0 || !isKnown(text.substring(last + 1))) {
      return -1;
    }
    String end = text.substring(last + 1).strip();
    int from = last;
    int before = text.lastIndexOf(',', from - 1);
    while (before > 0 && isKnown(text.substring(before + 1, from))) {
      from = before;
      before = text.lastIndexOf(',', from - 1);
    }
    if (from == last && before > 0) {
      String town = text.substring(before + 1, last).strip();
      boolean may =
          town.split("\\s+").length <= 3
              && Words.TITLE.in(town) + Words.COMPANY.in(town) + Words.SCHOOL.in(town) == 0;
      // "Engineer, Acme, Spain" has no town; before a state there always is one.
      boolean room = Words.isState(end) || text.lastIndexOf(',', before - 1) > 0;
      if (may && room && !Words.PLACE.is(end)) {
        from = before;
      }
    }
    return from;
  }

  private static boolean isKnown(String part) {
    return Words.PLACE.is(part.strip())
        || Words.isCountry(part)
        || Words.isState(part.strip().replaceAll("\\s+\\d{5}$", ""));
  }

  /** Two parts at a comma or at "at", if one of them is a title and the other is not. */
  List<Part> halves() {
    var at = AT.matcher(text);
    if (at.find()) {
      return List.of(
          new Part(trimmed(text.substring(0, at.start())), item),
          new Part(trimmed(text.substring(at.end())), item));
    }
    List<Part> best = List.of();
    int most = 0;
    for (int comma = text.indexOf(", "); comma > 0; comma = text.indexOf(", ", comma + 1)) {
      String left = text.substring(0, comma);
      String right = text.substring(comma + 2);
      if (LEGAL.matcher(right).matches() && !right.contains(",")) {
        continue;
      }
      if (LEGAL.matcher(right).matches()) {
        continue;
      }
      int score =
          Math.abs(balance(left) - balance(right)) * 2
              + (Words.TITLE.in(left) > 0 != Words.TITLE.in(right) > 0 ? 3 : 0)
              + 1;
      if (score > most) {
        most = score;
        best = List.of(new Part(trimmed(left), item), new Part(trimmed(right), item));
      }
    }
    return best;
  }

  /** Above zero a title, below an employer. */
  static int balance(String text) {
    int title = Words.TITLE.in(text);
    // "Store Manager" is no store.
    String[] words = text.replaceAll("\\(.*?\\)", "").strip().split("\\s+");
    boolean ends = Words.TITLE.in(words[words.length - 1]) > 0;
    int company = ends ? 0 : Words.COMPANY.in(text);
    return Integer.signum(title) * 2
        + Math.min(1, Math.max(0, title - 1))
        - Math.min(2, company) * 2;
  }

  int balance() {
    return balance(text);
  }

  /** A single word after the last comma of an employer: most likely where it is. */
  Optional<Part> town() {
    int comma = text.lastIndexOf(", ");
    if (comma <= 0) {
      return Optional.empty();
    }
    String town = text.substring(comma + 2).strip();
    boolean may =
        town.matches("\\p{Lu}[\\p{Ll}-]+(?:\\p{Lu}\\p{Ll}+)?")
            && Words.TITLE.in(town) + Words.COMPANY.in(town) + Words.SCHOOL.in(town) == 0
            && !LEGAL.matcher(town).matches();
    return may ? Optional.of(new Part(town, item)) : Optional.empty();
  }

  Part withoutTown() {
    return new Part(trimmed(text.substring(0, text.lastIndexOf(", "))), item);
  }

  boolean isAside() {
    return Words.isPlace(text)
        || Words.KIND.is(text)
        || Dates.isLength(text)
        || !Dates.in(text).isEmpty() && text.length() < 12
        || text.matches("(?i)(https?://|www\\.).*")
        || !text.matches(".*\\p{L}.*");
  }
}
