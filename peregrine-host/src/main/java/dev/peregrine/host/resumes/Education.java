package dev.peregrine.host.resumes;

import java.util.List;
import java.util.Optional;

/**
 * A course of study.
 *
 * @param institution the school
 * @param area the field
 * @param studyType the degree, as written
 * @param location our extension
 * @param score grade, as written
 * @param highlights our extension: what else stood there
 * @param other members we have no name for, kept as they are
 */
public record Education(
    Optional<String> institution,
    Optional<String> url,
    Optional<String> area,
    Optional<String> studyType,
    Optional<String> location,
    Period period,
    Optional<String> score,
    List<String> courses,
    List<String> highlights,
    Unmapped other) {

  /** Says nothing. */
  public static final Education EMPTY =
      new Education(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Period.NONE,
          Optional.empty(),
          List.of(),
          List.of(),
          Unmapped.NONE);

  public Education {
    courses = List.copyOf(courses);
    highlights = List.copyOf(highlights);
  }

  public Education withInstitution(Optional<String> institution) {
    return new Education(
        institution, url, area, studyType, location, period, score, courses, highlights, other);
  }

  public Education withInstitution(String institution) {
    return withInstitution(Optional.of(institution));
  }

  public Education withUrl(Optional<String> url) {
    return new Education(
        institution, url, area, studyType, location, period, score, courses, highlights, other);
  }

  public Education withUrl(String url) {
    return withUrl(Optional.of(url));
  }

  public Education withArea(Optional<String> area) {
    return new Education(
        institution, url, area, studyType, location, period, score, courses, highlights, other);
  }

  public Education withArea(String area) {
    return withArea(Optional.of(area));
  }

  public Education withStudyType(Optional<String> studyType) {
    return new Education(
        institution, url, area, studyType, location, period, score, courses, highlights, other);
  }

  public Education withStudyType(String studyType) {
    return withStudyType(Optional.of(studyType));
  }

  public Education withLocation(Optional<String> location) {
    return new Education(
        institution, url, area, studyType, location, period, score, courses, highlights, other);
  }

  public Education withLocation(String location) {
    return withLocation(Optional.of(location));
  }

  public Education withPeriod(Period period) {
    return new Education(
        institution, url, area, studyType, location, period, score, courses, highlights, other);
  }

  public Education withScore(Optional<String> score) {
    return new Education(
        institution, url, area, studyType, location, period, score, courses, highlights, other);
  }

  public Education withScore(String score) {
    return withScore(Optional.of(score));
  }

  public Education withCourses(List<String> courses) {
    return new Education(
        institution, url, area, studyType, location, period, score, courses, highlights, other);
  }

  public Education withHighlights(List<String> highlights) {
    return new Education(
        institution, url, area, studyType, location, period, score, courses, highlights, other);
  }

  public Education withOther(Unmapped other) {
    return new Education(
        institution, url, area, studyType, location, period, score, courses, highlights, other);
  }
}
