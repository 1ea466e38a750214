package dev.peregrine.host.tracking;

import dev.peregrine.api.integration.TrackerTarget.Column;
import dev.peregrine.api.integration.TrackerTarget.Kind;

/**
 * A column that the person keeps elsewhere themselves, such as notes, and wants to read here.
 *
 * @param column its id
 * @param name as it was called when it was seen last
 */
public record OwnColumn(String column, String name, Kind kind) {

  /** One that is there. */
  public static OwnColumn of(Column column) {
    return new OwnColumn(column.id().orElseThrow(), column.name(), column.kind());
  }
}
