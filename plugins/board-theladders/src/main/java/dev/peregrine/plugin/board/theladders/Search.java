package dev.peregrine.plugin.board.theladders;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One of the searches that a query comes to: the board takes one title, and one place or remote
 * work.
 *
 * @param title empty for any
 * @param place empty for any
 */
record Search(String title, String place, boolean remoteOnly) {

  static List<Search> of(BoardQuery query) {
    boolean remoteOnly = query.remote().equals(Set.of(RemoteMode.REMOTE));
    List<String> places = query.locations().isEmpty() ? country(query) : query.locations();
    var searches = new ArrayList<Search>();
    for (String title : query.titles().isEmpty() ? List.of("") : query.titles()) {
      for (String place : places) {
        searches.add(new Search(title, place, remoteOnly));
      }
    }
    return searches;
  }

  URI address(URI base) {
    String slug = Slug.of(title);
    HttpCall call =
        HttpCall.get(
            slug.isEmpty()
                ? HttpCall.under(base, "jobs", "searchjobs")
                : HttpCall.under(base, "jobs", "searchjobs", slug));
    if (!place.isEmpty()) {
      call = call.withQuery("location", place);
    }
    return (remoteOnly ? call.withQuery("remote", "true") : call).address();
  }

  /** As a person names it. */
  String name() {
    return "\"%s\"%s".formatted(title, place.isEmpty() ? "" : " in " + place);
  }

  /** All of it is in the United States; another country finds what it finds. */
  private static List<String> country(BoardQuery query) {
    return List.of(
        query
            .country()
            .filter(code -> !code.equals("US"))
            .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
            .orElse(""));
  }
}
