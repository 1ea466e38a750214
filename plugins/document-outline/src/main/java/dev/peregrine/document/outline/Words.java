package dev.peregrine.document.outline;

import java.util.List;
import java.util.Locale;

/** The fixed words of documents. English stands in for a language that is not here. */
record Words(
    String summary,
    String experience,
    String volunteering,
    String projects,
    String education,
    String certificates,
    String awards,
    String publications,
    String skills,
    String languages,
    String interests,
    String references,
    String today,
    String jobs,
    String report,
    String period,
    String nothing,
    List<String> jobColumns) {

  private static final Words ENGLISH =
      new Words(
          "Profile",
          "Experience",
          "Volunteering",
          "Projects",
          "Education",
          "Certificates",
          "Awards",
          "Publications",
          "Skills",
          "Languages",
          "Interests",
          "References",
          "today",
          "Jobs",
          "Work search report",
          "%s to %s",
          "Nothing in this period.",
          List.of("Title", "Company", "Place", "Stage", "Match", "Posted", "Board", "Address"));

  private static final Words GERMAN =
      new Words(
          "Profil",
          "Berufserfahrung",
          "Ehrenamt",
          "Projekte",
          "Ausbildung",
          "Zertifikate",
          "Auszeichnungen",
          "Veröffentlichungen",
          "Kenntnisse",
          "Sprachen",
          "Interessen",
          "Referenzen",
          "heute",
          "Stellen",
          "Nachweis der Bewerbungsbemühungen",
          "%s bis %s",
          "Nichts in diesem Zeitraum.",
          List.of(
              "Stelle",
              "Firma",
              "Ort",
              "Stand",
              "Passung",
              "Veröffentlicht",
              "Stellenbörse",
              "Adresse"));

  static Words in(Locale locale) {
    return locale.getLanguage().equals("de") ? GERMAN : ENGLISH;
  }
}
