package dev.peregrine.host.pipeline;

import dev.peregrine.api.Place;
import dev.peregrine.api.RemoteMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The places of a posting, made comparable.
 *
 * @param spots none where no place is known
 * @param remote empty where it is not known
 */
record PlaceKey(Set<Spot> spots, Optional<RemoteMode> remote) {

  private static final Pattern PARTS = Pattern.compile("[,;|/()•·–—]+| - ");
  private static final Pattern NO_PLACE =
      Pattern.compile(
          "\\b(?:remote|anywhere|worldwide|global(?:ly)?|home ?office|hybrid|flexible|fully|100 ?%|work from home|on-?site|vor ort|only|based|metropolitan|metro|greater|bay|area|city of)\\b");
  private static final Pattern BLANKS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Cities that boards write in two languages. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("munchen", "munich"),
          Map.entry("koln", "cologne"),
          Map.entry("nurnberg", "nuremberg"),
          Map.entry("frankfurt am main", "frankfurt"),
          Map.entry("hannover", "hanover"),
          Map.entry("wien", "vienna"),
          Map.entry("genf", "geneva"),
          Map.entry("geneve", "geneva"),
          Map.entry("bruxelles", "brussels"),
          Map.entry("brussel", "brussels"),
          Map.entry("praha", "prague"),
          Map.entry("warszawa", "warsaw"),
          Map.entry("lisboa", "lisbon"),
          Map.entry("milano", "milan"),
          Map.entry("roma", "rome"),
          Map.entry("kobenhavn", "copenhagen"),
          Map.entry("new york city", "new york"),
          Map.entry("nyc", "new york"));

  /** A city, or a country, or a city of a country; the unknown part is empty. */
  record Spot(String city, String country) {

    boolean couldBe(Spot other) {
      boolean sameCountry = country.equals(other.country);
      if (city.isEmpty() || other.city.isEmpty()) {
        return sameCountry;
      }
      return isIn(other);
    }

    /** Both name the same city. */
    boolean isIn(Spot other) {
      return !city.isEmpty()
          && city.equals(other.city)
          && (country.equals(other.country) || country.isEmpty() || other.country.isEmpty());
    }
  }

  static PlaceKey of(List<Place> places, Optional<RemoteMode> remote) {
    Set<Spot> spots = new HashSet<>();
    for (Place place : places) {
      Spot spot = spot(place);
      if (!spot.city.isEmpty() || !spot.country.isEmpty()) {
        spots.add(spot);
      }
    }
    return new PlaceKey(Set.copyOf(spots), remote);
  }

  /** The key that has that text. */
  static PlaceKey parse(String text, Optional<RemoteMode> remote) {
    Set<Spot> spots = new HashSet<>();
    for (String part : text.split("\\|", -1)) {
      int at = part.indexOf('@');
      if (at >= 0) {
        spots.add(new Spot(part.substring(0, at), part.substring(at + 1)));
      }
    }
    return new PlaceKey(Set.copyOf(spots), remote);
  }

  String text() {
    return spots.stream()
        .map(spot -> spot.city + "@" + spot.country)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining("|"));
  }

  /** Its one city; empty where it has none or several. */
  String city() {
    return spots.size() == 1 ? spots.iterator().next().city : "";
  }

  /** Whether both may be the same place. What is not known of one does not speak against it. */
  boolean couldBe(PlaceKey other) {
    if (isRemote() && other.isRemote()) {
      return !inOtherCountryThan(other);
    }
    if (spots.isEmpty() || other.spots.isEmpty()) {
      return remote.isEmpty() || other.remote.isEmpty() || isRemote() == other.isRemote();
    }
    // Boards disagree about what is remote in a city; in a country, it is another job than a desk.
    boolean differ =
        remote.isPresent() && other.remote.isPresent() && isRemote() != other.isRemote();
    return spots.stream()
        .anyMatch(
            here ->
                other.spots.stream()
                    .anyMatch(there -> differ ? here.isIn(there) : here.couldBe(there)));
  }

  private boolean inOtherCountryThan(PlaceKey other) {
    Set<String> here = countries();
    Set<String> there = other.countries();
    return !here.isEmpty() && !there.isEmpty() && here.stream().noneMatch(there::contains);
  }

  private Set<String> countries() {
    return spots.stream()
        .map(Spot::country)
        .filter(country -> !country.isEmpty())
        .collect(Collectors.toSet());
  }

  private boolean isRemote() {
    return remote.equals(Optional.of(RemoteMode.REMOTE));
  }

  private static Spot spot(Place place) {
    String country = place.country().orElse("");
    String city = place.city().map(PlaceKey::city).orElse("");
    if (!city.isEmpty()) {
      return new Spot(city, country);
    }
    for (String part : PARTS.split(place.text(), -1)) {
      String name = city(part);
      Optional<String> code = Place.countryCode(part);
      if (code.isPresent()) {
        country = country.isEmpty() ? code.get() : country;
      } else if (city.isEmpty()) {
        city = name;
      }
    }
    return new Spot(city, country);
  }

  private static String city(String text) {
    String plain =
        BLANKS.matcher(NO_PLACE.matcher(Folded.key(text)).replaceAll(" ")).replaceAll(" ").strip();
    return Objects.requireNonNullElse(SAME.get(plain), plain);
  }
}
