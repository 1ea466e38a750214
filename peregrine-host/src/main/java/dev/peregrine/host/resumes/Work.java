package dev.peregrine.host.resumes;

import java.util.List;
import java.util.Optional;

/**
 * A position at an employer. Several positions at one employer are several of these.
 *
 * @param name the employer
 * @param position the title
 * @param location as written
 * @param description what the employer does
 * @param summary prose that is no bullet
 * @param highlights the bullets
 * @param other members we have no name for, kept as they are
 */
public record Work(
    Optional<String> name,
    Optional<String> position,
    Optional<String> location,
    Optional<String> description,
    Optional<String> url,
    Period period,
    Optional<String> summary,
    List<String> highlights,
    Unmapped other) {

  /** Says nothing. */
  public static final Work EMPTY =
      new Work(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Period.NONE,
          Optional.empty(),
          List.of(),
          Unmapped.NONE);

  public Work {
    highlights = List.copyOf(highlights);
  }

  public Work withName(Optional<String> name) {
    return new Work(name, position, location, description, url, period, summary, highlights, other);
  }

  public Work withName(String name) {
    return withName(Optional.of(name));
  }

  public Work withPosition(Optional<String> position) {
    return new Work(name, position, location, description, url, period, summary, highlights, other);
  }

  public Work withPosition(String position) {
    return withPosition(Optional.of(position));
  }

  public Work withLocation(Optional<String> location) {
    return new Work(name, position, location, description, url, period, summary, highlights, other);
  }

  public Work withLocation(String location) {
    return withLocation(Optional.of(location));
  }

  public Work withDescription(Optional<String> description) {
    return new Work(name, position, location, description, url, period, summary, highlights, other);
  }

  public Work withDescription(String description) {
    return withDescription(Optional.of(description));
  }

  public Work withUrl(Optional<String> url) {
    return new Work(name, position, location, description, url, period, summary, highlights, other);
  }

  public Work withUrl(String url) {
    return withUrl(Optional.of(url));
  }

  public Work withPeriod(Period period) {
    return new Work(name, position, location, description, url, period, summary, highlights, other);
  }

  public Work withSummary(Optional<String> summary) {
    return new Work(name, position, location, description, url, period, summary, highlights, other);
  }

  public Work withSummary(String summary) {
    return withSummary(Optional.of(summary));
  }

  public Work withHighlights(List<String> highlights) {
    return new Work(name, position, location, description, url, period, summary, highlights, other);
  }

  public Work withOther(Unmapped other) {
    return new Work(name, position, location, description, url, period, summary, highlights, other);
  }
}
