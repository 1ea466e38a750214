package dev.peregrine.host.resumes;

import java.util.Optional;

/**
 * From when to when.
 *
 * @param current whether it was said to go on ("present"); then there is no end
 */
public record Period(Optional<PartialDate> start, Optional<PartialDate> end, boolean current) {

  /** Nothing is known of it. */
  public static final Period NONE = new Period(Optional.empty(), Optional.empty(), false);

  public Period {
    if (current && end.isPresent()) {
      throw new IllegalArgumentException(
          "Period until \"%s\": expected no end of what goes on.".formatted(end.get()));
    }
  }

  public static Period since(PartialDate start) {
    return new Period(Optional.of(start), Optional.empty(), true);
  }

  public static Period between(PartialDate start, PartialDate end) {
    return new Period(Optional.of(start), Optional.of(end), false);
  }

  /** Only the end is known, as of most degrees. */
  public static Period until(PartialDate end) {
    return new Period(Optional.empty(), Optional.of(end), false);
  }

  public boolean isKnown() {
    return start.isPresent() || end.isPresent() || current;
  }
}
