package dev.peregrine.plugin.board.craigslist;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardQuery;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The metros that a search goes to: those of its locations by the location map, or all that the
 * person named where it has no location.
 */
record Metros(List<String> named, List<String> map) {

  static final SettingSpec.Texts METROS =
      new SettingSpec.Texts(
          "metros",
          "Metros",
          "The first part of the addresses of your Craigslist pages, such as sfbay in sfbay.craigslist.org.",
          List.of("sfbay"));

  static final SettingSpec.Texts LOCATION_MAP =
      new SettingSpec.Texts(
          "location-map",
          "Location map",
          "Which metro a location of your search profile belongs to, such as Oakland=sfbay.",
          List.of(
              "San Francisco=sfbay",
              "Oakland=sfbay",
              "San Jose=sfbay",
              "New York=newyork",
              "Los Angeles=losangeles",
              "San Diego=sandiego",
              "Washington=washingtondc",
              "Las Vegas=lasvegas"));

  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  static Metros of(BoardContext context) {
    return new Metros(context.settings().texts("metros"), context.settings().texts("location-map"));
  }

  Collection<String> of(BoardQuery query, BoardContext context) throws ExtensionException {
    if (named.isEmpty()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Craigslist: no metro is named. Enter at least one, such as sfbay for sfbay.craigslist.org.");
    }
    var metros = new LinkedHashSet<String>();
    if (query.locations().isEmpty()) {
      for (String metro : named) {
        metros.add(checked(metro));
      }
    }
    for (String location : query.locations()) {
      Optional<String> metro = metro(location);
      if (metro.isPresent()) {
        metros.add(checked(metro.get()));
      } else {
        context.skipped(
            "location \"%s\"".formatted(location),
            new ExtensionException(
                Kind.BAD_SETTINGS,
                "Craigslist: no metro is known for \"%s\". Enter it in the location map, such as %s=sfbay."
                    .formatted(location, location)));
      }
    }
    return metros;
  }

  /** By the map, or one of the named that is called like it: {@code Los Angeles, CA}. */
  private Optional<String> metro(String location) {
    for (String part : List.of(location, location.split(",", 2)[0])) {
      List<String> words = BoardQuery.words(part);
      for (String entry : map) {
        int equals = entry.lastIndexOf('=');
        if (equals > 0 && BoardQuery.words(entry.substring(0, equals)).equals(words)) {
          return Optional.of(entry.substring(equals + 1).strip());
        }
      }
      String joined = String.join("", words);
      if (named.contains(joined)) {
        return Optional.of(joined);
      }
    }
    return Optional.empty();
  }

  private static String checked(String metro) throws ExtensionException {
    if (!LABEL.matcher(metro).matches()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Craigslist: metro \"%s\", expected the first part of an address, such as sfbay."
              .formatted(metro));
    }
    return metro;
  }
}
