package dev.peregrine.plugin.board.glassdoor;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.Handover;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the parts of one search, page by page. */
final class GlassdoorReading {

  private static final int MOST_PAGES = 30;
  private static final String USUAL_COUNTRY = "US";

  private final GlassdoorSearch search;
  private final BoardContext context;
  private final Handover handover;
  private final Map<String, Optional<GlassdoorPlace>> places = new HashMap<>();

  GlassdoorReading(GlassdoorSearch search, BoardContext context, Handover handover) {
    this.search = search;
    this.context = context;
    this.handover = handover;
  }

  void read(GlassdoorSearch.Part part) throws ExtensionException, InterruptedException {
    if (handover.isFull()) {
      return;
    }
    Optional<String> country =
        search.query().country().or(() -> Place.parse(part.place()).flatMap(Place::country));
    Optional<URI> site = GlassdoorSite.of(country.orElse(USUAL_COUNTRY));
    if (site.isEmpty()) {
      context.skipped("Country " + country.orElse(""), GlassdoorBoard.unsupported("search there"));
      return;
    }
    Optional<GlassdoorPlace> place = place(part.place(), site.get());
    if (place.isPresent()) {
      readPages(part, place.get(), site.get());
    }
  }

  private void readPages(GlassdoorSearch.Part part, GlassdoorPlace place, URI site)
      throws ExtensionException, InterruptedException {
    Optional<String> cursor = Optional.empty();
    boolean more = true;
    for (int page = 1; more && page <= MOST_PAGES; page++) {
      context.progress().step("Page " + page);
      String operations = search.page(part, place, page, cursor);
      GlassdoorAnswer answer = GlassdoorAnswer.of(GlassdoorBoard.graph(operations, site, context));
      int fresh =
          handover.take(
              answer.rows(),
              search::fits,
              row ->
                  Optional.of(new GlassdoorRow(row.at("jobview"), site, context.clock()).posting()),
              (row, listed) -> described(listed));
      cursor = answer.cursor(page + 1);
      more = fresh > 0 && cursor.isPresent() && !handover.isFull();
    }
  }

  private Posting described(Posting listed) throws ExtensionException, InterruptedException {
    URI site = GlassdoorSite.of(listed.url()).orElseThrow();
    GlassdoorRow row = GlassdoorBoard.row(listed.nativeId(), site, context);
    return listed.withDescription(row.description().or(listed::description));
  }

  /** Where to search: once asked for, kept for the other parts. */
  private Optional<GlassdoorPlace> place(String text, URI site)
      throws ExtensionException, InterruptedException {
    String wanted = text.isEmpty() ? search.query().countryName().orElse("") : text;
    if (wanted.isEmpty()) {
      return Optional.of(GlassdoorPlace.REMOTE);
    }
    Optional<GlassdoorPlace> known = places.get(wanted);
    if (known == null) {
      known = GlassdoorPlace.find(wanted, site, context);
      places.put(wanted, known);
      if (known.isEmpty()) {
        context.skipped(
            "Place \"%s\"".formatted(wanted), GlassdoorBoard.unsupported("find this place"));
      }
    }
    return known;
  }
}
