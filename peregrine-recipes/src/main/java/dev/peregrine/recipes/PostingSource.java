package dev.peregrine.recipes;

import dev.peregrine.api.Posting;
import java.util.List;

/** A row that is a posting already: one that stands in a page as schema.org's JobPosting. */
record PostingSource(Posting posting, Asked asked) implements Source {

  @Override
  public List<String> texts(Spot path) {
    return asked.texts(path);
  }

  @Override
  public List<Source> each(Spot path) {
    return List.of();
  }

  @Override
  public Source asking(Asked other) {
    return new PostingSource(posting, other);
  }
}
