package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.RemoteMode;
import dev.peregrine.host.config.MinPay;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.web.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a person looks for, as typed.
 *
 * @param mode {@code any}, {@code remote} or {@code there}
 * @param pay the least for a year
 * @param boards those to search
 */
record SearchAnswers(
    List<String> titles,
    List<String> places,
    String mode,
    String pay,
    String currency,
    List<String> boards) {

  private static final int LONGEST = 300;

  static SearchAnswers none(List<String> boards) {
    return new SearchAnswers(List.of(), List.of(), "any", "", "EUR", boards);
  }

  static SearchAnswers of(SearchProfile profile, List<String> usualBoards) {
    return new SearchAnswers(
        profile.titles(),
        profile.locations(),
        mode(profile.remote()),
        profile.minPay().map(pay -> pay.annual().stripTrailingZeros().toPlainString()).orElse(""),
        profile.minPay().map(pay -> pay.currency().getCurrencyCode()).orElse("EUR"),
        profile.boards().isEmpty() ? usualBoards : profile.boards());
  }

  private static String mode(Set<RemoteMode> modes) {
    if (modes.equals(Set.of(RemoteMode.REMOTE))) {
      return "remote";
    }
    return modes.equals(Set.of(RemoteMode.HYBRID, RemoteMode.ON_SITE)) ? "there" : "any";
  }

  /** The ticked ones, and what stands in the field beside them. */
  static SearchAnswers read(Visit visit) {
    return new SearchAnswers(
        together(visit.values("title"), visit.value("more-titles"), "[,;\\n]"),
        together(visit.values("place"), visit.value("more-places"), "[;\\n]"),
        visit.value("mode"),
        visit.value("pay"),
        visit.value("currency").isEmpty() ? "EUR" : visit.value("currency"),
        visit.values("board"));
  }

  private static List<String> together(List<String> ticked, String typed, String separator) {
    return Stream.concat(ticked.stream(), FirstSearch.parts(typed, separator).stream())
        .map(String::strip)
        .filter(each -> !each.isEmpty() && each.length() <= LONGEST)
        .distinct()
        .toList();
  }

  Map<String, String> errors(boolean hasBoards) {
    var errors = new LinkedHashMap<String, String>();
    if (titles.isEmpty() && places.isEmpty() && !mode.equals("remote")) {
      errors.put("titles", t("setup.every-job"));
    }
    try {
      minPay();
    } catch (IllegalArgumentException none) {
      errors.put("pay", String.valueOf(none.getMessage()));
    }
    if (boards.isEmpty() && hasBoards) {
      errors.put("boards", t("setup.one-board"));
    }
    return errors;
  }

  private Optional<MinPay> minPay() {
    return pay.isEmpty() ? Optional.empty() : Optional.of(MinPay.ofYear(pay, currency));
  }

  /** The profile, with this as its answers; what is not asked here stays. */
  SearchProfile onto(SearchProfile profile) {
    Set<RemoteMode> modes =
        switch (mode) {
          case "remote" -> Set.of(RemoteMode.REMOTE);
          case "there" -> Set.of(RemoteMode.HYBRID, RemoteMode.ON_SITE);
          default -> Set.of();
        };
    return profile
        .withTitles(titles)
        .withRemote(modes)
        .withTypedLocations(places)
        .withMinPay(minPay());
  }
}
