package dev.peregrine.recipes;

import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.function.Predicate;

/**
 * Which postings are wanted, as far as the board was not told or does not keep to it. What a
 * posting does not tell does not count against it.
 */
record Wanted(Recipe recipe, BoardQuery query, InstantSource clock) implements Predicate<Posting> {

  @Override
  public boolean test(Posting posting) {
    return hasTitle(posting) && isYoung(posting) && hasMode(posting) && hasType(posting);
  }

  /** A board that was told the title finds synonyms that words do not. */
  private boolean hasTitle(Posting posting) {
    boolean told = recipe.told().contains("title") || recipe.told().contains("titles");
    return told || query.fitsTitle(posting.title(), posting.tags());
  }

  private boolean isYoung(Posting posting) {
    if (!applies(BoardFilter.AGE) || query.maxAge().isEmpty() || posting.posted().isEmpty()) {
      return true;
    }
    LocalDate first =
        LocalDate.ofInstant(clock.instant().minus(query.maxAge().get()), ZoneOffset.UTC);
    return !posting.posted().get().isBefore(first);
  }

  private boolean hasMode(Posting posting) {
    return !applies(BoardFilter.REMOTE)
        || query.remote().isEmpty()
        || posting.remote().isEmpty()
        || query.remote().contains(posting.remote().get());
  }

  private boolean hasType(Posting posting) {
    return !applies(BoardFilter.EMPLOYMENT_TYPE)
        || query.employmentTypes().isEmpty()
        || posting.employmentTypes().isEmpty()
        || !Collections.disjoint(query.employmentTypes(), posting.employmentTypes());
  }

  private boolean applies(BoardFilter filter) {
    return recipe.descriptor().applies().contains(filter);
  }
}
