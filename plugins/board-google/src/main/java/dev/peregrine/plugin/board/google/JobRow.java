package dev.peregrine.plugin.board.google;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One posting of a page, in whichever shape the page holds it. */
sealed interface JobRow permits JobArray, JobCard {

  Posting posting(InstantSource clock) throws ExtensionException;

  /** {@code Austin, TX, United States (+2 others)}; {@code Anywhere} is no place. */
  static List<Place> places(String text) {
    String bare = text.replaceFirst("\\s*\\(\\+\\d+ others?\\)$", "").strip();
    if (Place.isWorkModel(bare) || remote(bare).isPresent()) {
      return List.of();
    }
    String[] parts = bare.split("\\s*,\\s*");
    boolean whole = parts.length == 3;
    return Place.parse(bare)
        .map(
            place ->
                new Place(
                    place.text(),
                    whole ? Optional.of(parts[0]) : Optional.empty(),
                    whole ? Optional.of(parts[1]) : Optional.empty(),
                    place.country()))
        .stream()
        .toList();
  }

  static Optional<RemoteMode> remote(String place) {
    return RemoteMode.parse(place).or(() -> RemoteMode.ofPlace(place));
  }
}
