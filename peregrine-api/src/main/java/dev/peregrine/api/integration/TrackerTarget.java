package dev.peregrine.api.integration;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table of a {@link Tracker}: a database, a sheet.
 *
 * @param id as the service names it, lasting over renaming
 * @param name as people read it
 * @param link where the person sees it, if anywhere
 * @param columns in their order
 * @since 0.1
 */
public record TrackerTarget(String id, String name, Optional<URI> link, List<Column> columns) {

  /** What a column holds. Constants may be added in minor versions. */
  public enum Kind {
    /** The name of the row, in tables that have one such column. */
    TITLE,
    /** Text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** A day or a moment. */
    DATE,
    /** An address. */
    LINK,
    /** One of several words. */
    CHOICE,
    /** Some of several words. */
    CHOICES,
    /** Yes or no. */
    CHECK,
    /** Something that cannot be written or read here. */
    OTHER
  }

  /**
   * A column of a table.
   *
   * @param id as the service names it, lasting over renaming; empty for a column that is still to
   *     be made
   * @param name as people read it
   * @param kind what it holds
   * @param choices the words that a {@code CHOICE} or {@code CHOICES} knows already; the tracker
   *     adds others as they come
   */
  public record Column(Optional<String> id, String name, Kind kind, List<String> choices) {
    public Column {
      Objects.requireNonNull(id);
      if (name.isBlank()) {
        throw new IllegalArgumentException(
            "Column \"%s\": the name is blank.".formatted(id.orElse("")));
      }
      Objects.requireNonNull(kind);
      choices = List.copyOf(choices);
    }

    /** A column that is to be made. */
    public static Column wanted(String name, Kind kind) {
      return new Column(Optional.empty(), name, kind, List.of());
    }

    /** A column that is there. */
    public static Column of(String id, String name, Kind kind) {
      return new Column(Optional.of(id), name, kind, List.of());
    }

    /** This with words to choose from. */
    public Column withChoices(List<String> newChoices) {
      return new Column(id, name, kind, newChoices);
    }
  }

  public TrackerTarget {
    if (id.isBlank()) {
      throw new IllegalArgumentException("Table \"%s\": the id is blank.".formatted(name));
    }
    name = name.isBlank() ? id : name.strip();
    Objects.requireNonNull(link);
    columns = List.copyOf(columns);
  }
}
