package dev.peregrine.plugin.board.glassdoor;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.board.BoardContext;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where to search, by Glassdoor's own numbers.
 *
 * @param kind {@code CITY}, {@code STATE} or {@code COUNTRY}
 */
record GlassdoorPlace(String id, String kind) {

  /** What Glassdoor searches for work from home, and where no place is named. */
  static final GlassdoorPlace REMOTE = new GlassdoorPlace("11047", "STATE");

  /** The place that Glassdoor suggests first for a text; empty where it knows none. */
  static Optional<GlassdoorPlace> find(String text, URI site, BoardContext context)
      throws ExtensionException, InterruptedException {
    var call =
        HttpCall.get(
                HttpCall.under(GlassdoorBoard.server(site, context), "autocomplete", "location"))
            .withQuery("locationTypeFilters", "CITY,STATE,COUNTRY")
            .withQuery("caller", "jobs")
            .withQuery("term", text);
    Json answer = GlassdoorBoard.call(call, site, context).json();
    return Stream.of(answer, answer.at("locations"))
        .flatMap(list -> list.items().stream())
        .flatMap(item -> read(item).stream())
        .findFirst();
  }

  private static Optional<GlassdoorPlace> read(Json item) {
    Optional<String> id =
        item.at("locationId").text().or(() -> item.at("id").text()).filter(GlassdoorPlace::isId);
    Optional<String> kind =
        item.at("locationType")
            .text()
            .or(() -> item.at("type").text())
            .flatMap(GlassdoorPlace::kind);
    return id.flatMap(number -> kind.map(word -> new GlassdoorPlace(number, word)));
  }

  private static boolean isId(String text) {
    return text.matches("\\d{1,12}");
  }

  private static Optional<String> kind(String letterOrWord) {
    return switch (letterOrWord.toUpperCase(Locale.ROOT)) {
      case "C", "CITY" -> Optional.of("CITY");
      case "S", "STATE" -> Optional.of("STATE");
      case "N", "COUNTRY" -> Optional.of("COUNTRY");
      default -> Optional.empty();
    };
  }
}
