package dev.peregrine.host.resumes;

import java.util.List;
import java.util.Optional;

/**
 * A project.
 *
 * @param entity whom it was for
 * @param other members we have no name for, kept as they are
 */
public record Project(
    Optional<String> name,
    Optional<String> description,
    List<String> highlights,
    List<String> keywords,
    Period period,
    Optional<String> url,
    List<String> roles,
    Optional<String> entity,
    Optional<String> type,
    Unmapped other) {

  /** Says nothing. */
  public static final Project EMPTY =
      new Project(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Period.NONE,
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Unmapped.NONE);

  public Project {
    highlights = List.copyOf(highlights);
    keywords = List.copyOf(keywords);
    roles = List.copyOf(roles);
  }

  public Project withName(Optional<String> name) {
    return new Project(
        name, description, highlights, keywords, period, url, roles, entity, type, other);
  }

  public Project withName(String name) {
    return withName(Optional.of(name));
  }

  public Project withDescription(Optional<String> description) {
    return new Project(
        name, description, highlights, keywords, period, url, roles, entity, type, other);
  }

  public Project withDescription(String description) {
    return withDescription(Optional.of(description));
  }

  public Project withHighlights(List<String> highlights) {
    return new Project(
        name, description, highlights, keywords, period, url, roles, entity, type, other);
  }

  public Project withKeywords(List<String> keywords) {
    return new Project(
        name, description, highlights, keywords, period, url, roles, entity, type, other);
  }

  public Project withPeriod(Period period) {
    return new Project(
        name, description, highlights, keywords, period, url, roles, entity, type, other);
  }

  public Project withUrl(Optional<String> url) {
    return new Project(
        name, description, highlights, keywords, period, url, roles, entity, type, other);
  }

  public Project withUrl(String url) {
    return withUrl(Optional.of(url));
  }

  public Project withRoles(List<String> roles) {
    return new Project(
        name, description, highlights, keywords, period, url, roles, entity, type, other);
  }

  public Project withEntity(Optional<String> entity) {
    return new Project(
        name, description, highlights, keywords, period, url, roles, entity, type, other);
  }

  public Project withEntity(String entity) {
    return withEntity(Optional.of(entity));
  }

  public Project withType(Optional<String> type) {
    return new Project(
        name, description, highlights, keywords, period, url, roles, entity, type, other);
  }

  public Project withType(String type) {
    return withType(Optional.of(type));
  }

  public Project withOther(Unmapped other) {
    return new Project(
        name, description, highlights, keywords, period, url, roles, entity, type, other);
  }
}
