package dev.peregrine.plugin.exporter.tables;

import java.util.List;
import java.util.Locale;

/** The fixed words of tables. English stands in for a language that is not here. */
record Words(String jobs, String report, List<String> columns) {

  private static final Words ENGLISH =
      new Words(
          "Jobs",
          "Work search",
          List.of(
              "Number",
              "Title",
              "Company",
              "Place",
              "Way of working",
              "Stage",
              "Since",
              "Match",
              "Salary from",
              "Salary to",
              "Currency",
              "Per",
              "Kind",
              "Posted",
              "Closes",
              "Found",
              "Board",
              "Address",
              "Apply at",
              "Notes"));

  private static final Words GERMAN =
      new Words(
          "Stellen",
          "Bewerbungen",
          List.of(
              "Nummer",
              "Stelle",
              "Firma",
              "Ort",
              "Arbeitsweise",
              "Stand",
              "Seit",
              "Passung",
              "Gehalt von",
              "Gehalt bis",
              "Währung",
              "Je",
              "Art",
              "Veröffentlicht",
              "Schließt",
              "Gefunden",
              "Stellenbörse",
              "Adresse",
              "Bewerben unter",
              "Notizen"));

  static Words in(Locale locale) {
    return locale.getLanguage().equals("de") ? GERMAN : ENGLISH;
  }
}
