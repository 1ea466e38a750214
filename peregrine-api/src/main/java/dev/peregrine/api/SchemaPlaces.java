package dev.peregrine.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the work of a schema.org JobPosting is done.
 *
 * @param told every place as it stands there, {@code Remote} among them
 */
record SchemaPlaces(List<Place> told) {

  private static final int MOST = 50;

  static SchemaPlaces of(SchemaValue data) {
    List<SchemaValue> locations = data.at("jobLocation").all();
    // Careless pages put the parts of the address beside the title.
    List<Place> places =
        locations.isEmpty()
            ? ofAddress(data)
            : namedApart(locations).orElseGet(() -> all(locations));
    return new SchemaPlaces(places.stream().distinct().limit(MOST).toList());
  }

  /** The places, without words that say only how the work is done. */
  List<Place> places() {
    return told.stream().filter(place -> !Place.isWorkModel(place.text())).toList();
  }

  /** What the places say of remote work, where all say the same. */
  Optional<RemoteMode> remote() {
    Set<Optional<RemoteMode>> modes = new LinkedHashSet<>();
    told.forEach(place -> modes.add(RemoteMode.ofPlace(place.text())));
    return modes.size() == 1 ? modes.iterator().next() : Optional.empty();
  }

  /** Some pages give every place the same address, and tell them apart by their names. */
  private static Optional<List<Place>> namedApart(List<SchemaValue> locations) {
    List<String> names =
        locations.stream()
            .flatMap(location -> location.at("name").text().stream())
            .distinct()
            .toList();
    boolean apart =
        names.size() > 1
            && names.size() == locations.size()
            && all(locations).stream().distinct().count() == 1;
    return apart
        ? Optional.of(locations.stream().flatMap(SchemaPlaces::ofName).toList())
        : Optional.empty();
  }

  /** Of the shared address only the country is true of all, and the town of its own place. */
  private static Stream<Place> ofName(SchemaValue location) {
    SchemaValue address = location.at("address");
    Optional<String> town = address.at("addressLocality").text();
    String name = location.at("name").text().orElseThrow();
    if (town.isPresent() && name.contains(town.get())) {
      return ofAddress(address).stream();
    }
    Optional<String> country = address.at("addressCountry").name().flatMap(Place::countryCode);
    return Place.parse(name).stream()
        .map(
            place ->
                new Place(
                    place.text(), place.city(), place.region(), place.country().or(() -> country)));
  }

  private static List<Place> all(List<SchemaValue> locations) {
    var places = new ArrayList<Place>();
    for (SchemaValue location : locations) {
      places.addAll(ofLocation(location));
    }
    return places;
  }

  private static List<Place> ofLocation(SchemaValue location) {
    List<SchemaValue> addresses = location.at("address").all();
    var places = new ArrayList<Place>();
    for (SchemaValue address : addresses.isEmpty() ? List.of(location) : addresses) {
      List<Place> parts = ofAddress(address);
      if (parts.isEmpty()) {
        address.text().flatMap(Place::parse).ifPresent(places::add);
      } else {
        places.addAll(parts);
      }
    }
    if (places.isEmpty()) {
      location.at("name").text().flatMap(Place::parse).ifPresent(places::add);
    }
    return places;
  }

  /** From an address's parts; a region and country may stand once for several towns. */
  private static List<Place> ofAddress(SchemaValue address) {
    Optional<String> region = address.at("addressRegion").name();
    Optional<String> country = address.at("addressCountry").name();
    List<String> towns = address.at("addressLocality").names();
    if (towns.isEmpty()) {
      return Place.of(Optional.empty(), region, country).stream().toList();
    }
    return towns.stream()
        .flatMap(town -> Place.of(Optional.of(town), region, country).stream())
        .toList();
  }
}
