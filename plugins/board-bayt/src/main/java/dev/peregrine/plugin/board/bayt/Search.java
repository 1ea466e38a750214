package dev.peregrine.plugin.board.bayt;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One of the searches that a query comes to: the board takes one title and one place, and these
 * stand in the path.
 *
 * @param title words with hyphens between them; empty for any
 * @param country as in addresses, such as {@code uae}; {@code international} for any
 * @param city as in addresses; empty for any
 */
record Search(BoardQuery query, String title, String country, String city) {

  private static final String ANYWHERE = "international";

  static List<Search> of(BoardQuery query) {
    var searches = new ArrayList<Search>();
    for (String title : query.titles().isEmpty() ? List.of("") : query.titles()) {
      for (String place : query.locations().isEmpty() ? List.of("") : query.locations()) {
        searches.add(at(place, slug(title), query));
      }
    }
    return searches;
  }

  /** {@code Dubai, United Arab Emirates}, {@code Egypt}, or a city of the query's country. */
  private static Search at(String place, String title, BoardQuery query) {
    String last = place.substring(place.lastIndexOf(',') + 1);
    Optional<String> named = last.strip().length() > 2 ? Place.countryCode(last) : Optional.empty();
    String country = named.or(query::country).map(Search::country).orElse(ANYWHERE);
    boolean onlyCountry = named.isPresent() && !place.contains(",");
    String city = onlyCountry ? "" : slug(place.split(",", 2)[0]);
    return new Search(query, title, country, city);
  }

  HttpCall call(URI base, int page) {
    String words = title.isEmpty() ? "jobs" : title + "-jobs";
    String last = city.isEmpty() ? words : words + "-in-" + city;
    HttpCall call =
        HttpCall.get(HttpCall.under(base, "en", country, "jobs", last, ""))
            .withQuery("page", Integer.toString(page))
            .withQuery("options[sort][]", "d");
    if (query.maxAge().isPresent()) {
      call = call.withQuery("filters[jb_last_modification_date_interval][]", age());
    }
    for (EmploymentType type : query.employmentTypes()) {
      Optional<String> number = number(type);
      if (number.isPresent()) {
        call = call.withQuery("filters[jb_employment_type][]", number.get());
      }
    }
    for (RemoteMode mode : query.remote()) {
      // There is no number for work on site, so that it cannot be asked for beside others.
      boolean fits = mode != RemoteMode.ON_SITE && !query.remote().contains(RemoteMode.ON_SITE);
      if (fits) {
        call =
            call.withQuery("filters[remote_working_type][]", mode == RemoteMode.REMOTE ? "1" : "2");
      }
    }
    return call;
  }

  /** What the path cannot ask for; what a card does not say passes. */
  boolean isWanted(Posting posting) {
    return query.remote().isEmpty() || posting.remote().map(query.remote()::contains).orElse(true);
  }

  /** As a person names it. */
  String name() {
    return "\"%s\" in %s".formatted(title, city.isEmpty() ? country : city);
  }

  /** The narrowest of its intervals in which all that is wanted lies. */
  private String age() {
    Duration age = query.maxAge().orElseThrow();
    if (age.compareTo(Duration.ofDays(1)) <= 0) {
      return "3";
    }
    return age.compareTo(Duration.ofDays(7)) <= 0 ? "2" : "1";
  }

  private static Optional<String> number(EmploymentType type) {
    return switch (type) {
      case FULL_TIME -> Optional.of("1");
      case INTERNSHIP -> Optional.of("2");
      case CONTRACT -> Optional.of("3");
      case TEMPORARY -> Optional.of("4");
      case PART_TIME -> Optional.of("5");
      case PERMANENT, APPRENTICESHIP, WORKING_STUDENT, PER_DIEM, VOLUNTEER, OTHER ->
          Optional.empty();
    };
  }

  private static String country(String code) {
    return switch (code) {
      case "AE" -> "uae";
      case "US" -> "usa";
      case "GB" -> "uk";
      default -> slug(Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
    };
  }

  private static String slug(String text) {
    return String.join("-", BoardQuery.words(text));
  }
}
