package dev.peregrine.host.resumes;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows the headings of sections in many languages. */
final class Headings {

  private static final Map<String, Section> PHRASES = phrases();
  private static final Set<String> QUALIFIERS =
      Set.of(
          "my",
          "relevant",
          "selected",
          "professional",
          "additional",
          "other",
          "recent",
          "key",
          "core",
          "further",
          "main",
          "and",
          "the",
          "of",
          "ausgewahlte",
          "weitere",
          "meine",
          "und",
          "mes",
          "et",
          "mis",
          "y",
          "e",
          "mijn",
          "en",
          "i",
          "och",
          "relevante",
          "academic",
          "personal",
          "technical",
          "special",
          "general",
          "cont",
          "continued",
          "fortsetzung");

  /** What a heading in capitals is about that is not known as a whole, by its last word. */
  private static final Map<String, Section> LAST_WORDS =
      Map.ofEntries(
          Map.entry("involvement", Section.VOLUNTEER),
          Map.entry("experience", Section.EXPERIENCE),
          Map.entry("activities", Section.INTERESTS),
          Map.entry("skills", Section.SKILLS),
          Map.entry("projects", Section.PROJECTS),
          Map.entry("education", Section.EDUCATION),
          Map.entry("awards", Section.AWARDS),
          Map.entry("honors", Section.AWARDS),
          Map.entry("certifications", Section.CERTIFICATES),
          Map.entry("publications", Section.PUBLICATIONS),
          Map.entry("languages", Section.LANGUAGES),
          Map.entry("coursework", Section.OTHER),
          Map.entry("courses", Section.OTHER));

  private Headings() {}

  private static Map<String, Section> phrases() {
    var phrases = new HashMap<String, Section>();
    Lexicon.read("resumes/headings.txt")
        .forEach(
            (name, list) -> {
              Section section = Section.valueOf(name.toUpperCase(Locale.ROOT));
              list.forEach(phrase -> phrases.putIfAbsent(Fold.words(phrase), section));
            });
    return phrases;
  }

  /** The section whose heading this line is. */
  static Optional<Section> find(String line) {
    String text = line.strip();
    if (text.length() > 70 || text.isEmpty()) {
      return Optional.empty();
    }
    String words = Fold.words(text.replaceFirst("^\\s*(?:\\d{1,2}|[IVX]{1,4})[.)]\\s+", ""));
    Section whole = PHRASES.get(words);
    if (whole != null) {
      return Optional.of(whole);
    }
    String[] each = words.split(" ");
    if (each.length < 2 || each.length > 6 || text.matches(".*[.,;:].*\\S.*")) {
      return Optional.empty();
    }
    return combined(List.of(each)).or(() -> inCapitals(text, each));
  }

  private static Optional<Section> inCapitals(String text, String[] words) {
    return isInCapitals(text)
        ? Optional.ofNullable(LAST_WORDS.get(words[words.length - 1]))
        : Optional.empty();
  }

  /** Whether every letter is a capital. */
  static boolean isInCapitals(String text) {
    return text.equals(text.toUpperCase(Locale.ROOT))
        && !text.equals(text.toLowerCase(Locale.ROOT));
  }

  /** "Skills & Languages", "Relevant Work Experience": known phrases joined by small words. */
  private static Optional<Section> combined(List<String> words) {
    Section first = null;
    int at = 0;
    while (at < words.size()) {
      int end = words.size();
      Section found = null;
      for (; end > at && found == null; end--) {
        found = PHRASES.get(String.join(" ", words.subList(at, end)));
      }
      if (found != null) {
        first = first == null || first == Section.OTHER ? found : first;
        at = end + 1;
      } else if (QUALIFIERS.contains(words.get(at))) {
        at++;
      } else {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(first);
  }
}
