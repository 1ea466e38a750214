package dev.peregrine.host.searches;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.ExcludedWord;
import dev.peregrine.host.config.MinPay;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.schedules.Timing;
import dev.peregrine.host.schedules.TimingForm;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A search profile as a form, and back. */
final class ProfileForm {

  private static final List<String> FIELDS =
      List.of(
          "name",
          "titles",
          "locations",
          "mode",
          "country",
          "age",
          "limit",
          "pay",
          "currency",
          "period",
          "not-title",
          "not-anywhere",
          "resume");
  private static final int OLDEST = 365;
  private static final Duration RECOGNISING = Duration.ofSeconds(2);

  private final List<Extension<JobBoard>> boards;
  private final Schedules schedules;

  ProfileForm(List<Extension<JobBoard>> boards, Schedules schedules) {
    this.boards = boards;
    this.schedules = schedules;
  }

  private static TimingForm timing(Timing timing) {
    return TimingForm.of("schedule", t("searches.by-itself"), timing, true);
  }

  /**
   * @param name as the form shows it, for a copy another than the profile's
   */
  SearchPage.Form shown(
      SearchProfile profile, String name, boolean isNew, String seen, Times times) {
    var values = new LinkedHashMap<String, String>();
    values.put("name", name);
    values.put("titles", String.join("\n", profile.titles()));
    values.put("locations", String.join("\n", profile.locations()));
    values.put("mode", mode(profile.remote()));
    values.put("country", profile.country().orElse(""));
    values.put("age", profile.maxAge().map(age -> Long.toString(age.toDays())).orElse(""));
    values.put("limit", Integer.toString(profile.limitPerBoard()));
    values.put(
        "pay",
        profile.minPay().map(pay -> pay.amount().stripTrailingZeros().toPlainString()).orElse(""));
    values.put(
        "period",
        profile
            .minPay()
            .map(MinPay::period)
            .orElse(PayPeriod.YEAR)
            .name()
            .toLowerCase(Locale.ROOT));
    values.put(
        "currency", profile.minPay().map(pay -> pay.currency().getCurrencyCode()).orElse("EUR"));
    values.put("resume", profile.resume().orElse(""));
    values.put(
        "types",
        profile.employmentTypes().stream().map(ProfileForm::key).collect(Collectors.joining(" ")));
    values.put("not-title", words(profile, ExcludedWord.In.TITLE));
    values.put("not-anywhere", words(profile, ExcludedWord.In.BOTH));
    return form(
        isNew ? "" : profile.name(),
        seen,
        values,
        chosen(profile),
        typedEmployers(profile),
        timing(isNew && name.isEmpty() ? new Timing.Daily(Timing.MORNING) : profile.schedule())
            .checked(schedules, times),
        Map.of());
  }

  private static String words(SearchProfile profile, ExcludedWord.In in) {
    return profile.excludedWords().stream()
        .filter(word -> word.in() == in)
        .map(ExcludedWord::word)
        .collect(Collectors.joining("\n"));
  }

  private List<String> chosen(SearchProfile profile) {
    return profile.boards().isEmpty() ? usual() : profile.boards();
  }

  private List<String> usual() {
    return boards.stream().filter(b -> descriptor(b).onByDefault()).map(Extension::id).toList();
  }

  private static Map<String, String> typedEmployers(SearchProfile profile) {
    var typed = new LinkedHashMap<String, String>();
    profile.employers().forEach((board, slugs) -> typed.put(board, String.join("\n", slugs)));
    return typed;
  }

  private SearchPage.Form form(
      String old,
      String seen,
      Map<String, String> values,
      List<String> chosen,
      Map<String, String> employers,
      TimingForm timing,
      Map<String, String> errors) {
    return new SearchPage.Form(
        old,
        seen,
        values,
        boards.stream()
            .map(
                b ->
                    new SearchPage.Board(
                        b.id(),
                        descriptor(b).about().name(),
                        note(descriptor(b)),
                        chosen.contains(b.id())))
            .toList(),
        boards.stream()
            .filter(b -> descriptor(b).searchesEmployers())
            .map(
                b ->
                    new SearchPage.Employers(
                        b.id(),
                        descriptor(b).about().name(),
                        employers.getOrDefault(b.id(), ""),
                        starters(descriptor(b)),
                        errors.getOrDefault("employers-" + b.id(), "")))
            .toList(),
        timing,
        errors);
  }

  private static BoardDescriptor descriptor(Extension<JobBoard> board) {
    if (board.descriptor() instanceof BoardDescriptor descriptor) {
      return descriptor;
    }
    throw new IllegalStateException(
        "Board \"%s\" has no board's descriptor.".formatted(board.id()));
  }

