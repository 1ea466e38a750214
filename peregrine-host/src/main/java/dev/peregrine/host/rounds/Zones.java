package dev.peregrine.host.rounds;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;

/** Time zones as people write them. */
public final class Zones {

  // Not ZoneId's own list: a library that reads calendars adds zones without rules to that.
  private static final List<String> ALL =
      Stream.of(TimeZone.getAvailableIDs())
          .filter(
              id ->
                  id.matches(
                      "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
          .sorted()
          .toList();

  private Zones() {}

  /** The zones that are named after a place. */
  public static List<String> all() {
    return ALL;
  }

  /**
   * The zone of a name, such as {@code Europe/Berlin}, {@code new york}, {@code UTC} or {@code
   * +02:00}.
   */
  public static Optional<ZoneId> find(String text) {
    String name = text.strip().replace(' ', '_');
    if (name.isEmpty() || name.length() > 60) {
      return Optional.empty();
    }
    return ALL.stream()
        .filter(id -> id.equalsIgnoreCase(name))
        .findFirst()
        .or(() -> ALL.stream().filter(id -> place(id).equalsIgnoreCase(name)).findFirst())
        .map(ZoneId::of)
        .or(() -> offset(name));
  }

  private static Optional<ZoneId> offset(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (!upper.matches("(UTC|GMT|Z)?([+-]\\d{1,2}(:?\\d{2})?)?")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          upper.matches("UTC|GMT|Z") ? ZoneOffset.UTC : ZoneId.of(upper).normalized());
    } catch (DateTimeException no) {
      return Optional.empty();
    }
  }

  private static String place(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  /** The place that a zone is named after, such as {@code New York}; an offset as it is. */
  public static String name(ZoneId zone) {
    return zone.normalized() instanceof ZoneOffset offset && !zone.getId().contains("/")
        ? offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId()
        : place(zone.getId()).replace('_', ' ');
  }
}
