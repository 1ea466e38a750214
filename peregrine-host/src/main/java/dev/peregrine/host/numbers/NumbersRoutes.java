package dev.peregrine.host.numbers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.PreferencesFile;
import dev.peregrine.host.numbers.NumbersPage.Choice;
import dev.peregrine.host.pipeline.Journeys;
import dev.peregrine.host.pipeline.Journeys.Counted;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The numbers, the jobs behind them, and both as files. */
public final class NumbersRoutes implements Routes {

  private static final String HERE = "/numbers";
  private static final Pattern WHOLE = Pattern.compile("\\d{1,3}");

  private final Figures figures;
  private final Behind behind;
  private final PreferencesFile preferences;

  public NumbersRoutes(
      Figures figures,
      Journeys journeys,
      Tailorings tailorings,
      PluginRuntime plugins,
      PreferencesFile preferences) {
    this.figures = figures;
    this.behind = new Behind(journeys, tailorings, figures, plugins);
    this.preferences = preferences;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.menu(MenuEntry.of("numbers", () -> t("numbers.numbers"), Icon.CHART, HERE, 70));
    routes.setting(
        new SettingsEntry(
            SettingsGroup.PROFILE, () -> t("numbers.goal"), HERE + "#goal", 90, this::goalSaid));
    routes.get(HERE, visit -> show(visit, 200, typed(), ""));
    routes.post(HERE + "/goal", this::saveGoal);
    routes.get(Links.LIST, this::list);
    routes.get(HERE + "/{table}.csv", this::download);
  }

  private String goalSaid() {
    OptionalInt goal = preferences.weeklyGoal();
    return goal.isPresent()
        ? t("numbers.goal-now", "goal", goal.getAsInt())
        : t("numbers.goal-none");
  }

  private String typed() {
    try {
      OptionalInt goal = preferences.weeklyGoal();
      return goal.isPresent() ? Integer.toString(goal.getAsInt()) : "";
    } catch (ConfigException unreadable) {
      return "";
    }
  }

  private void show(Visit visit, int status, String goal, String problem) {
    Range range = Range.of(visit.value("range"));
    By by = By.of(visit.value("by")).orElse(By.SCORE);
    Counted counted = figures.count(range, visit.times(), by);
    String asked = visit.value("flow");
    boolean fromFound = asked.isEmpty() ? Figures.showsFound(counted) : asked.equals("found");
    String begin = asked.isEmpty() ? "" : fromFound ? "found" : "sent";
    visit.show(
        status,
        new NumbersPage(
            visit.shell(t("numbers.numbers"), "numbers"),
            Arrays.stream(Range.values())
                .map(each -> new Choice(each.label(), path(each, by, begin, ""), each == range))
                .toList(),
            figures.pace(counted, range, visit.times()),
            goal,
            problem,
            figures.funnel(counted, range),
            figures.flow(counted, range, fromFound),
            List.of(
                new Choice(t("numbers.flow-found"), path(range, by, "found", "#flow"), fromFound),
                new Choice(t("numbers.flow-sent"), path(range, by, "sent", "#flow"), !fromFound)),
            figures.answers(counted, range, by),
            Arrays.stream(By.values())
                .map(
                    each ->
                        new Choice(
                            t("numbers.by-" + each.key()),
                            path(range, each, begin, "#answers"),
                            each == by))
                .toList(),
            figures.time(counted, range),
            figures.silence(counted, range),
            range.key(),
            counted.found().isEmpty() && counted.sent().isEmpty()));
  }

  private static String path(Range range, By by, String flow, String place) {
    return HERE
        + "?range="
        + range.key()
        + (by == By.SCORE ? "" : "&by=" + by.key())
        + (flow.isEmpty() ? "" : "&flow=" + flow)
        + place;
  }

  private void saveGoal(Visit visit) {
    String typed = visit.value("goal");
    if (!typed.isEmpty() && !isGoal(typed)) {
      String problem = t("numbers.goal-wrong", "goal", typed, "most", PreferencesFile.MOST_A_WEEK);
      show(visit, 422, typed, problem);
      return;
    }
    OptionalInt before = preferences.weeklyGoal();
    OptionalInt goal =
        typed.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(typed));
    try {
      preferences.chooseWeeklyGoal(goal);
    } catch (ConfigException broken) {
      show(visit, 409, typed, broken.sentence());
      return;
    }
    String here = HERE + "?range=" + Range.of(visit.value("range")).key();
    String undo =
        HERE + "/goal?goal=" + (before.isPresent() ? Integer.toString(before.getAsInt()) : "");
    visit.go(
        here,
        before.equals(goal)
            ? Toast.of(t("numbers.goal-saved"))
            : Toast.undoable(t("numbers.goal-saved"), "", undo));
  }

  private static boolean isGoal(String typed) {
    return WHOLE.matcher(typed).matches()
        && Integer.parseInt(typed) >= 1
        && Integer.parseInt(typed) <= PreferencesFile.MOST_A_WEEK;
  }

  private void list(Visit visit) {
    Range range = Range.of(visit.value("range"));
    var asked =
        new Behind.Asked(
            visit.value("of"),
            visit.value("key"),
            visit.value("from"),
            visit.value("to"),
            visit.value("board"),
            visit.value("standing"),
            visit.value("outcome"));
    Behind.Listed listed =
        behind
            .list(
                asked,
                figures.span(range, visit.times()),
                Optional.of(visit.value("after")).filter(after -> !after.isEmpty()))
            .orElseThrow(() -> new NoSuchPageException("list", asked.of()));
    String here = visit.address().replaceAll("&after=[^&]*", "");
    visit.show(
        new JobsPage(
            visit.shell(listed.title(), "numbers"),
            listed.title(),
            listed.found()
                ? t("numbers.found-within-" + range.key())
                : t("numbers.sent-within-" + range.key()),
            HERE + "?range=" + range.key(),
            listed.rows().rows().stream().map(row -> line(row, visit)).toList(),
            listed.rows().next().map(next -> here + "&after=" + next).orElse("")));
  }

  private static JobsPage.Line line(Journeys.Row row, Visit visit) {
    return new JobsPage.Line(
        row.title(),
        row.company().orElse(""),
        row.ending()
            .map(ending -> t("numbers.end-" + ending.key()))
            .orElseGet(() -> Said.stage(row.stage())),
        visit.times().day(row.at()),
        "/jobs/" + row.job());
  }

  private void download(Visit visit) {
    Range range = Range.of(visit.value("range"));
    String key = visit.part("table").replace('-', '_');
    Table table =
        figures.tables(range, visit.times()).stream()
            .filter(each -> each.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new NoSuchPageException("table", key));
    visit.download(
        "peregrine-%s-%s.csv".formatted(key.replace('_', '-'), range.key()), table.csv());
  }
}
