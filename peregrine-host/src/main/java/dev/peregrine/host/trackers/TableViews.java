package dev.peregrine.host.trackers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.TrackerTarget.Kind;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.schedules.TimingForm;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.trackers.TablePage.ConflictView;
import dev.peregrine.host.trackers.TablePage.Line;
import dev.peregrine.host.trackers.TablePage.LogLine;
import dev.peregrine.host.trackers.TablePage.RowLine;
import dev.peregrine.host.trackers.TablePage.Table;
import dev.peregrine.host.trackers.TablePage.TrialRow;
import dev.peregrine.host.trackers.TablePage.TrialView;
import dev.peregrine.host.tracking.LogEntry;
import dev.peregrine.host.tracking.Mapped;
import dev.peregrine.host.tracking.OwnColumn;
import dev.peregrine.host.tracking.OwnValue;
import dev.peregrine.host.tracking.Plan;
import dev.peregrine.host.tracking.TrackerState;
import dev.peregrine.host.tracking.Tracking;
import dev.peregrine.host.tracking.Trial;
import dev.peregrine.host.tracking.Trouble;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the page of a table shows. */
final class TableViews {

  private static final int LOGGED = 12;
  private static final int TOLD = 8;
  private static final int FAILED = 20;

  private final Tracking tracking;
  private final Schedules schedules;

  TableViews(Tracking tracking, Schedules schedules) {
    this.tracking = tracking;
    this.schedules = schedules;
  }

  TablePage page(Visit visit, Here here, String problem) {
    return new TablePage(
        here,
        here.tracker().isConnected(),
        here.tracker().locked(),
        here.tracker().descriptor().can().contains(Capability.CREATE_TARGETS),
        problem,
        tracking.state(here.tracker().key()).map(state -> table(visit, here, state)));
  }

  static TimingForm timing(Plan plan) {
    return TimingForm.of("timing", t("trackers.when-at"), plan.when(), true);
  }

  private Table table(Visit visit, Here here, TrackerState state) {
    Plan plan = state.plan();
    Optional<Task> running = tracking.running(state.key());
    return new Table(
        plan.name(),
        Here.link(plan.link()),
        said(state, visit.times()),
        plan.on(),
        state.pushed().isPresent(),
        running.map(task -> task.step().isEmpty() ? t("trackers.waits") : task.step()).orElse(""),
        running.filter(task -> task.total() > 0).map(task -> (double) task.done() / task.total()),
        state.trouble().map(Trouble::problem).orElse(""),
        state.trouble().map(trouble -> more(trouble, visit.times())).orElse(""),
        state.remarks(),
        plan.columns().stream().map(Mapped::name).collect(Collectors.joining(", ")),
        plan.own().stream().map(OwnColumn::name).collect(Collectors.joining(", ")),
        Arrays.stream(Stage.values())
            .filter(plan.stages()::contains)
            .map(TableViews::stage)
            .collect(Collectors.joining(", ")),
        state.trial().map(trial -> trial(trial, here, visit.times())),
        tracking.own(state, Optional.empty()).stream()
            .filter(OwnValue::isConflict)
            .map(value -> conflict(value, plan, here))
            .toList(),
        tracking.failed(state).stream()
            .limit(FAILED)
            .map(
                row ->
                    new RowLine(tracking.title(row.job()), rowPath(here, row.job()), row.problem()))
            .toList(),
        log(here, visit.times(), Optional.empty()),
        timing(plan).checked(schedules, visit.times()),
        plan.soon());
  }

  static String stage(Stage stage) {
    return t("tracking.stage-" + stage.key().replace('_', '-'));
  }

  /** How it stands, in a sentence. */
  String said(TrackerState state, Times times) {
    long rows = tracking.extent(state).there();
    return state
        .pushed()
        .map(at -> t("trackers.said", "count", rows, "when", times.ago(at)))
        .orElseGet(() -> t("trackers.never-pushed"));
  }

  private static String more(Trouble trouble, Times times) {
    return trouble
        .until()
        .map(at -> t("trackers.again-at", "when", times.momentWithin(at)))
        .orElseGet(() -> t("trackers.paused"));
  }

  static String rowPath(Here here, long job) {
    return here.path() + "/jobs/" + job;
  }

  private static TrialView trial(Trial trial, Here here, Times times) {
    return new TrialView(
        t(
            "trackers.would",
            "added",
            trial.added(),
            "changed",
            trial.changed(),
            "archived",
            trial.archived(),
            "failed",
            trial.failed(),
            "same",
            trial.same()),
        times.ago(trial.at()),
        trial.rows().stream().limit(TOLD).map(row -> row(row, here)).toList(),
        trial.rows().stream().skip(TOLD).map(row -> row(row, here)).toList(),
        trial.changes() + trial.failed() > trial.rows().size());
  }

  private static TrialRow row(Trial.Row row, Here here) {
    return new TrialRow(
        row.title(),
        rowPath(here, row.job()),
        t("trackers.what-" + row.effect()),
        row.effect().equals("failed") ? "danger" : "",
        row.diffs().stream()
            .map(diff -> new Line(diff.column(), diff.before(), diff.after()))
            .toList(),
        row.problem());
  }

  private ConflictView conflict(OwnValue value, Plan plan, Here here) {
    return new ConflictView(
        tracking.title(value.job()),
        rowPath(here, value.job()),
        value.column(),
        plan.nameOf(value.column()),
        value.here(),
        value.there().orElse(""),
        plan.own(value.column())
            .map(OwnColumn::kind)
            .filter(kind -> kind == Kind.TEXT || kind == Kind.TITLE || kind == Kind.CHOICES)
            .isPresent());
  }

  List<LogLine> log(Here here, Times times, Optional<Long> job) {
    return tracking.log(here.tracker().key(), job, Optional.empty(), LOGGED).stream()
        .map(entry -> line(entry, here, times, job.isPresent()))
        .toList();
  }

  private LogLine line(LogEntry entry, Here here, Times times, boolean ofOne) {
    return new LogLine(
        times.moment(entry.at()),
        ofOne ? "" : tracking.title(entry.job()),
        rowPath(here, entry.job()),
        t("trackers.what-" + entry.what()),
        entry.detail().lines().toList());
  }
}
