package dev.peregrine.plugin.board.ziprecruiter;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A query in the parameters of ZipRecruiter's search page.
 *
 * @param now when it is asked
 */
record ZipRecruiterSearch(BoardQuery query, Instant now) {

  private static final double KM_A_MILE = 1.609344;

  /** A call a title and place, each without the number of the page. */
  List<HttpCall> calls(URI base) {
    var calls = new ArrayList<HttpCall>();
    for (String title : query.titles().isEmpty() ? List.of("") : query.titles()) {
      for (String place : query.locations().isEmpty() ? List.of(country()) : query.locations()) {
        HttpCall call = HttpCall.get(HttpCall.under(base, "jobs-search"));
        HttpCall titled = title.isEmpty() ? call : call.withQuery("search", title);
        calls.add(filtered(place.isEmpty() ? titled : titled.withQuery("location", place)));
      }
    }
    return calls;
  }

  /** Whether a posting fits as far as it says. */
  boolean fits(Posting posting) {
    boolean modeFits =
        query.remote().isEmpty() || posting.remote().map(query.remote()::contains).orElse(true);
    Optional<LocalDate> oldest =
        query.maxAge().map(age -> LocalDate.ofInstant(now.minus(age), ZoneOffset.UTC));
    boolean tooOld =
        oldest.isPresent()
            && posting.posted().filter(day -> day.isBefore(oldest.get())).isPresent();
    return modeFits && !tooOld;
  }

  private HttpCall filtered(HttpCall unfiltered) {
    HttpCall call = unfiltered;
    if (query.distanceKm().isPresent()) {
      long miles = Math.max(1, Math.round(query.distanceKm().getAsInt() / KM_A_MILE));
      call = call.withQuery("radius", Long.toString(miles));
    }
    if (query.maxAge().isPresent()) {
      long days = Math.max(1, Math.ceilDiv(query.maxAge().get().toHours(), 24));
      call = call.withQuery("days_ago", Long.toString(days));
    }
    return query.remote().equals(Set.of(RemoteMode.REMOTE)) ? call.withQuery("remote", "1") : call;
  }

  private String country() {
    return query
        .country()
        .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
        .orElse("");
  }
}
