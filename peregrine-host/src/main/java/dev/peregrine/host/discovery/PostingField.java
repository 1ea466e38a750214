package dev.peregrine.host.discovery;

import dev.peregrine.api.Posting;
import java.util.function.Predicate;

/** What a posting may say, as far as a board is measured by it. */
public enum PostingField {
  COMPANY("company", posting -> posting.company().isPresent()),
  PLACE("place", posting -> !posting.places().isEmpty()),
  DATE("date", posting -> posting.posted().isPresent()),
  SALARY("salary", posting -> posting.salary().isPresent()),
  DESCRIPTION("description", posting -> posting.description().isPresent()),
  TYPE("employment type", posting -> !posting.employmentTypes().isEmpty());

  private final String label;
  private final Predicate<Posting> filled;

  PostingField(String label, Predicate<Posting> filled) {
    this.label = label;
    this.filled = filled;
  }

  /** As it stands within a sentence. */
  public String label() {
    return label;
  }

  boolean isIn(Posting posting) {
    return filled.test(posting);
  }
}
