package dev.peregrine.host.resumes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells titles, employers, schools, degrees and places by the words in them. */
enum Words {
  TITLE,
  COMPANY,
  SCHOOL,
  DEGREE,
  KIND,
  PLACE;

  private static final Map<String, List<String>> FILE = Lexicon.read("resumes/words.txt");
  private static final Set<String> COUNTRIES = countries();
  private static final Set<String> STATES =
      Set.of(
          ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH"
                  + " NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB"
                  + " MB SK NS NB NSW VIC QLD UK USA US UAE CH AT SP RJ MG RS PR")
              .split(" "));

  private final Set<String> whole = new HashSet<>();
  private final List<String> begins = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();
  private final Set<String> phrases = new HashSet<>();

  private static Set<String> countries() {
    var names = new HashSet<String>();
    var languages = List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv");
    for (String code : Locale.getISOCountries()) {
      for (String language : languages) {
        names.add(Fold.words(Locale.of("", code).getDisplayCountry(Locale.of(language))));
      }
    }
    return names;
  }

  Words() {
    // Filled below: an enum's constants are made before its other fields.
  }

  static {
    for (Words list : values()) {
      for (String word : FILE.getOrDefault(list.name().toLowerCase(Locale.ROOT), List.of())) {
        list.add(word);
      }
    }
  }

  private void add(String word) {
    if (word.endsWith("*")) {
      begins.add(word.substring(0, word.length() - 1));
    } else if (word.startsWith("*")) {
      ends.add(word.substring(1));
    } else if (Fold.words(word).contains(" ")) {
      phrases.add(Fold.words(word));
    } else {
      whole.add(word);
    }
  }

  /** How many words of the text are in this list. */
  int in(String text) {
    int count = 0;
    String folded = Fold.same(text);
    String padded = " " + Fold.words(text) + " ";
    for (String phrase : phrases) {
      count += padded.contains(" " + phrase + " ") ? 1 : 0;
    }
    for (String raw : folded.split("[\\s,;:()/|&]+")) {
      String word = raw.replaceAll("^[^\\p{L}\\p{N}]+|[.]$|[^\\p{L}\\p{N}.]+$", "");
      String plain = word.replaceAll("(?:[*:_/]?in(?:nen)?)$", "");
      if (word.length() > 1 || word.equals("b")) {
        count += has(word) || (raw.endsWith(".") && whole.contains(word + ".")) ? 1 : 0;
        if (!has(word) && !plain.equals(word) && plain.length() > 5 && this == TITLE) {
          count += has(plain) ? 1 : 0;
        }
      }
    }
    return count;
  }

  private boolean has(String word) {
    if (whole.contains(word)) {
      return true;
    }
    for (String start : begins) {
      if (word.startsWith(start) && word.length() <= start.length() + (this == DEGREE ? 12 : 6)) {
        return true;
      }
    }
    for (String end : ends) {
      if (word.endsWith(end) && word.length() > end.length()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the whole text is one of this list. */
  boolean is(String text) {
    String words = Fold.words(text);
    return whole.contains(words)
        || whole.contains(Fold.same(text.strip()))
        || phrases.contains(words);
  }

  static boolean isCountry(String text) {
    return COUNTRIES.contains(Fold.words(text));
  }

  static boolean isState(String text) {
    return STATES.contains(text.strip().replace(".", ""));
  }

  /** Whether this is only a place: "Berlin", "Austin, TX", "Remote", "75001 Paris (France)". */
  static boolean isPlace(String text) {
    String tidy = text.strip().replaceAll("[()\\[\\]]", " ").strip();
    if (tidy.isEmpty() || tidy.length() > 60 || tidy.split("\\s+").length > 8) {
      return false;
    }
    String[] parts = tidy.split("\\s*[,/–]\\s*|\\s+-\\s+");
    String last = parts[parts.length - 1].strip();
    boolean lastKnown =
        PLACE.is(last)
            || isCountry(last)
            || (parts.length > 1 && (isState(last) || isState(last.replaceAll("\\s+\\d{5}$", ""))))
            || PLACE.is(last.replaceAll("^(?:[A-Z]{1,2}-)?\\d{4,6}\\s+|\\s+\\d{4,6}$", ""));
    if (parts.length == 1) {
      return lastKnown
          || PLACE.is(
              last.replaceAll(
                  "(?i)^(greater\\s+)|\\s+(metropolitan\\s+)?(area|region|et périphérie|y alrededores|und umgebung)$",
                  ""))
          || twoWordPlace(last);
    }
    boolean wide = isCountry(last) || isState(last.replaceAll("\\s+\\d{5}$", ""));
    for (int i = 0; i < parts.length - 1; i++) {
      boolean known = PLACE.is(parts[i]) || isCountry(parts[i]) || isState(parts[i]);
      boolean named =
          wide
              && i == parts.length - 2
              && parts[i].split("\\s+").length <= 3
              && TITLE.in(parts[i]) == 0
              && COMPANY.in(parts[i]) == 0
              && SCHOOL.in(parts[i]) == 0;
      if (!known && !named) {
        return false;
      }
    }
    return lastKnown
        || (PLACE.is(parts[0])
            && parts.length == 2
            && last.split(" ").length < 3
            && TITLE.in(last) + COMPANY.in(last) + SCHOOL.in(last) == 0
            && last.matches("\\p{Lu}\\p{Ll}.*"));
  }

  /** "Austin TX", "Berlin Germany". */
  private static boolean twoWordPlace(String text) {
    int blank = text.lastIndexOf(' ');
    return blank > 0
        && PLACE.is(text.substring(0, blank))
        && (isState(text.substring(blank + 1)) || isCountry(text.substring(blank + 1)));
  }
}
