package dev.peregrine.host.trackers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Doing;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.schedules.NextPart;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.schedules.TimingForm;
import dev.peregrine.host.tracking.Plan;
import dev.peregrine.host.tracking.RecurringPushes;
import dev.peregrine.host.tracking.TrackerState;
import dev.peregrine.host.tracking.Tracking;
import dev.peregrine.host.tracking.Trouble;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A table elsewhere: how it stands, what would be written, and when it is. */
public final class TrackerRoutes implements Routes {

  private final Tracking tracking;
  private final Schedules schedules;
  private final InstantSource clock;
  private final TableViews views;
  private List<SettingsEntry> entries = List.of();

  public TrackerRoutes(
      Tracking tracking, Integrations integrations, Schedules schedules, InstantSource clock) {
    this.tracking = tracking;
    this.schedules = schedules;
    this.clock = clock;
    views = new TableViews(tracking, schedules);
    integrations.add(this::doings);
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.get(Here.PATH, visit -> visit.show(views.page(visit, here(visit), "")));
    routes.post(Here.PATH + "/push", this::push);
    routes.post(Here.PATH + "/try", this::tryOut);
    routes.post(Here.PATH + "/on", visit -> change(visit, plan -> plan.withOn(true), "on"));
    routes.post(Here.PATH + "/off", visit -> change(visit, plan -> plan.withOn(false), "off"));
    routes.post(Here.PATH + "/when", this::when);
    routes.post(
        Here.PATH + "/when-next",
        visit ->
            visit.parts(
                new NextPart(
                    state(visit)
                        .map(state -> TableViews.timing(state.plan()))
                        .orElseThrow()
                        .typed(visit)
                        .checked(schedules, visit.times()))));
    routes.findables((words, most) -> found());
    new ColumnRoutes(tracking, this::here).add(routes);
    new RowRoutes(tracking, views, this::here).add(routes);
  }

  private Here here(Visit visit) {
    return Here.of(visit, tracking, entries);
  }

  private Optional<TrackerState> state(Visit visit) {
    return tracking.state(Here.tracker(visit, tracking).key());
  }

  private List<Findable> found() {
    return tracking.trackers().stream()
        .filter(Tracking::isUsable)
        .flatMap(
            tracker -> {
              String path = RecurringPushes.path(tracker.key());
              var page =
                  Findable.at(
                      Findable.Kind.SETTING,
                      t("trackers.title", "name", tracker.name()),
                      t("trackers.find-about"),
                      Icon.PLUG,
                      path);
              return tracking.state(tracker.key()).isEmpty()
                  ? Stream.of(page)
                  : Stream.of(
                      page,
                      Findable.doing(
                          t("trackers.push-to", "name", tracker.name()),
                          t("trackers.push-about"),
                          Icon.UP,
                          path + "/push"));
            })
        .toList();
  }

  /** One line for the pages of integrations. */
  private List<Doing> doings(String key) {
    Optional<Connection> tracker = tracking.tracker(key);
    if (tracker.isEmpty()) {
      return List.of();
    }
    String path = RecurringPushes.path(key);
    Optional<TrackerState> state = tracking.state(key);
    if (state.isEmpty()) {
      return List.of(Doing.of(t("trackers.no-table"), path));
    }
    Optional<Trouble> trouble = state.get().trouble();
    String name = state.get().plan().name().replace('\n', ' ');
    if (trouble.isPresent() && tracker.get().trouble().isPresent()) {
      // Why stands beside it already.
      return List.of(Doing.of(t("trackers.doing-waits", "table", name), path));
    }
    if (trouble.isPresent()) {
      return List.of(
          Doing.trouble(
              t(
                  "trackers.doing-trouble",
                  "table",
                  name,
                  "problem",
                  trouble.get().problem().replace('\n', ' ')),
              path));
    }
    if (state.get().pushed().isPresent() && !state.get().plan().on()) {
      return List.of(Doing.of(t("trackers.doing-off", "table", name), path));
    }
    Tracking.Extent extent = tracking.extent(state.get());
    if (extent.failed() + extent.conflicts() > 0) {
      return List.of(
          Doing.trouble(
              t(
                  "trackers.doing-look",
                  "table",
                  name,
                  "failed",
                  extent.failed(),
                  "conflicts",
                  extent.conflicts()),
              path));
    }
    return List.of(
        Doing.of(
            state
                .get()
                .pushed()
                .map(
                    at ->
                        t(
                            "trackers.doing",
                            "count",
                            extent.there(),
                            "table",
                            name,
                            "when",
                            new Times(clock.instant(), ZoneOffset.UTC).ago(at)))
                .orElseGet(() -> t("trackers.doing-never", "table", name)),
            path));
  }

  private void push(Visit visit) {
    Here here = here(visit);
    Optional<TrackerState> state = state(visit);
    if (state.isEmpty() || !Tracking.isUsable(here.tracker())) {
      visit.go(here.path());
      return;
    }
    boolean isFirst = state.get().pushed().isEmpty() && !state.get().plan().on();
    if (isFirst) {
      boolean _ =
          tracking.save(
              here.tracker().key(), state.get().plan().withOn(true), state.get().version());
    }
    var _ = tracking.push(here.tracker().key());
    visit.go(here.path(), Toast.of(t("trackers.begun")));
  }

  private void tryOut(Visit visit) {
    Here here = here(visit);
    if (state(visit).isPresent() && Tracking.isUsable(here.tracker())) {
      var _ = tracking.tryOut(here.tracker().key());
    }
    visit.go(here.path());
  }

  private void change(Visit visit, UnaryOperator<Plan> how, String word) {
    Here here = here(visit);
    state(visit)
        .ifPresent(
            state -> {
              boolean _ =
                  tracking.save(here.tracker().key(), how.apply(state.plan()), state.version());
            });
    String back = word.equals("on") ? "/off" : "/on";
    visit.go(
        here.path(), Toast.undoable(t("trackers.turned-" + word), here.name(), here.path() + back));
  }

  private void when(Visit visit) {
    Here here = here(visit);
    TrackerState state = state(visit).orElseThrow();
    TimingForm form = TableViews.timing(state.plan()).typed(visit);
    try {
      Plan plan = state.plan().withTiming(form.timing(), visit.has("soon"));
      boolean _ = tracking.save(here.tracker().key(), plan, state.version());
      visit.go(here.path(), Toast.of(t("trackers.saved")));
    } catch (IllegalArgumentException wrong) {
      visit.show(422, views.page(visit, here, String.valueOf(wrong.getMessage())));
    }
  }
}
