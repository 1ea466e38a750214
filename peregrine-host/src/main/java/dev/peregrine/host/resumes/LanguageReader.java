package dev.peregrine.host.resumes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the languages that a person speaks. */
final class LanguageReader {

  private static final Set<String> NAMES = names();
  private static final Set<String> LEVELS =
      Set.of(
          "native",
          "fluent",
          "mother",
          "bilingual",
          "muttersprache",
          "verhandlungssicher",
          "fliessend",
          "langue",
          "courant",
          "nativo",
          "madrelingua",
          "materna",
          "moedertaal",
          "ojczysty",
          "modersmal",
          "elementary",
          "professional",
          "conversational",
          "basic");

  private final Findings findings;

  LanguageReader(Findings findings) {
    this.findings = findings;
  }

  private static Set<String> names() {
    var names = new HashSet<String>();
    for (String code : Locale.getISOLanguages()) {
      if (code.length() == 2) {
        for (String in : List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv")) {
          names.add(Fold.words(Locale.of(code).getDisplayLanguage(Locale.of(in))));
        }
      }
    }
    names.addAll(
        Set.of(
            "mandarin",
            "cantonese",
            "farsi",
            "flemish",
            "castellano",
            "catalan",
            "chinesisch",
            "mandarin chinese",
            "tagalog",
            "brazilian portuguese",
            "american sign language",
            "sign language"));
    // Names of languages that are other words too.
    names.removeAll(Set.of("go", "c", "basic", "interlingua"));
    return names;
  }

  static boolean isLanguage(String text) {
    String words = Fold.words(text);
    return NAMES.contains(words) || NAMES.contains(words.split(" ")[0]);
  }

  /** Whether the lines below a heading "Languages" are about such. */
  static boolean isAbout(List<Line> lines) {
    return lines.stream()
        .limit(4)
        .flatMap(line -> SkillReader.parts(line.text()).stream())
        .anyMatch(part -> isLanguage(part.replaceAll("[(:–-].*", "")));
  }

  List<SpokenLanguage> read(List<Line> lines) {
    var languages = new ArrayList<SpokenLanguage>();
    for (Line line : lines) {
      String text = line.text().replaceAll("[●○◉◯★☆■□▮▯█░]+", " ");
      String[] cells = text.split("\\t|(?<=\\))\\s+(?=\\p{Lu})");
      if (cells.length == 2 && isLanguage(cells[0]) && !isLanguage(cells[1])) {
        add(languages, cells[0], Optional.of(cells[1]), line);
        continue;
      }
      for (String cell : cells) {
        for (String part : SkillReader.parts(cell)) {
          one(languages, part, line);
        }
      }
    }
    return languages;
  }

  private void one(List<SpokenLanguage> languages, String part, Line line) {
    String name = part.split("\\s*[(:\\[–—]|\\s-\\s|-{2,}")[0].strip();
    String rest =
        Part.trimmed(
            part.substring(Math.min(part.length(), name.length()))
                .replaceAll("^[\\s(:\\[–—-]+|[)\\]\\s]+$", ""));
    if (!isLanguage(name)) {
      String reversed =
          part.replaceFirst(
              "^(?i)(?:native|fluent|basic|conversational|mother tongue|madrelingua|lingua madre|mother tongue\\(s\\))\\s*:?\\s*(?:in )?",
              "");
      boolean level = LEVELS.contains(Fold.words(part).split(" ")[0]);
      if (!reversed.equals(part) && isLanguage(reversed)) {
        add(
            languages,
            reversed,
            Optional.of(part.substring(0, part.length() - reversed.length()).strip()),
            line);
      } else if (!languages.isEmpty()
          && languages.getLast().fluency().isEmpty()
          && (level || part.matches("(?i)[ABC][12][+-]?.*"))) {
        SpokenLanguage last = languages.removeLast();
        languages.add(last.withFluency(part));
        findings.add(
            "languages[%d].fluency".formatted(languages.size() - 1),
            Optional.of(part),
            0.8,
            line.number(),
            line.number());
      }
      return;
    }
    String[] words = name.split("\\s+", 2);
    if (words.length == 2
        && !NAMES.contains(Fold.words(name))
        && NAMES.contains(Fold.words(words[0]))) {
      name = words[0];
      rest = rest.isEmpty() ? words[1] : words[1] + " " + rest;
    }
    add(languages, name, Optional.of(rest).filter(text -> !text.isEmpty()), line);
  }

  private void add(List<SpokenLanguage> languages, String name, Optional<String> how, Line line) {
    String at = "languages[%d]".formatted(languages.size());
    findings.add(at + ".language", Optional.of(name.strip()), 0.93, line.number(), line.number());
    findings.add(at + ".fluency", how, 0.85, line.number(), line.number());
    languages.add(SpokenLanguage.EMPTY.withLanguage(name.strip()).withFluency(how));
  }
}
