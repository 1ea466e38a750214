package dev.peregrine.host.config;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.Employer;
import dev.peregrine.host.schedules.Timing;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads search profiles, in this program's shape and in those of the Python program before it: the
 * list {@code profiles} with its older names, and the single top-level entry {@code default}.
 */
final class ProfileReader {

  private static final Duration LONGEST_AGE = Duration.ofDays(365);

  private ProfileReader() {}

  static List<SearchProfile> read(YamlPart root) {
    if (!root.isMap()) {
      throw root.wrong("an entry \"profiles:\" with a list below it");
    }
    var profiles = new ArrayList<SearchProfile>();
    var names = new HashSet<String>();
    for (YamlPart part : parts(root)) {
      SearchProfile profile = profile(part);
      if (!names.add(profile.name())) {
        throw part.mistake(
            "a second search profile is called \"%s\"; give it another name"
                .formatted(profile.name()));
      }
      profiles.add(profile);
    }
    return List.copyOf(profiles);
  }

  static List<SearchProfiles.Read> readEach(YamlPart root) {
    if (!root.isMap()) {
      throw root.wrong("an entry \"profiles:\" with a list below it");
    }
    var parts = new ArrayList<YamlPart>();
    root.at("profiles").ifPresent(list -> parts.addAll(list.called("the search profile").items()));
    root.at("default").filter(YamlPart::isMap).ifPresent(one -> parts.add(one.called("default")));
    var all = new ArrayList<SearchProfiles.Read>();
    for (YamlPart part : parts) {
      boolean isNamed = part.isMap() && part.at("name").isPresent();
      String name = isNamed ? part.at("name").orElse(part).text() : "default";
      try {
        SearchProfile profile = profile(isNamed ? part : part.called("default"));
        if (!isNamed && !part.name().equals("default")) {
          // It had none, which that program did not survive.
          profile = profile.titles().isEmpty() ? profile : profile.withName(first(profile));
        }
        all.add(new SearchProfiles.Read(profile.name(), Optional.of(profile), ""));
      } catch (ConfigException unfit) {
        all.add(new SearchProfiles.Read(name, Optional.empty(), unfit.sentence()));
      }
    }
    return all;
  }

  private static String first(SearchProfile profile) {
    String title = profile.titles().getFirst();
    return title.length() > 80 ? title.substring(0, 80) : title;
  }

  /** The mapping of each profile; that of the older single shape is called {@code default}. */
  static List<YamlPart> parts(YamlPart root) {
    Optional<YamlPart> list = root.at("profiles");
    if (list.isPresent()) {
      if (!list.get().isList()) {
        throw list.get().wrong("a list: one profile after each \"-\"");
      }
      List<YamlPart> items = new ArrayList<>();
      for (YamlPart item : list.get().items()) {
        items.add(item.called("the search profile"));
      }
      return items;
    }
    return root.at("default").map(part -> List.of(part.called("default"))).orElse(List.of());
  }

  static String nameOf(YamlPart part) {
    Optional<YamlPart> name = part.at("name");
    if (name.isEmpty() && part.name().equals("default")) {
      return "default";
    }
    return name.orElseThrow(
            () ->
                part.mistake(
                    "this search profile has no name; add a line such as \"name: Berlin\""))
        .text();
  }

  private static SearchProfile profile(YamlPart part) {
    String name = nameOf(part);
    if (name.length() > 80) {
      throw part.at("name").orElse(part).wrong("at most 80 characters");
    }
    SearchProfile profile =
        SearchProfile.of(name, texts(part, "titles", "job_titles"), List.of())
            .withRemote(remote(part))
            .withTypedLocations(texts(part, "locations", "location"))
            .withCountry(part.at("country").map(ProfileReader::country))
            .withBoards(boards(part))
            .withEmployers(part.at("employers").map(ProfileReader::employers).orElse(Map.of()))
            .withExcludedWords(excludedWords(part))
            .withMaxAge(maxAge(part))
            .withMinPay(part.at("min_pay").map(ProfileReader::minPay))
            .withEmploymentTypes(employmentTypes(part))
            .withResume(part.at("resume").map(YamlPart::text))
            .withSchedule(part.at("schedule").map(YamlPart::timing).orElse(new Timing.Off()));
    return part.at("results_per_board")
        .map(limit -> profile.withLimitPerBoard(limit.whole(1, SearchProfile.MOST)))
        .orElse(profile);
  }

  private static List<String> texts(YamlPart part, String... keys) {
    for (String key : keys) {
      Optional<YamlPart> value = part.at(key);
      if (value.isPresent()) {
        return value.get().texts();
      }
    }
    return List.of();
  }

