package dev.peregrine.host.tracking;

import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.api.integration.TrackerTarget.Column;
import dev.peregrine.api.integration.TrackerTarget.Kind;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which column of a table is probably for which field. */
final class Suggestion {

  private static final Set<String> OWN =
      Set.of(
          "notes", "note", "tags", "tag", "comments", "comment", "notizen", "notiz", "kommentar");

  private Suggestion() {}

  /** By name and kind; a column serves one field. */
  static Map<Field, Column> of(TrackerTarget target) {
    var suggested = new EnumMap<Field, Column>(Field.class);
    var taken = new HashSet<String>();
    for (Field field : Field.values()) {
      target.columns().stream()
          .filter(column -> column.id().isPresent() && !taken.contains(column.id().get()))
          .filter(column -> field.isCalled(column.name()) && field.fits(column.kind()))
          .findFirst()
          .ifPresent(
              column -> {
                suggested.put(field, column);
                taken.add(column.id().orElseThrow());
              });
    }
    if (!suggested.containsKey(Field.TITLE)) {
      // A row without a name is a riddle, whatever the column is called.
      target.columns().stream()
          .filter(column -> column.kind() == Kind.TITLE)
          .filter(column -> column.id().filter(id -> !taken.contains(id)).isPresent())
          .findFirst()
          .ifPresent(column -> suggested.put(Field.TITLE, column));
    }
    return suggested;
  }

  /** Columns that a person mostly keeps themselves. */
  static List<Column> own(TrackerTarget target) {
    return target.columns().stream()
        .filter(column -> OWN.contains(column.name().toLowerCase(java.util.Locale.ROOT)))
        .filter(column -> column.kind() != Kind.OTHER)
        .toList();
  }
}
