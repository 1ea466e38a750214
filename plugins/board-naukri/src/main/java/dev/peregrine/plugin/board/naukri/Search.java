package dev.peregrine.plugin.board.naukri;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One of the searches that a query comes to, since Naukri takes one title and one place at a time.
 *
 * @param title empty for any
 * @param place empty for all of India
 * @param days how old a posting may be
 */
record Search(String title, String place, OptionalLong days, boolean remoteOnly) {

  static List<Search> of(BoardQuery query) {
    List<String> places = query.locations().isEmpty() ? country(query) : query.locations();
    OptionalLong days =
        query.maxAge().map(age -> OptionalLong.of(days(age))).orElse(OptionalLong.empty());
    boolean remoteOnly = query.remote().equals(Set.of(RemoteMode.REMOTE));
    var searches = new ArrayList<Search>();
    for (String title : query.titles().isEmpty() ? List.of("") : query.titles()) {
      for (String place : places) {
        searches.add(new Search(title, place, days, remoteOnly));
      }
    }
    return searches;
  }

  HttpCall call(URI base, int page) {
    HttpCall call =
        HttpCall.get(HttpCall.under(base, "jobapi", "v3", "search"))
            .withQuery("noOfResults", "20")
            .withQuery("urlType", "search_by_keyword")
            .withQuery("searchType", "adv")
            .withQuery("pageNo", Integer.toString(page))
            .withQuery("seoKey", seoKey())
            .withQuery("src", "jobsearchDesk")
            .withQuery("latLong", "");
    if (!title.isEmpty()) {
      call = call.withQuery("keyword", title).withQuery("k", title);
    }
    if (!place.isEmpty()) {
      call = call.withQuery("location", place);
    }
    if (days.isPresent()) {
      call = call.withQuery("days", Long.toString(days.getAsLong()));
    }
    return remoteOnly ? call.withQuery("remote", "true") : call;
  }

  /** As a person names it. */
  String name() {
    return "\"%s\"%s".formatted(title, place.isEmpty() ? "" : " in " + place);
  }

  private String seoKey() {
    String words = String.join("-", BoardQuery.words(title));
    return words.isEmpty() ? "jobs" : words + "-jobs";
  }

  /** A country other than India is a place of its own. */
  private static List<String> country(BoardQuery query) {
    Optional<String> abroad = query.country().filter(code -> !code.equals("IN"));
    return List.of(
        abroad.map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH)).orElse(""));
  }

  private static long days(Duration age) {
    return Math.max(1, age.plusDays(1).minusNanos(1).toDays());
  }
}
