package dev.peregrine.host.resumes;

import java.util.List;
import java.util.Optional;

/**
 * Unpaid work.
 *
 * @param location our extension
 * @param other members we have no name for, kept as they are
 */
public record Volunteer(
    Optional<String> organization,
    Optional<String> position,
    Optional<String> location,
    Optional<String> url,
    Period period,
    Optional<String> summary,
    List<String> highlights,
    Unmapped other) {

  /** Says nothing. */
  public static final Volunteer EMPTY =
      new Volunteer(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Period.NONE,
          Optional.empty(),
          List.of(),
          Unmapped.NONE);

  public Volunteer {
    highlights = List.copyOf(highlights);
  }

  public Volunteer withOrganization(Optional<String> organization) {
    return new Volunteer(organization, position, location, url, period, summary, highlights, other);
  }

  public Volunteer withOrganization(String organization) {
    return withOrganization(Optional.of(organization));
  }

  public Volunteer withPosition(Optional<String> position) {
    return new Volunteer(organization, position, location, url, period, summary, highlights, other);
  }

  public Volunteer withPosition(String position) {
    return withPosition(Optional.of(position));
  }

  public Volunteer withLocation(Optional<String> location) {
    return new Volunteer(organization, position, location, url, period, summary, highlights, other);
  }

  public Volunteer withLocation(String location) {
    return withLocation(Optional.of(location));
  }

  public Volunteer withUrl(Optional<String> url) {
    return new Volunteer(organization, position, location, url, period, summary, highlights, other);
  }

  public Volunteer withUrl(String url) {
    return withUrl(Optional.of(url));
  }

  public Volunteer withPeriod(Period period) {
    return new Volunteer(organization, position, location, url, period, summary, highlights, other);
  }

  public Volunteer withSummary(Optional<String> summary) {
    return new Volunteer(organization, position, location, url, period, summary, highlights, other);
  }

  public Volunteer withSummary(String summary) {
    return withSummary(Optional.of(summary));
  }

  public Volunteer withHighlights(List<String> highlights) {
    return new Volunteer(organization, position, location, url, period, summary, highlights, other);
  }

  public Volunteer withOther(Unmapped other) {
    return new Volunteer(organization, position, location, url, period, summary, highlights, other);
  }
}
