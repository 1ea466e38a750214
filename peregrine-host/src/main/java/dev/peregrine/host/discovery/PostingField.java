package dev.peregrine.host.discovery;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.Posting;
import java.util.Locale;
import java.util.function.Predicate;

/** What a posting may say, as far as a board is measured by it. */
public enum PostingField {
  COMPANY(posting -> posting.company().isPresent()),
  PLACE(posting -> !posting.places().isEmpty()),
  DATE(posting -> posting.posted().isPresent()),
  SALARY(posting -> posting.salary().isPresent()),
  DESCRIPTION(posting -> posting.description().isPresent()),
  TYPE(posting -> !posting.employmentTypes().isEmpty());

  private final Predicate<Posting> filled;

  PostingField(Predicate<Posting> filled) {
    this.filled = filled;
  }

  /** As it stands within a sentence. */
  public String label() {
    return t("sources.field-" + name().toLowerCase(Locale.ROOT));
  }

  boolean isIn(Posting posting) {
    return filled.test(posting);
  }
}
