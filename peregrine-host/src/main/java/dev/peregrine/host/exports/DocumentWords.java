package dev.peregrine.host.exports;

import java.util.Locale;

/**
 * The words that stand on documents and in their names. They follow the document's language, which
 * need not be the one in which its writer reads pages.
 */
enum DocumentWords {
  ENGLISH("Cover letter", "Resume", "Application", "Application: %s"),
  GERMAN("Anschreiben", "Lebenslauf", "Bewerbung", "Bewerbung: %s");

  private final String letter;
  private final String resume;
  private final String application;
  private final String subject;

  DocumentWords(String letter, String resume, String application, String subject) {
    this.letter = letter;
    this.resume = resume;
    this.application = application;
    this.subject = subject;
  }

  static DocumentWords in(Locale language) {
    return language.getLanguage().equals("de") ? GERMAN : ENGLISH;
  }

  String letter() {
    return letter;
  }

  String resume() {
    return resume;
  }

  String application() {
    return application;
  }

  String subject(String title) {
    return subject.formatted(title);
  }
}
