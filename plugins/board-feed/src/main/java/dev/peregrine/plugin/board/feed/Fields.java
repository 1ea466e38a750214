package dev.peregrine.plugin.board.feed;

import dev.peregrine.api.Markup;
import dev.peregrine.api.Place;
import dev.peregrine.api.RemoteMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands in an entry beyond RSS and Atom. Every board has a namespace of its own for the same
 * things, so elements are known by their names without prefix, dashes and case.
 */
record Fields(Map<String, List<Markup>> elements) {

  private static final Pattern FLAG = Pattern.compile("[\\x{1F1E6}-\\x{1F1FF}]{2}\\s*");

  static Fields of(Markup item) {
    var elements = new HashMap<String, List<Markup>>();
    for (Markup element : item.select("*")) {
      elements.computeIfAbsent(name(element), any -> new ArrayList<>()).add(element);
    }
    return new Fields(elements);
  }

  private static String name(Markup element) {
    String name = element.name();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }

  /** The text of the first element of one of these names that has one. */
  Optional<String> text(String... names) {
    for (String name : names) {
      for (Markup element : elements.getOrDefault(name, List.of())) {
        Optional<String> text = element.text().filter(Fields::isSaid);
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }

  List<Place> places() {
    return told().stream().filter(place -> !Place.isWorkModel(place.text())).toList();
  }

  /** What the places say of remote work, where all say the same. */
  Optional<RemoteMode> remoteOfPlaces() {
    Set<Optional<RemoteMode>> modes = new HashSet<>();
    told().forEach(place -> modes.add(RemoteMode.ofPlace(place.text())));
    return modes.size() == 1 ? modes.iterator().next() : Optional.empty();
  }

  private List<Place> told() {
    var places = new ArrayList<Place>();
    for (String name : List.of("location", "joblocation")) {
      for (Markup location : elements.getOrDefault(name, List.of())) {
        Fields parts = of(location);
        parts
            .place()
            .or(
                () ->
                    parts
                        .text("name")
                        .or(location::text)
                        .filter(Fields::isSaid)
                        .flatMap(Place::parse))
            .ifPresent(places::add);
      }
    }
    if (places.isEmpty()) {
      place().ifPresent(places::add);
    }
    return places.stream().distinct().toList();
  }

  private Optional<Place> place() {
    return Place.of(
        text("city"), text("region", "state"), text("country").map(Fields::withoutFlag));
  }

  private static String withoutFlag(String country) {
    return FLAG.matcher(country).replaceAll("");
  }

  private static boolean isSaid(String text) {
    return !text.equalsIgnoreCase("null") && !text.equalsIgnoreCase("n/a") && !text.equals("-");
  }
}
