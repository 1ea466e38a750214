package dev.peregrine.host.discovery;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a posting is where a person wants to work. A posting that does not say where passes, and
 * so does a remote one, unless it is for people in other countries only.
 */
final class LocationFilter {

  /**
   * A wanted place.
   *
   * @param words of its first part; none where it is a country as a whole
   */
  private record Wanted(List<String> words, Optional<String> country) {}

  private final List<Wanted> wanted;
  private final boolean remoteWanted;
  private final Set<String> homes = new LinkedHashSet<>();

  LocationFilter(BoardQuery query) {
    this.remoteWanted = query.remote().isEmpty() || query.remote().contains(RemoteMode.REMOTE);
    var places = new ArrayList<Wanted>();
    for (String location : query.locations()) {
      places.add(wanted(location, query.country()));
    }
    if (places.isEmpty()) {
      query.country().ifPresent(code -> places.add(new Wanted(List.of(), Optional.of(code))));
    }
    this.wanted = List.copyOf(places);
    if (query.country().isPresent()) {
      homes.add(query.country().get());
    } else {
      wanted.forEach(place -> place.country().ifPresent(homes::add));
    }
  }

  /** What is wrong with the place; empty where nothing is. */
  Optional<String> objection(Posting posting) {
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    if (Modes.of(posting).filter(mode -> mode == RemoteMode.REMOTE).isPresent() && remoteWanted) {
      return remoteObjection(posting);
    }
    if (posting.places().isEmpty()) {
      return Optional.empty();
    }
    for (Place place : posting.places()) {
      for (Wanted one : wanted) {
        if (matches(place, one)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of("It is in %s.".formatted(shown(posting.places())));
  }

  private Optional<String> remoteObjection(Posting posting) {
    if (homes.isEmpty()) {
      return Optional.empty();
    }
    String from = posting.details().get(PostingDetail.REMOTE_FROM);
    List<String> names =
        from != null
            ? List.of(from.split("\\s*[,;|]\\s*"))
            : posting.places().stream().map(place -> place.country().orElse(place.text())).toList();
    var allowed = new LinkedHashSet<String>();
    for (String name : names) {
      if (name.isBlank()) {
        continue;
      }
      Optional<Set<String>> countries =
          Regions.isEverywhere(name) ? Optional.empty() : Regions.countries(name);
      // A name that is not understood may well mean here.
      if (countries.isEmpty() || countries.get().stream().anyMatch(homes::contains)) {
        return Optional.empty();
      }
      allowed.add(
          countries.get().size() == 1 ? Regions.name(countries.get().iterator().next()) : name);
    }
    return allowed.isEmpty()
        ? Optional.empty()
        : Optional.of("It is for people in %s only.".formatted(few(List.copyOf(allowed))));
  }

  private static Wanted wanted(String location, Optional<String> home) {
    String[] parts = location.strip().split("\\s*,\\s*");
    Optional<String> whole = Place.countryCode(location);
    if (whole.isPresent() && location.strip().length() > 2) {
      return new Wanted(List.of(), whole);
    }
    Optional<String> country =
        parts.length > 1 ? Regions.country(parts[parts.length - 1]) : Optional.empty();
    return new Wanted(Words.of(parts[0]), country.or(() -> home));
  }

  private static boolean matches(Place place, Wanted one) {
    String text = place.text();
    Optional<String> country = place.country().or(() -> lastPart(text));
    boolean elsewhere =
        country.isPresent()
            && one.country().isPresent()
            && !country.get().equals(one.country().get());
    if (elsewhere) {
      return false;
    }
    if (one.words().isEmpty()) {
      // Only a country is wanted: an unknown one passes.
      return true;
    }
    if (Regions.isCity(Words.of(text), one.words())
        || place.city().filter(city -> Regions.isCity(Words.of(city), one.words())).isPresent()) {
      return true;
    }
    // "Germany" alone may be anywhere in it, a wanted city too.
    return country.isPresent()
        && one.country().isPresent()
        && Place.countryCode(text).isPresent()
        && place.city().isEmpty();
  }

  private static Optional<String> lastPart(String text) {
    String[] parts = text.split("\\s*[,(]\\s*|\\s+-\\s+|\\)");
    return parts.length == 0 ? Optional.empty() : Regions.country(parts[parts.length - 1]);
  }

  private static String shown(List<Place> places) {
    return few(places.stream().map(Place::text).distinct().toList());
  }

  private static String few(List<String> names) {
    String shown = String.join(" and ", names.subList(0, Math.min(2, names.size())));
    String text = names.size() > 2 ? shown + " and " + (names.size() - 2) + " more" : shown;
    return text.length() > 120 ? text.substring(0, 120) + "…" : text;
  }
}
