package dev.peregrine.host.searches;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.places.NamedPlace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Places whose names begin as typed.
 *
 * @param said how many, for who cannot see the list
 */
record PlacesPart(String typed, List<NamedPlace> found, String said) {

  private static final int MOST = 8;
  private static final int MOST_STORED = 3;

  /**
   * @param stored places of stored jobs, and how many are there; villages that no list knows
   */
  static PlacesPart of(String typed, List<NamedPlace> known, Map<String, Integer> stored) {
    Set<String> cities =
        known.stream().map(NamedPlace::value).map(PlacesPart::city).collect(Collectors.toSet());
    List<NamedPlace> more =
        stored.entrySet().stream()
            .filter(place -> cities.add(city(place.getKey())))
            .limit(MOST_STORED)
            .map(
                place ->
                    new NamedPlace(
                        place.getKey(), t("searches.place-jobs", "count", place.getValue())))
            .toList();
    return of(
        typed, Stream.concat(known.stream().limit(MOST - more.size()), more.stream()).toList());
  }

  private static String city(String place) {
    return place.split(",", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static PlacesPart of(String typed, List<NamedPlace> found) {
    String said = typed.isBlank() ? "" : t("searches.places-found", "count", found.size());
    return new PlacesPart(typed, found, said);
  }
}
