package dev.peregrine.host.searches;

import dev.peregrine.host.places.NamedPlace;
import java.util.List;

/**
 * Places whose names begin as typed.
 *
 * @param said how many, for who cannot see the list
 */
record PlacesPart(String typed, List<NamedPlace> found, String said) {

  static PlacesPart of(String typed, List<NamedPlace> found) {
    String said =
        typed.isBlank()
            ? ""
            : switch (found.size()) {
              case 0 -> "No place of that name is known. It can be added all the same.";
              case 1 -> "1 place.";
              default -> found.size() + " places.";
            };
    return new PlacesPart(typed, found, said);
  }
}
