package dev.peregrine.host.config;

import static dev.peregrine.host.config.YamlEdit.list;
import static dev.peregrine.host.config.YamlEdit.scalar;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.RemoteMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Search profiles as lines of YAML. */
final class ProfileWriter {

  static final String HEAD =
      """
      # What Peregrine looks for. search_profiles.yaml.example explains every entry.
      # Saving in the browser changes only the lines of what you changed there; comments and entries
      # that Peregrine does not know stay.

      """;

  private ProfileWriter() {}

  /** A whole file. */
  static String file(List<SearchProfile> profiles) {
    var text =
        new StringBuilder(HEAD).append(profiles.isEmpty() ? "profiles: []\n" : "profiles:\n");
    for (SearchProfile profile : profiles) {
      List<String> lines = item(profile);
      for (int index = 0; index < lines.size(); index++) {
        text.append(index == 0 ? "  - " : "    ").append(lines.get(index)).append('\n');
      }
    }
    return text.toString();
  }

  /** One profile, without indentation. */
  static List<String> item(SearchProfile profile) {
    var lines = new ArrayList<String>();
    lines.add("name: " + scalar(profile.name()));
    entries(profile).forEach(entry -> lines.addAll(entry.lines("")));
    return lines;
  }

  /** Each entry but the name. */
  static List<YamlEdit.Entry> entries(SearchProfile profile) {
    return List.of(
        entry(list(profile.titles()), "titles", "job_titles"),
        entry(list(profile.locations()), "locations", "location"),
        entry(
            flow(profile.remote().stream().map(ProfileWriter::key).toList()),
            "remote",
            "remote_preference"),
        entry(profile.country().stream().map(YamlEdit::scalar).toList(), "country"),
        entry(list(profile.boards()), "boards", "custom_boards", "job_boards"),
        entry(employers(profile), "employers"),
        entry(words(profile), "exclude_words", "exclude_keywords"),
        entry(List.of(Integer.toString(profile.limitPerBoard())), "results_per_board"),
        age(profile),
        entry(
            profile.minPay().stream()
                .map(
                    pay ->
                        "{amount: %s, currency: %s, period: %s}"
                            .formatted(
                                pay.amount().toPlainString(),
                                pay.currency().getCurrencyCode(),
                                pay.period().name().toLowerCase(Locale.ROOT)))
                .toList(),
            "min_pay"),
        entry(
            flow(
                profile.employmentTypes().stream()
                    .map(EmploymentType::name)
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList()),
            "employment_types"),
        entry(profile.resume().stream().map(YamlEdit::scalar).toList(), "resume"),
        entry(
            profile.schedule().isOn() ? List.of(scalar(profile.schedule().text())) : List.of(),
            "schedule"));
  }

  private static YamlEdit.Entry age(SearchProfile profile) {
    if (profile.maxAge().isEmpty()) {
      return entry(List.of(), "max_age_days", "hours_old");
    }
    Duration age = profile.maxAge().get();
    return age.toHours() % 24 == 0
        ? entry(List.of(Long.toString(age.toDays())), "max_age_days", "hours_old")
        : entry(List.of(Long.toString(age.toHours())), "hours_old", "max_age_days");
  }

  private static List<String> employers(SearchProfile profile) {
    var lines = new ArrayList<String>();
    profile
        .employers()
        .forEach(
            (board, slugs) ->
                lines.add(
                    board
                        + ": ["
                        + String.join(", ", slugs.stream().map(YamlEdit::scalar).toList())
                        + "]"));
    // A single line would be put beside the name, where a mapping cannot stand.
    if (lines.size() == 1) {
      return List.of("{" + lines.getFirst() + "}");
    }
    return lines;
  }

  private static List<String> words(SearchProfile profile) {
    return profile.excludedWords().stream()
        .map(
            word ->
                word.in() == ExcludedWord.In.BOTH
                    ? "- " + scalar(word.word())
                    : "- {word: %s, in: %s}"
                        .formatted(scalar(word.word()), word.in().name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static List<String> flow(List<String> words) {
    return words.isEmpty() ? List.of() : List.of("[" + String.join(", ", words) + "]");
  }

  private static String key(RemoteMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  private static YamlEdit.Entry entry(List<String> value, String... names) {
    return new YamlEdit.Entry(List.of(names), value);
  }
}
