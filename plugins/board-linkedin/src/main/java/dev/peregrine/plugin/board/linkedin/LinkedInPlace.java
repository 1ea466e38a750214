package dev.peregrine.plugin.board.linkedin;

import dev.peregrine.api.Place;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Places as LinkedIn writes them: {@code Minto, New South Wales, Australia}, {@code Austin, TX}.
 */
final class LinkedInPlace {

  private static final Pattern STATE = Pattern.compile("[A-Z]{2}");

  private LinkedInPlace() {}

  /**
   * The place with its city and region where the text tells them apart; {@code California, United
   * States} and {@code Berlin, Germany} look alike and are left as they are.
   */
  static Optional<Place> parse(String text) {
    return Place.parse(text).map(LinkedInPlace::split);
  }

  private static Place split(Place place) {
    String[] parts = place.text().split("\\s*,\\s*");
    boolean whole = parts.length == 3 && place.country().isPresent();
    boolean american =
        parts.length == 2 && place.country().isEmpty() && STATE.matcher(parts[1]).matches();
    return whole || american
        ? new Place(place.text(), Optional.of(parts[0]), Optional.of(parts[1]), place.country())
        : place;
  }
}
