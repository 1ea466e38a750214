package dev.peregrine.plugin.board.ziprecruiter;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A query in the parameters of ZipRecruiter's search page.
 *
 * @param now when it is asked
 */
record ZipRecruiterSearch(BoardQuery query, Instant now) {

  /** A call a title and place, each without the number of the page. */
  List<HttpCall> calls(URI base) {
    var calls = new ArrayList<HttpCall>();
    for (String title : query.titles().isEmpty() ? List.of("") : query.titles()) {
      for (String place :
          query.locations().isEmpty()
              ? List.of(query.countryName().orElse(""))
              : query.locations()) {
        HttpCall call = HttpCall.get(HttpCall.under(base, "jobs-search"));
        HttpCall titled = title.isEmpty() ? call : call.withQuery("search", title);
        calls.add(filtered(place.isEmpty() ? titled : titled.withQuery("location", place)));
      }
    }
    return calls;
  }

  /** Whether a posting fits as far as it says. */
  boolean fits(Posting posting) {
    return query.fitsRemote(posting) && query.fitsAge(posting, now);
  }

  private HttpCall filtered(HttpCall unfiltered) {
    HttpCall call = unfiltered;
    if (query.distanceKm().isPresent()) {
      call = call.withQuery("radius", Integer.toString(query.distanceMiles().getAsInt()));
    }
    if (query.maxAge().isPresent()) {
      long days = Math.max(1, Math.ceilDiv(query.maxAge().get().toHours(), 24));
      call = call.withQuery("days_ago", Long.toString(days));
    }
    return query.remote().equals(Set.of(RemoteMode.REMOTE)) ? call.withQuery("remote", "1") : call;
  }
}
