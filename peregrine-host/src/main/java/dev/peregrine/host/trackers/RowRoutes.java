package dev.peregrine.host.trackers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.TrackerTarget.Kind;
import dev.peregrine.host.tracking.KeptRow;
import dev.peregrine.host.tracking.OwnColumn;
import dev.peregrine.host.tracking.OwnValue;
import dev.peregrine.host.tracking.TrackerState;
import dev.peregrine.host.tracking.Tracking;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A job's row elsewhere: what happened to it, and what the person keeps there. */
final class RowRoutes implements Routes {

  private static final String ONE = Here.PATH + "/jobs/{job}";

  private static final int SHOWN = 50;

  private final Tracking tracking;
  private final TableViews views;
  private final Function<Visit, Here> here;

  RowRoutes(Tracking tracking, TableViews views, Function<Visit, Here> here) {
    this.tracking = tracking;
    this.views = views;
    this.here = here;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(Here.PATH + "/jobs", this::list);
    routes.get(ONE, visit -> show(visit, 200, Map.of(), Map.of()));
    routes.post(ONE, this::save);
    routes.post(ONE + "/settle", this::settle);
    routes.post(ONE + "/back", this::back);
  }

  private void list(Visit visit) {
    Here at = here.apply(visit);
    TrackerState state = state(at);
    String find = visit.value("find");
    List<KeptRow> rows = tracking.rows(state, find, SHOWN + 1);
    visit.show(
        new RowsPage(
            at,
            find,
            rows.stream()
                .limit(SHOWN)
                .map(
                    row ->
                        new RowsPage.Line(
                            tracking.title(row.job()),
                            TableViews.rowPath(at, row.job()),
                            row.problem().isEmpty() ? said(row, state, visit) : row.problem()))
                .toList(),
            rows.size() > SHOWN));
  }

  private TrackerState state(Here at) {
    return tracking
        .state(at.tracker().key())
        .orElseThrow(() -> new NoSuchPageException("table", at.name()));
  }

  private void show(
      Visit visit, int status, Map<String, String> typed, Map<String, String> errors) {
    Here at = here.apply(visit);
    TrackerState state = state(at);
    long job = visit.id("job");
    Optional<KeptRow> row = tracking.row(state, job);
    Map<String, OwnValue> values =
        tracking.own(state, Optional.of(job)).stream()
            .collect(Collectors.toMap(OwnValue::column, value -> value));
    List<RowPage.Own> own =
        state.plan().own().stream()
            .map(
                column ->
                    own(
                        column,
                        Optional.ofNullable(values.get(column.column())),
                        Optional.ofNullable(typed.get(column.column())),
                        errors.getOrDefault(column.column(), "")))
            .toList();
    visit.show(
        status,
        new RowPage(
            at,
            job,
            tracking.title(job),
            "/jobs/" + job,
            Here.link(row.flatMap(KeptRow::link)),
            row.map(each -> said(each, state, visit)).orElseGet(() -> t("trackers.row-none")),
            row.map(KeptRow::problem).orElse(""),
            row.filter(each -> each.state() == KeptRow.State.GONE).isPresent(),
            own,
            views.log(at, visit.times(), Optional.of(job))));
  }

  private static String said(KeptRow row, TrackerState state, Visit visit) {
    String when = row.written().map(visit.times()::ago).orElse("");
    return switch (row.state()) {
      case NEW -> t("trackers.row-none");
      case THERE -> t("trackers.row-there", "table", state.plan().name(), "when", when);
      case ARCHIVED -> t("trackers.row-archived", "when", when);
      case GONE -> t("trackers.row-gone");
    };
  }

  private static RowPage.Own own(
      OwnColumn column, Optional<OwnValue> value, Optional<String> typed, String error) {
    return new RowPage.Own(
        column.column(),
        column.name(),
        help(column.kind()),
        typed.or(() -> value.map(OwnValue::here)).orElse(""),
        value.flatMap(OwnValue::there).orElse(""),
        column.kind() == Kind.TEXT || column.kind() == Kind.CHOICES,
        error);
  }

  private static String help(Kind kind) {
    return switch (kind) {
      case CHOICES -> t("trackers.one-a-line");
      case DATE -> t("trackers.as-date");
      case CHECK -> t("trackers.as-check");
      case TITLE, TEXT, NUMBER, LINK, CHOICE, OTHER -> "";
    };
  }

  private void save(Visit visit) {
    Here at = here.apply(visit);
    TrackerState state = state(at);
    long job = visit.id("job");
    Map<String, String> now =
        tracking.own(state, Optional.of(job)).stream()
            .collect(Collectors.toMap(OwnValue::column, OwnValue::here));
    Map<String, String> typed = new HashMap<>();
    Map<String, String> errors = new HashMap<>();
    for (OwnColumn column : state.plan().own()) {
      String text = visit.value("own-" + column.column()).replace("\r\n", "\n");
      typed.put(column.column(), text);
      if (visit.has("own-" + column.column())
          && !text.equals(now.getOrDefault(column.column(), ""))) {
        try {
          tracking.write(state, job, column.column(), text);
        } catch (IllegalArgumentException unfit) {
          errors.put(column.column(), String.valueOf(unfit.getMessage()));
        }
      }
    }
    if (errors.isEmpty()) {
      visit.go(TableViews.rowPath(at, job), Toast.of(t("trackers.own-saved", "name", at.name())));
    } else {
      show(visit, 422, typed, errors);
    }
  }

  /** Which of two values counts. */
  private void settle(Visit visit) {
    Here at = here.apply(visit);
    TrackerState state = state(at);
    long job = visit.id("job");
    String column = visit.value("column");
    tracking.own(state, Optional.of(job)).stream()
        .filter(value -> value.column().equals(column))
        .findFirst()
        .ifPresent(
            value -> {
              String theirs = value.there().orElse("");
              String text =
                  switch (visit.value("keep")) {
                    case "mine" -> value.here();
                    case "theirs" -> theirs;
                    default -> value.here() + "\n" + theirs;
                  };
              // What is there may have changed since the page was drawn.
              if (value.isConflict()
                  && theirs.strip().equals(visit.value("theirs").replace("\r\n", "\n"))) {
                tracking.write(state, job, column, text);
              }
            });
    visit.go(at.path(), Toast.of(t("trackers.settled")));
  }

  private void back(Visit visit) {
    Here at = here.apply(visit);
    tracking.bringBack(state(at), visit.id("job"));
    visit.go(TableViews.rowPath(at, visit.id("job")), Toast.of(t("trackers.comes-back")));
  }
}
