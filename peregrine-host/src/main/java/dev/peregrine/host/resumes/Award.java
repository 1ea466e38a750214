package dev.peregrine.host.resumes;

import java.util.Optional;

/**
 * A prize or honour.
 *
 * @param other members we have no name for, kept as they are
 */
public record Award(
    Optional<String> title,
    Optional<PartialDate> date,
    Optional<String> awarder,
    Optional<String> summary,
    Unmapped other) {

  /** Says nothing. */
  public static final Award EMPTY =
      new Award(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Unmapped.NONE);

  public Award withTitle(Optional<String> title) {
    return new Award(title, date, awarder, summary, other);
  }

  public Award withTitle(String title) {
    return withTitle(Optional.of(title));
  }

  public Award withDate(Optional<PartialDate> date) {
    return new Award(title, date, awarder, summary, other);
  }

  public Award withAwarder(Optional<String> awarder) {
    return new Award(title, date, awarder, summary, other);
  }

  public Award withAwarder(String awarder) {
    return withAwarder(Optional.of(awarder));
  }

  public Award withSummary(Optional<String> summary) {
    return new Award(title, date, awarder, summary, other);
  }

  public Award withSummary(String summary) {
    return withSummary(Optional.of(summary));
  }

  public Award withOther(Unmapped other) {
    return new Award(title, date, awarder, summary, other);
  }
}
