package dev.peregrine.host.apply;

/**
 * The sheet on which a letter is typed.
 *
 * @param seen the number of the version in use; 0 for none
 * @param by who wrote it, and when; empty where there is none
 * @param language in which it is, for the spelling checker
 * @param otherLanguage a sentence where it is in another language than was asked for; empty
 *     otherwise
 */
record LetterSheet(
    long job,
    String text,
    int seen,
    String by,
    String language,
    String otherLanguage,
    LetterSavedPart saved,
    InkPart ink,
    String token) {

  boolean isEmpty() {
    return text.isBlank();
  }
}
