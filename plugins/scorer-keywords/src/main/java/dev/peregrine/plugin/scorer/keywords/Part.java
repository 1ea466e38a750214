package dev.peregrine.plugin.scorer.keywords;

/** The part of a posting that a word stands in, the most telling first. */
enum Part {
  TITLE("title"),
  SKILLS("skills"),
  TEXT("text");

  private final String where;

  Part(String where) {
    this.where = where;
  }

  /** As a {@link dev.peregrine.api.scoring.Reason} names it. */
  String where() {
    return where;
  }

  Part orMoreTelling(Part other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
