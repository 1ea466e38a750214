package dev.peregrine.host.evidence;

import dev.peregrine.host.resumes.Fold;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of languages, in English, German and the language itself, as the JDK knows them. */
final class Tongues {

  private static final Map<String, String> NAMES = names();

  private Tongues() {}

  /** One name for a language, whichever of its names is given; empty where it is no language. */
  static Optional<String> of(String folded) {
    return Optional.ofNullable(NAMES.get(folded));
  }

  private static Map<String, String> names() {
    var names = new HashMap<String, String>();
    for (String code : Locale.getISOLanguages()) {
      Locale language = Locale.of(code);
      String one = Fold.same(language.getDisplayLanguage(Locale.ENGLISH));
      for (Locale in : List.of(Locale.ENGLISH, Locale.GERMAN, language)) {
        String name = Fold.same(language.getDisplayLanguage(in));
        if (name.length() > 3) {
          names.putIfAbsent(name, one);
        }
      }
    }
    Vocabulary.list("language-pair").stream()
        .map(pair -> pair.split(":"))
        .forEach(pair -> names.put(pair[0], pair[1]));
    return names;
  }
}
