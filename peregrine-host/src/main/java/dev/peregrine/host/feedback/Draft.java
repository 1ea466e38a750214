package dev.peregrine.host.feedback;

import dev.peregrine.host.web.Visit;

/**
 * What a person wrote.
 *
 * @param diagnosis whether a diagnosis goes along
 * @param from the page it is about
 */
record Draft(Kind kind, String title, String text, boolean diagnosis, String from) {

  static final int LONGEST_TITLE = 200;
  static final int LONGEST_TEXT = 20_000;

  static Draft of(Visit visit) {
    String from = visit.value("from");
    return new Draft(
        Kind.of(visit.value("kind")),
        visit.value("title").replaceAll("\\s+", " "),
        visit.value("text").replace("\r\n", "\n"),
        visit.has("diagnosis"),
        from.startsWith("/") && from.length() <= LONGEST_TITLE ? from : "");
  }

  boolean isWhole() {
    return !title.isEmpty()
        && !text.isEmpty()
        && title.length() <= LONGEST_TITLE
        && text.length() <= LONGEST_TEXT;
  }
}
