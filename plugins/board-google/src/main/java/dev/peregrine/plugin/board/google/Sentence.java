package dev.peregrine.plugin.board.google;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Settings;
import dev.peregrine.api.board.BoardQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Searches as Google reads them: {@code welder jobs Full time near Ulm in the last week remote}.
 */
final class Sentence {

  private Sentence() {}

  /** One for each title and place, or the person's own. */
  static List<String> of(BoardQuery query, Settings settings) {
    Optional<String> own = settings.text("google-search-term");
    if (own.isPresent()) {
      return List.of(own.get());
    }
    var sentences = new ArrayList<String>();
    for (String title : query.titles().isEmpty() ? List.of("") : query.titles()) {
      for (String place : places(query)) {
        sentences.add(sentence(title, place, query));
      }
    }
    return sentences;
  }

  private static String sentence(String title, String place, BoardQuery query) {
    var words = new ArrayList<String>();
    words.add(title.isEmpty() ? "jobs" : title + " jobs");
    query.employmentTypes().stream().flatMap(type -> word(type).stream()).forEach(words::add);
    if (!place.isEmpty()) {
      words.add("near " + place);
    }
    query.maxAge().map(Sentence::age).ifPresent(words::add);
    if (query.remote().equals(Set.of(RemoteMode.REMOTE))) {
      words.add("remote");
    }
    return String.join(" ", words);
  }

  private static List<String> places(BoardQuery query) {
    String country =
        query
            .country()
            .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
            .orElse("");
    return query.locations().isEmpty() ? List.of(country) : query.locations();
  }

  private static Optional<String> word(EmploymentType type) {
    return switch (type) {
      case FULL_TIME -> Optional.of("Full time");
      case PART_TIME -> Optional.of("Part time");
      case INTERNSHIP -> Optional.of("Internship");
      case CONTRACT -> Optional.of("Contract");
      case PERMANENT, TEMPORARY, APPRENTICESHIP, WORKING_STUDENT, PER_DIEM, VOLUNTEER, OTHER ->
          Optional.empty();
    };
  }

  private static String age(Duration age) {
    long days = age.plusDays(1).minusNanos(1).toDays();
    if (days <= 1) {
      return "since yesterday";
    }
    if (days <= 3) {
      return "in the last 3 days";
    }
    return days <= 7 ? "in the last week" : "in the last month";
  }
}
