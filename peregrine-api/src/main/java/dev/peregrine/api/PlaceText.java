package dev.peregrine.api;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A place as a person typed it: {@code Remote, Italy}, {@code London}, {@code Hybrid - Paris}. */
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

  private static final Set<String> USUAL = Set.of("us", "usa", "uk", "uae", "u.s.");

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

  boolean isWorkModelOnly() {
    return WORK_MODEL.matcher(text).replaceAll("").replaceAll("[\\P{L}]", "").isEmpty();
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
      return sure || USUAL.contains(last) ? Place.countryCode(last) : Optional.empty();
    }
    return Optional.empty();
  }
}
