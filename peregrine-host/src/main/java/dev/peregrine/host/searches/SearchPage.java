package dev.peregrine.host.searches;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.host.schedules.TimingForm;
import dev.peregrine.host.web.Shell;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the person looks for, and what never to show.
 *
 * @param profiles the search profiles to choose from
 * @param form the one that is open
 * @param resumes the names of the person's résumés, the main one first
 * @param problem why nothing was saved, or what is wrong with the file; empty for nothing
 */
record SearchPage(
    Shell shell, List<Choice> profiles, Form form, List<String> resumes, String problem) {

  private static final Set<EmploymentType> RARE =
      EnumSet.of(EmploymentType.PER_DIEM, EmploymentType.VOLUNTEER, EmploymentType.OTHER);

  /** A search profile to open. */
  record Choice(String name, String path, boolean here) {}

  /**
   * The values of the form as typed.
   *
   * @param old the name under which it is stored; empty for a new one
   * @param seen tells what was stored when the page was made
   * @param values by field
   * @param boards to search
   * @param employers boards that read employers' pages
   * @param timing when it is searched by itself
   * @param errors by field
   */
  record Form(
      String old,
      String seen,
      Map<String, String> values,
      List<Board> boards,
      List<Employers> employers,
      TimingForm timing,
      Map<String, String> errors) {

    Form with(String newSeen, Map<String, String> newErrors) {
      return new Form(old, newSeen, values, boards, employers, timing, newErrors);
    }

    String value(String field) {
      return values.getOrDefault(field, "");
    }

    boolean hasType(String key) {
      return List.of(value("types").split(" ")).contains(key);
    }

    String error(String field) {
      return errors.getOrDefault(field, "");
    }
  }

  /** A board to tick. */
  record Board(String id, String name, String note, boolean chosen) {}

  /** Whose pages a board reads, one a line. */
  record Employers(String id, String name, String typed, String help, String error) {}

  /** Whether the search names a résumé that is not there. */
  boolean isGone() {
    String named = form.value("resume");
    return !named.isEmpty() && resumes.stream().noneMatch(named::equalsIgnoreCase);
  }

  /** Where the one that is open is copied. */
  String copyPath() {
    return "/search?copy=" + URLEncoder.encode(form.old(), StandardCharsets.UTF_8);
  }

  /** The kinds of contract to choose from; a rare one where the file names it. */
  List<TimingForm.Choice> types() {
    return Arrays.stream(EmploymentType.values())
        .filter(type -> !RARE.contains(type) || form.hasType(ProfileForm.key(type)))
        .map(ProfileForm::key)
        .map(key -> new TimingForm.Choice(key, t("searches.type-" + key)))
        .toList();
  }

  /** What pay may be for. */
  List<TimingForm.Choice> periods() {
    return List.of(
        new TimingForm.Choice("year", t("searches.per-year")),
        new TimingForm.Choice("month", t("searches.per-month")),
        new TimingForm.Choice("week", t("searches.per-week")),
        new TimingForm.Choice("day", t("searches.per-day")),
        new TimingForm.Choice("hour", t("searches.per-hour")));
  }

  String token() {
    return shell.token();
  }
}