  private static String note(BoardDescriptor board) {
    return switch (board.kind()) {
      case PUBLIC_FEED -> t("searches.note-feed");
      case KEYED_API -> t("searches.note-key");
      case EMPLOYER_PAGES -> t("searches.note-employers");
      case SCRAPED_PAGES, BROWSER_PAGES -> t("searches.note-scraped");
    };
  }

  private static String starters(BoardDescriptor board) {
    String some =
        board.starters().stream().limit(4).map(Employer::label).collect(Collectors.joining(", "));
    return some.isEmpty()
        ? t("searches.slugs-help")
        : t(
            "searches.slugs-help-starters",
            "some",
            some,
            "count",
            Math.max(board.starters().size() - 4, 0));
  }

  private static String mode(Set<RemoteMode> modes) {
    if (modes.equals(Set.of(RemoteMode.REMOTE))) {
      return "remote";
    }
    if (modes.equals(Set.of(RemoteMode.HYBRID, RemoteMode.ON_SITE))) {
      return "there";
    }
    return "any";
  }

  /** Either a profile, or the form again with what is wrong. */
  record Read(Optional<SearchProfile> profile, SearchPage.Form form) {}

  /** The same for a form that is still being filled in: it may lack a name, and boards. */
  Read tried(Visit visit, Optional<SearchProfile> before) {
    Read read = read(visit, before);
    return new Read(read.profile().or(() -> tried(read.form(), before)), read.form());
  }

  /** The profile that a form shows, as far as postings are judged by it. */
  Optional<SearchProfile> tried(SearchPage.Form form, Optional<SearchProfile> before) {
    var values = new LinkedHashMap<String, String>(form.values());
    values.put("name", "tried");
    return profile(values, List.of("any"), Map.of(), before, new LinkedHashMap<>());
  }

  Read read(Visit visit, Optional<SearchProfile> before) {
    var values = new LinkedHashMap<String, String>();
    FIELDS.forEach(field -> values.put(field, visit.value(field)));
    values.put("types", String.join(" ", visit.values("type")));
    // Without script it was not added to the list yet.
    values.merge("locations", visit.value("place"), (all, one) -> (all + "\n" + one).strip());
    var errors = new LinkedHashMap<String, String>();
    var typed = new LinkedHashMap<String, String>();
    var employers = new LinkedHashMap<String, List<String>>();
    before.ifPresent(old -> employers.putAll(old.employers()));
    for (Extension<JobBoard> board : boards) {
      if (descriptor(board).searchesEmployers()) {
        String text = visit.value("employers-" + board.id());
        typed.put(board.id(), text);
        List<String> slugs = slugs(board, text, errors);
        if (slugs.isEmpty()) {
          employers.remove(board.id());
        } else {
          employers.put(board.id(), slugs);
        }
      }
    }
    List<String> chosen = visit.values("board");
    TimingForm timing =
        timing(before.map(SearchProfile::schedule).orElseGet(Timing.Off::new))
            .typed(visit)
            .checked(schedules, visit.times());
    if (!timing.error().isEmpty()) {
      errors.put(timing.id(), timing.error());
    }
    Optional<SearchProfile> profile =
        profile(values, chosen, employers, before, errors)
            .map(read -> read.withSchedule(timing.timing()));
    return new Read(
        errors.isEmpty() ? profile : Optional.empty(),
        form(visit.value("old"), visit.value("seen"), values, chosen, typed, timing, errors));
  }

