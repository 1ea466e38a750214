package dev.peregrine.plugin.board.greenhouse;

import dev.peregrine.api.Place;
import dev.peregrine.api.RemoteMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A place as a person typed it: {@code Remote, Italy}, {@code London}, {@code Hybrid}, {@code
 * Berlin; Paris}.
 */
record PlaceText(String text) {

  private static final Pattern HYBRID = Pattern.compile("\\bhybrid\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern REMOTE =
      Pattern.compile(
          "\\b(remote|home[- ]based|work from home|wfh|distributed)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_REMOTE =
      Pattern.compile("\\b(no|not|non)[- ]+remote", Pattern.CASE_INSENSITIVE);
  private static final Pattern ON_SITE =
      Pattern.compile("\\b(on-?site|in[- ]office)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORK_MODEL =
      Pattern.compile(
          "\\b(fully|100%|hybrid|remote|home[- ]based|work from home|wfh|distributed|on-?site|in[- ]office|or|and|only|first)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Names that are a country and, more often, something else: the American state. */
  private static final Set<String> DOUBTFUL = Set.of("georgia", "jersey");

  /** Where the work is done, if the text says so. */
  Optional<RemoteMode> remote() {
    if (HYBRID.matcher(text).find()) {
      return Optional.of(RemoteMode.HYBRID);
    }
    if (NOT_REMOTE.matcher(text).find()) {
      return Optional.empty();
    }
    if (REMOTE.matcher(text).find()) {
      return Optional.of(RemoteMode.REMOTE);
    }
    return ON_SITE.matcher(text).find() ? Optional.of(RemoteMode.ON_SITE) : Optional.empty();
  }

  /** Whether the text says only how the work is done, and not where. */
  boolean isWorkModelOnly() {
    return WORK_MODEL.matcher(text).replaceAll("").replaceAll("[\\P{L}]", "").isEmpty();
  }

  /** The places, one for each part between semicolons or bars. */
  List<Place> places() {
    var places = new ArrayList<Place>();
    for (String part : text.split("[;|•]")) {
      if (!part.isBlank()) {
        places.add(
            new Place(part, Optional.empty(), Optional.empty(), new PlaceText(part).country()));
      }
    }
    return places;
  }

  /** The country that stands last, where there is no doubt: "Chicago, IL" is not in Israel. */
  Optional<String> country() {
    String bare = WORK_MODEL.matcher(text).replaceAll(" ").replaceAll("[()]", " ");
    String[] parts = bare.split("[,:–—]|\\s-\\s?|-\\s");
    for (int i = parts.length - 1; i >= 0; i--) {
      String last = parts[i].strip().toLowerCase(Locale.ROOT);
      if (last.isEmpty()) {
        continue;
      }
      boolean sure = last.length() > 3 && !DOUBTFUL.contains(last);
      boolean usual = Set.of("us", "usa", "uk", "uae", "u.s.").contains(last);
      return sure || usual ? Place.countryCode(last) : Optional.empty();
    }
    return Optional.empty();
  }
}
