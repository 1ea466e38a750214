package dev.peregrine.plugin.board.linkedin;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Settings;
import dev.peregrine.api.board.BoardQuery;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A query in the parameters of LinkedIn's search.
 *
 * @param now when it is asked
 */
record LinkedInSearch(BoardQuery query, Settings settings, Instant now) {

  /** What LinkedIn can tell apart; the other types it has no word for. */
  private static final Map<EmploymentType, String> TYPES =
      Map.of(
          EmploymentType.FULL_TIME, "F",
          EmploymentType.PART_TIME, "P",
          EmploymentType.CONTRACT, "C",
          EmploymentType.TEMPORARY, "T",
          EmploymentType.VOLUNTEER, "V",
          EmploymentType.INTERNSHIP, "I",
          EmploymentType.OTHER, "O");

  private static final Map<RemoteMode, String> MODES =
      Map.of(RemoteMode.ON_SITE, "1", RemoteMode.REMOTE, "2", RemoteMode.HYBRID, "3");

  private static final List<String> LEVELS =
      List.of("internship", "entry", "associate", "mid-senior", "director", "executive");

  /** A call a title and place, each for the beginning of its list. */
  List<HttpCall> calls(URI base) throws ExtensionException {
    var list = HttpCall.under(base, "jobs-guest", "jobs", "api", "seeMoreJobPostings", "search");
    var calls = new ArrayList<HttpCall>();
    for (String title : query.titles().isEmpty() ? List.of("") : query.titles()) {
      for (String place : places()) {
        HttpCall call = HttpCall.get(list).withQuery("location", place);
        calls.add(filtered(title.isEmpty() ? call : call.withQuery("keywords", title)));
      }
    }
    return calls;
  }

  /** Whether a posting fits as far as it says, for what LinkedIn could not be asked. */
  boolean fits(Posting posting) {
    return query.fitsAge(posting, now) && (canAskForTypes() || query.fitsEmploymentType(posting));
  }

  private HttpCall filtered(HttpCall unfiltered) throws ExtensionException {
    HttpCall call = unfiltered;
    if (query.distanceKm().isPresent()) {
      call = call.withQuery("distance", Integer.toString(query.distanceMiles().getAsInt()));
    }
    if (settings.isOn("easy-apply")) {
      call = call.withQuery("f_AL", "true"); // together with an age LinkedIn ignores one of them
    } else if (query.maxAge().isPresent()) {
      call = call.withQuery("f_TPR", "r" + query.maxAge().get().toSeconds());
    }
    if (!query.employmentTypes().isEmpty() && canAskForTypes()) {
      call = call.withQuery("f_JT", codes(query.employmentTypes(), TYPES));
    }
    if (!query.remote().isEmpty() && query.remote().size() < MODES.size()) {
      call = call.withQuery("f_WT", codes(query.remote(), MODES));
    }
    List<String> companies = settings.texts("company-ids");
    if (!companies.isEmpty()) {
      call = call.withQuery("f_C", String.join(",", companies));
    }
    List<String> levels = levels();
    return levels.isEmpty() ? call : call.withQuery("f_E", String.join(",", levels));
  }

  private List<String> places() {
    Optional<String> country = query.countryName();
    return query.locations().isEmpty()
        ? List.of(country.orElse("Worldwide"))
        : query.locations().stream().map(place -> within(place, country)).toList();
  }

  /** The place with the country, where it does not name one itself. */
  private static String within(String place, Optional<String> country) {
    boolean named = Place.parse(place).flatMap(Place::country).isPresent();
    return country.isEmpty() || named ? place : place + ", " + country.get();
  }

  private List<String> levels() throws ExtensionException {
    var levels = new ArrayList<String>();
    for (String level : settings.texts("experience")) {
      int index = LEVELS.indexOf(level.toLowerCase(Locale.ROOT));
      if (index < 0) {
        throw new ExtensionException(
            Kind.BAD_SETTINGS,
            "LinkedIn: experience \"%s\", expected one of %s. Correct it in the board's settings."
                .formatted(level, String.join(", ", LEVELS)));
      }
      levels.add(Integer.toString(index + 1));
    }
    return levels;
  }

  private boolean canAskForTypes() {
    return TYPES.keySet().containsAll(query.employmentTypes());
  }

  private static <T extends Enum<T>> String codes(Collection<T> values, Map<T, String> codes) {
    return values.stream().map(codes::get).collect(Collectors.joining(","));
  }
}
