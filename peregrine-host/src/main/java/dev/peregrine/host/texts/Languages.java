package dev.peregrine.host.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The languages that there are, and which one a browser asks for. */
public final class Languages {

  private static final int REMEMBERED = 200;
  private static final int LONGEST = 300;

  /** As in {@code texts/languages.properties}, English first. */
  public static final List<Language> OFFERED = offered();

  private static final Map<String, Language> ASKED = new ConcurrentHashMap<>();

  private Languages() {}

  private static List<Language> offered() {
    var list = new ArrayList<Language>(List.of(Language.ENGLISH));
    Bundle.read("texts/languages.properties").entrySet().stream()
        .filter(entry -> !entry.getKey().equals("en"))
        .sorted(Map.Entry.comparingByValue())
        .forEach(entry -> list.add(new Language(entry.getKey(), entry.getValue())));
    return List.copyOf(list);
  }

  /** The language of that tag, also one that only serves to try the pages. */
  public static Optional<Language> named(String tag) {
    return OFFERED.stream()
        .filter(language -> language.tag().equals(tag))
        .findFirst()
        .or(() -> Pseudo.LANGUAGES.stream().filter(each -> each.tag().equals(tag)).findFirst());
  }

  /**
   * The language that fits a browser's {@code Accept-Language} best; English where none does.
   *
   * @param asked the header, empty where there is none
   */
  public static Language asked(String asked) {
    if (asked.isBlank() || asked.length() > LONGEST) {
      return Language.ENGLISH;
    }
    Language known = ASKED.get(asked);
    if (known != null) {
      return known;
    }
    Language found = lookUp(asked);
    if (ASKED.size() < REMEMBERED) {
      ASKED.put(asked, found);
    }
    return found;
  }

  private static Language lookUp(String asked) {
    try {
      String tag =
          Locale.lookupTag(
              Locale.LanguageRange.parse(asked), OFFERED.stream().map(Language::tag).toList());
      return tag == null ? Language.ENGLISH : named(tag).orElse(Language.ENGLISH);
    } catch (IllegalArgumentException nonsense) {
      return Language.ENGLISH;
    }
  }
}
