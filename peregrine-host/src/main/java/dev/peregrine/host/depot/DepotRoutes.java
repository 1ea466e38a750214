package dev.peregrine.host.depot;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.depots.DepotFile;
import dev.peregrine.host.depots.DepotPlan;
import dev.peregrine.host.depots.DepotState;
import dev.peregrine.host.depots.Depots;
import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Doing;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Optional;

/** What is kept at a document store, and what of it is there. */
public final class DepotRoutes implements Routes {

  private static final String HERE = "/settings/integrations/{key}/documents";
  private static final int MOST = 50;

  private final Depots depots;
  private final Jobs jobs;
  private List<SettingsEntry> entries = List.of();

  public DepotRoutes(Depots depots, Integrations integrations, Jobs jobs) {
    this.depots = depots;
    this.jobs = jobs;
    integrations.add(this::doings);
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.get(HERE, visit -> visit.show(page(visit, plan(named(visit).key()), "")));
    routes.post(HERE, this::save);
    routes.post(HERE + "/again", this::again);
    routes.findables((words, most) -> depots.stores().stream().map(DepotRoutes::found).toList());
  }

  private static String path(Connection store) {
    return store.path() + "/documents";
  }

  private static Findable found(Connection store) {
    return Findable.at(
        Findable.Kind.SETTING,
        t("depot.title", "name", store.name()),
        t("depot.find-about"),
        Icon.PLUG,
        path(store));
  }

  private Connection named(Visit visit) {
    String id = visit.part("key");
    return depots
        .store(Connection.key(id))
        .orElseThrow(() -> new NoSuchPageException("document store", id));
  }

  private DepotPlan plan(String key) {
    return depots.state(key).map(DepotState::plan).orElse(DepotPlan.USUAL);
  }

  private void save(Visit visit) {
    Connection store = named(visit);
    var plan =
        new DepotPlan(
            visit.has("on"),
            visit.has("papers"),
            visit.has("briefs"),
            visit.value("folder").strip());
    String problem = DepotPlan.problem(plan.folder());
    if (!problem.isEmpty()) {
      visit.show(422, page(visit, plan, t("depot.folder-" + problem)));
      return;
    }
    depots.save(store.key(), plan);
    visit.go(path(store), Toast.of(t("depot.saved")));
  }

  private void again(Visit visit) {
    Connection store = named(visit);
    Submitted _ = depots.again(store.key());
    visit.go(path(store), Toast.of(t("depot.begun")));
  }

  private DepotPage page(Visit visit, DepotPlan plan, String problem) {
    Connection store = named(visit);
    Times times = visit.times();
    Optional<DepotState> state = depots.state(store.key());
    String trouble = state.map(DepotState::problem).orElse("");
    return new DepotPage(
        visit.shell(t("depot.title", "name", store.name()), "settings"),
        SettingsNav.of(entries, "/settings/integrations"),
        store.name(),
        path(store),
        store.path(),
        store.isConnected(),
        plan.on(),
        plan.papers(),
        plan.briefs(),
        plan.folder(),
        problem,
        problem.isEmpty()
            ? plan.example(
                t("depot.example-company"), t("depot.example-title"), times.now(), times.zone())
            : "",
        depots.count(store.key()).there(),
        depots
            .running(store.key())
            .map(Task::step)
            .map(step -> t("depot.running", "step", step))
            .orElse(""),
        trouble,
        trouble.isEmpty()
            ? ""
            : state
                .flatMap(DepotState::again)
                .map(at -> t("depot.waits", "when", times.coming(at)))
                .orElseGet(() -> t("depot.stays")),
        lines(store.key(), true, times),
        lines(store.key(), false, times));
  }

  private List<DepotPage.Line> lines(String key, boolean failed, Times times) {
    return depots.files(key, failed, MOST).stream().map(file -> line(file, times)).toList();
  }

  private DepotPage.Line line(DepotFile file, Times times) {
    Optional<Job> job = jobs.findById(file.job());
    return new DepotPage.Line(
        file.name(),
        job.map(found -> found.posting().title()).orElse(""),
        job.map(found -> "/interviews/" + found.id()).orElse(""),
        file.problem().isEmpty()
            ? file.stored().map(times::momentWithin).orElse("")
            : file.problem(),
        file.link().orElse(""));
  }

  /** One line for the pages of integrations. */
  private List<Doing> doings(String key) {
    Optional<Connection> store = depots.store(key);
    if (store.isEmpty()) {
      return List.of();
    }
    String path = path(store.get());
    Optional<DepotState> state = depots.state(key);
    if (state.isEmpty()) {
      return List.of(Doing.of(t("depot.doing-none"), path));
    }
    if (!state.get().problem().isEmpty()) {
      return List.of(Doing.trouble(state.get().problem().replace('\n', ' '), path));
    }
    if (!state.get().plan().on()) {
      return List.of(Doing.of(t("depot.doing-off"), path));
    }
    Depots.Count count = depots.count(key);
    return List.of(
        count.failed() > 0
            ? Doing.trouble(t("depot.doing-failed", "count", count.failed()), path)
            : Doing.of(t("depot.doing", "count", count.there()), path));
  }
}
