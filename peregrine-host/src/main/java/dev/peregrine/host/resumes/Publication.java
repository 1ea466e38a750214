package dev.peregrine.host.resumes;

import java.util.Optional;

/**
 * Something published.
 *
 * @param other members we have no name for, kept as they are
 */
public record Publication(
    Optional<String> name,
    Optional<String> publisher,
    Optional<PartialDate> releaseDate,
    Optional<String> url,
    Optional<String> summary,
    Unmapped other) {

  /** Says nothing. */
  public static final Publication EMPTY =
      new Publication(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Unmapped.NONE);

  public Publication withName(Optional<String> name) {
    return new Publication(name, publisher, releaseDate, url, summary, other);
  }

  public Publication withName(String name) {
    return withName(Optional.of(name));
  }

  public Publication withPublisher(Optional<String> publisher) {
    return new Publication(name, publisher, releaseDate, url, summary, other);
  }

  public Publication withPublisher(String publisher) {
    return withPublisher(Optional.of(publisher));
  }

  public Publication withReleaseDate(Optional<PartialDate> releaseDate) {
    return new Publication(name, publisher, releaseDate, url, summary, other);
  }

  public Publication withUrl(Optional<String> url) {
    return new Publication(name, publisher, releaseDate, url, summary, other);
  }

  public Publication withUrl(String url) {
    return withUrl(Optional.of(url));
  }

  public Publication withSummary(Optional<String> summary) {
    return new Publication(name, publisher, releaseDate, url, summary, other);
  }

  public Publication withSummary(String summary) {
    return withSummary(Optional.of(summary));
  }

  public Publication withOther(Unmapped other) {
    return new Publication(name, publisher, releaseDate, url, summary, other);
  }
}
