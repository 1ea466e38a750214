package dev.peregrine.recipes;

import dev.peregrine.api.board.BoardFilter;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names that requests may use, and {@code $names} in fields. */
record Names(Set<String> known) {

  /** What a search is asked for; where a name narrows it, the filter that a board then applies. */
  private static final Map<String, Set<BoardFilter>> OF_QUERY =
      Map.ofEntries(
          Map.entry("title", Set.of(BoardFilter.TITLE)),
          Map.entry("titles", Set.of(BoardFilter.TITLE)),
          Map.entry("location", Set.of(BoardFilter.LOCATION)),
          Map.entry("country", Set.of(BoardFilter.LOCATION)),
          Map.entry("distance-km", Set.of(BoardFilter.DISTANCE)),
          Map.entry("distance-miles", Set.of(BoardFilter.DISTANCE)),
          Map.entry("remote", Set.of(BoardFilter.REMOTE)),
          Map.entry("remote-only", Set.of(BoardFilter.REMOTE)),
          Map.entry("max-age-days", Set.of(BoardFilter.AGE)),
          Map.entry("max-age-hours", Set.of(BoardFilter.AGE)),
          Map.entry("since", Set.of(BoardFilter.AGE)),
          Map.entry("employment-types", Set.of(BoardFilter.EMPLOYMENT_TYPE)),
          Map.entry("min-pay", Set.of(BoardFilter.PAY)),
          Map.entry("employer", Set.of()),
          Map.entry("employer-name", Set.of()),
          Map.entry("limit", Set.of()),
          Map.entry("size", Set.of()),
          Map.entry("page", Set.of()),
          Map.entry("offset", Set.of()),
          Map.entry("cursor", Set.of()));

  Names {
    known = Set.copyOf(known);
  }

  static Names ofQuery() {
    return new Names(OF_QUERY.keySet());
  }

  /** These and others. */
  Names and(Collection<String> others) {
    var more = new TreeSet<>(known);
    more.addAll(others);
    return new Names(more);
  }

  /**
   * What that name stands for.
   *
   * @throws IllegalArgumentException with what was expected, where it stands for nothing
   */
  Spot path(String name) {
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "a name in braces that is one of " + String.join(", ", new TreeSet<>(known)));
    }
    return new Spot.Asked(name);
  }

  /** The filters that a board applies by being told these. */
  static Set<BoardFilter> filters(Set<String> used) {
    // Where the board is not told the title, the engine compares it.
    var filters = EnumSet.of(BoardFilter.TITLE);
    OF_QUERY.forEach(
        (name, narrowed) -> {
          if (used.contains(name)) {
            filters.addAll(narrowed);
          }
        });
    return filters;
  }
}
