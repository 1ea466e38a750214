package dev.peregrine.host.web;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.texts.Language;
import dev.peregrine.host.texts.Languages;
import dev.peregrine.host.texts.Pseudo;
import java.util.ArrayList;
import java.util.List;

/** Keeps the language that the person chose, for this browser. */
final class LanguageRoutes implements Routes {

  static final String COOKIE = "peregrine_language";

  @Override
  public void add(RouteRegistry routes) {
    routes.post("/language", this::keep);
  }

  private void keep(Visit visit) {
    visit.keep(COOKIE, Languages.named(visit.value("language")).map(Language::tag).orElse(""));
    visit.go(visit.value("back"));
  }

  /**
   * What there is to choose from. The languages to try pages with are listed while one of them is
   * chosen, so that there is a way back.
   */
  static List<Shell.LanguageChoice> choices(String chosen) {
    var choices = new ArrayList<Shell.LanguageChoice>();
    choices.add(new Shell.LanguageChoice("", t("web.language-auto"), chosen.isEmpty()));
    Languages.OFFERED.forEach(language -> choices.add(choice(language, chosen)));
    Pseudo.LANGUAGES.stream()
        .filter(language -> language.tag().equals(chosen))
        .forEach(language -> choices.add(choice(language, chosen)));
    return List.copyOf(choices);
  }

  private static Shell.LanguageChoice choice(Language language, String chosen) {
    return new Shell.LanguageChoice(language.tag(), language.name(), language.tag().equals(chosen));
  }
}
