package dev.peregrine.plugin.scorer.keywords;

import java.util.Comparator;

/** A word of one text: how often it stands there, how it is written and where. */
final class Term {

  /** The most frequent first; between equals the alphabet decides, so that nothing is chance. */
  static final Comparator<Term> BY_FREQUENCY =
      Comparator.comparingDouble((Term term) -> -term.frequency).thenComparing(term -> term.key);

  private final String key;
  private final String written;
  private final boolean telling;
  private double frequency;
  private Part part;

  Term(Lexicon.Word word, String written, Part part) {
    this.key = word.key();
    this.telling = word.tells();
    this.written = written;
    this.part = part;
  }

  void count(double times, Part where) {
    frequency += times;
    part = part.orMoreTelling(where);
  }

  String key() {
    return key;
  }

  /** As it is written where it stands first. */
  String written() {
    return written;
  }

  /** Whether it says something about the work. */
  boolean tells() {
    return telling;
  }

  double frequency() {
    return frequency;
  }

  Part part() {
    return part;
  }
}