  private Optional<SearchProfile> profile(
      Map<String, String> values,
      List<String> chosen,
      Map<String, List<String>> employers,
      Optional<SearchProfile> before,
      Map<String, String> errors) {
    String name = values.getOrDefault("name", "");
    if (name.isEmpty() || name.length() > 80) {
      errors.put("name", t("searches.no-name", "typed", name));
    }
    long age = whole("age", values, 1, OLDEST, 30, errors);
    long limit = whole("limit", values, 1, SearchProfile.MOST, SearchProfile.USUAL_LIMIT, errors);
    Optional<MinPay> pay = pay(values, errors);
    Optional<String> country = country(values, errors);
    if (chosen.isEmpty() && !boards.isEmpty()) {
      errors.put("boards", t("searches.one-board"));
    }
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    var words = new ArrayList<ExcludedWord>();
    before.ifPresent(
        old ->
            old.excludedWords().stream()
                .filter(w -> w.in() == ExcludedWord.In.DESCRIPTION)
                .forEach(words::add));
    lines(values.getOrDefault("not-title", ""))
        .forEach(w -> words.add(new ExcludedWord(w, ExcludedWord.In.TITLE)));
    lines(values.getOrDefault("not-anywhere", ""))
        .forEach(w -> words.add(new ExcludedWord(w, ExcludedWord.In.BOTH)));
    SearchProfile base = before.orElseGet(() -> SearchProfile.of(name, List.of(), List.of()));
    Set<RemoteMode> modes =
        switch (values.getOrDefault("mode", "")) {
          case "remote" -> Set.of(RemoteMode.REMOTE);
          case "there" -> Set.of(RemoteMode.HYBRID, RemoteMode.ON_SITE);
          default -> Set.of();
        };
    boolean allUsual = Set.copyOf(chosen).equals(Set.copyOf(usual()));
    return Optional.of(
        base.withName(name)
            .withTitles(lines(values.getOrDefault("titles", "")))
            .withRemote(modes)
            .withEmploymentTypes(types(values.getOrDefault("types", "")))
            .withTypedLocations(lines(values.getOrDefault("locations", "")))
            .withCountry(country)
            .withBoards(allUsual ? List.of() : chosen)
            .withEmployers(employers)
            .withExcludedWords(words)
            .withLimitPerBoard((int) limit)
            .withMaxAge(
                values.getOrDefault("age", "").isEmpty()
                    ? Optional.empty()
                    : Optional.of(Duration.ofDays(age)))
            .withMinPay(pay)
            .withResume(
                Optional.of(values.getOrDefault("resume", "")).filter(said -> !said.isEmpty())));
  }

  static String key(EmploymentType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Set<EmploymentType> types(String typed) {
    return Stream.of(EmploymentType.values())
        .filter(type -> List.of(typed.split(" ")).contains(key(type)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static long whole(
      String field,
      Map<String, String> values,
      long least,
      long most,
      long good,
      Map<String, String> errors) {
    String typed = values.getOrDefault(field, "");
    if (typed.isEmpty()) {
      return good;
    }
    try {
      long value = Long.parseLong(typed);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notWhole) {
      // said below
    }
    errors.put(
        field, t("searches.outside", "typed", typed, "least", least, "most", most, "good", good));
    return good;
  }

  private static Optional<MinPay> pay(Map<String, String> values, Map<String, String> errors) {
    String typed = values.getOrDefault("pay", "").replaceAll("[ ,.'](?=\\d{3}\\b)", "");
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    String code = values.getOrDefault("currency", "").toUpperCase(Locale.ROOT);
    try {
      return Optional.of(
          new MinPay(
              new BigDecimal(typed),
              Currency.getInstance(code),
              PayPeriod.parse(values.getOrDefault("period", "")).orElse(PayPeriod.YEAR)));
    } catch (IllegalArgumentException wrong) {
      errors.put(
          "pay",
          t("searches.no-money", "amount", values.getOrDefault("pay", ""), "currency", code));
      return Optional.empty();
    }
  }

  private static Optional<String> country(Map<String, String> values, Map<String, String> errors) {
    String typed = values.getOrDefault("country", "");
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> code = Place.countryCode(typed);
    if (code.isEmpty()) {
      errors.put("country", t("searches.no-country", "typed", typed));
    }
    return code;
  }

  private static List<String> slugs(
      Extension<JobBoard> board, String typed, Map<String, String> errors) {
    var slugs = new ArrayList<String>();
    for (String line : lines(typed)) {
      try {
        slugs.add(line.contains("://") ? recognised(board, line) : Employer.of(line).slug());
      } catch (IllegalArgumentException notOne) {
        errors.put(
            "employers-" + board.id(), Optional.ofNullable(notOne.getMessage()).orElse(line));
      }
    }
    return slugs;
  }

  private static String recognised(Extension<JobBoard> board, String address) {
    String problem =
        t("searches.no-career-page", "address", address, "board", descriptor(board).about().name());
    try {
      URI uri = URI.create(address);
      return board
          .call(RECOGNISING, instance -> instance.employer(uri))
          .map(Employer::slug)
          .orElseThrow(() -> new IllegalArgumentException(problem));
    } catch (ExtensionException | PluginBugException refused) {
      throw new IllegalArgumentException(problem, refused);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
      throw new IllegalArgumentException(problem, over);
    }
  }

  static List<String> lines(String typed) {
    return Stream.of(typed.split("\\R"))
        .map(String::strip)
        .filter(l -> !l.isEmpty())
        .distinct()
        .toList();
  }
}
