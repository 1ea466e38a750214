package dev.peregrine.host.resumes;

import java.util.List;
import java.util.Optional;

/**
 * Something the person likes.
 *
 * @param other members we have no name for, kept as they are
 */
public record Interest(Optional<String> name, List<String> keywords, Unmapped other) {

  /** Says nothing. */
  public static final Interest EMPTY = new Interest(Optional.empty(), List.of(), Unmapped.NONE);

  public Interest {
    keywords = List.copyOf(keywords);
  }

  public Interest withName(Optional<String> name) {
    return new Interest(name, keywords, other);
  }

  public Interest withName(String name) {
    return withName(Optional.of(name));
  }

  public Interest withKeywords(List<String> keywords) {
    return new Interest(name, keywords, other);
  }

  public Interest withOther(Unmapped other) {
    return new Interest(name, keywords, other);
  }
}