  private static Set<RemoteMode> remote(YamlPart part) {
    var modes = EnumSet.noneOf(RemoteMode.class);
    Optional<YamlPart> now = part.at("remote");
    for (YamlPart item : now.map(YamlPart::items).orElse(List.of())) {
      modes.add(
          RemoteMode.parse(item.text()).orElseThrow(() -> item.wrong("remote, hybrid or on_site")));
    }
    Optional<YamlPart> before = part.at("remote_preference");
    if (now.isEmpty() && before.isPresent()) {
      switch (before.get().text().toLowerCase(Locale.ROOT)) {
        case "remote" -> modes.add(RemoteMode.REMOTE);
        case "onsite", "on_site", "on-site" -> {
          modes.add(RemoteMode.HYBRID);
          modes.add(RemoteMode.ON_SITE);
        }
        case "hybrid" -> modes.add(RemoteMode.HYBRID);
        case "both", "any" -> modes.clear();
        default -> throw before.get().wrong("remote, onsite or both");
      }
    }
    // All of them is the same as any.
    return modes.size() == RemoteMode.values().length ? Set.of() : modes;
  }

  private static String country(YamlPart part) {
    return Place.countryCode(part.text())
        .orElseThrow(() -> part.wrong("a country or its code, such as DE"));
  }

  private static List<String> boards(YamlPart part) {
    var boards = new LinkedHashSet<String>();
    for (String key : List.of("boards", "custom_boards", "job_boards")) {
      for (YamlPart item : part.at(key).map(YamlPart::items).orElse(List.of())) {
        if (!item.isMap()) {
          boards.add(boardId(item.text()));
        } else if (item.at("enabled").map(YamlPart::flag).orElse(true)) {
          boards.add(
              boardId(item.at("name").orElseThrow(() -> item.wrong("the id of a board")).text()));
        }
      }
    }
    return List.copyOf(boards);
  }

  /** The Python program wrote {@code zip_recruiter}. */
  private static String boardId(String text) {
    return text.toLowerCase(Locale.ROOT).replace("_", "");
  }

  private static Map<String, List<String>> employers(YamlPart part) {
    var employers = new LinkedHashMap<String, List<String>>();
    part.called("employers")
        .members()
        .forEach(
            (board, slugs) -> {
              var names = new ArrayList<String>();
              for (YamlPart slug : slugs.items()) {
                try {
                  names.add(Employer.of(slug.text()).slug());
                } catch (IllegalArgumentException notSlug) {
                  throw slug.called("employer")
                      .wrong("the short name from the address of its career page, such as gitlab");
                }
              }
              employers.put(boardId(board), names);
            });
    return employers;
  }

  private static List<ExcludedWord> excludedWords(YamlPart part) {
    var words = new LinkedHashSet<ExcludedWord>();
    for (String key : List.of("exclude_words", "exclude_keywords")) {
      for (YamlPart item : part.at(key).map(YamlPart::items).orElse(List.of())) {
        if (item.isNothing()) {
          continue;
        }
        if (!item.isMap()) {
          words.add(new ExcludedWord(item.text(), ExcludedWord.In.BOTH));
          continue;
        }
        String word =
            item.at("word").orElseThrow(() -> item.wrong("\"word: …\" in each entry")).text();
        words.add(
            new ExcludedWord(
                word, item.at("in").map(ProfileReader::in).orElse(ExcludedWord.In.BOTH)));
      }
    }
    return List.copyOf(words);
  }

  private static ExcludedWord.In in(YamlPart part) {
    return switch (part.text().toLowerCase(Locale.ROOT)) {
      case "title" -> ExcludedWord.In.TITLE;
      case "description" -> ExcludedWord.In.DESCRIPTION;
      case "both" -> ExcludedWord.In.BOTH;
      default -> throw part.wrong("title, description or both");
    };
  }

  private static Optional<Duration> maxAge(YamlPart part) {
    Optional<YamlPart> days = part.at("max_age_days");
    if (days.isPresent()) {
      return Optional.of(Duration.ofDays(days.get().whole(1, (int) LONGEST_AGE.toDays())));
    }
    return part.at("hours_old")
        .map(hours -> Duration.ofHours(hours.whole(1, (int) LONGEST_AGE.toHours())));
  }

  private static MinPay minPay(YamlPart part) {
    YamlPart pay = part.called("min pay");
    if (!pay.isMap()) {
      throw pay.wrong(
          "amount, currency and period, such as {amount: 60000, currency: EUR, period: year}");
    }
    BigDecimal amount =
        pay.at("amount").orElseThrow(() -> pay.mistake("min pay has no amount; add one")).amount();
    YamlPart currency =
        pay.at("currency")
            .orElseThrow(() -> pay.mistake("min pay has no currency; add one such as EUR"));
    PayPeriod period =
        pay.at("period")
            .map(
                word ->
                    PayPeriod.parse(word.text())
                        .orElseThrow(() -> word.wrong("hour, day, week, month or year")))
            .orElse(PayPeriod.YEAR);
    try {
      return new MinPay(
          amount, Currency.getInstance(currency.text().toUpperCase(Locale.ROOT)), period);
    } catch (IllegalArgumentException unknown) {
      throw currency.wrong("three letters such as EUR");
    }
  }

  private static Set<EmploymentType> employmentTypes(YamlPart part) {
    var types = EnumSet.noneOf(EmploymentType.class);
    for (YamlPart item : part.at("employment_types").map(YamlPart::items).orElse(List.of())) {
      Set<EmploymentType> read = EmploymentType.parse(item.text());
      if (read.isEmpty()) {
        throw item.wrong("full_time, part_time, contract, temporary, internship or another type");
      }
      types.addAll(read);
    }
    return types;
  }
}
