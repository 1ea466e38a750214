package dev.peregrine.host.tracking;

import dev.peregrine.api.integration.TrackerTarget.Column;
import dev.peregrine.api.integration.TrackerTarget.Kind;

/**
 * A field and its column.
 *
 * @param column its id
 * @param name as it was called when it was seen last
 */
public record Mapped(Field field, String column, String name, Kind kind) {

  /** A field with a column that is there. */
  public static Mapped of(Field field, Column column) {
    return new Mapped(field, column.id().orElseThrow(), column.name(), column.kind());
  }
}
