package dev.peregrine.host.home;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.discovery.RecurringSearches;
import dev.peregrine.host.intake.AddCard;
import dev.peregrine.host.mailbox.SyncPills;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.plugins.PluginState;
import dev.peregrine.host.reminders.Reminders;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.schedules.Upcoming;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.setup.Setup;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Optional;

/** The first page. */
public final class HomeRoutes implements Routes {

  private final Jobs jobs;
  private final SearchProfiles profiles;
  private final Resumes resumes;
  private final Scoring scoring;
  private final Discovery discovery;
  private final PluginRuntime plugins;
  private final Schedules schedules;
  private final Setup setup;
  private final Reminders reminders;
  private final SyncPills mail;

  public HomeRoutes(
      Jobs jobs,
      SearchProfiles profiles,
      Resumes resumes,
      Scoring scoring,
      Discovery discovery,
      PluginRuntime plugins,
      Schedules schedules,
      Setup setup,
      Reminders reminders,
      SyncPills mail) {
    this.jobs = jobs;
    this.profiles = profiles;
    this.resumes = resumes;
    this.scoring = scoring;
    this.discovery = discovery;
    this.plugins = plugins;
    this.schedules = schedules;
    this.setup = setup;
    this.reminders = reminders;
    this.mail = mail;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.menu(MenuEntry.of("home", () -> t("home.home"), Icon.HOME, "/", 10));
    routes.get("/", this::home);
    routes.get("/home/today", visit -> visit.parts(today(visit.times())));
    routes.get("/home/run", visit -> visit.parts(run(visit)));
    routes.post("/discover", this::discover);
    routes.findable(
        () ->
            Findable.doing(t("home.find-new-jobs"), t("home.find-about"), Icon.SEARCH, "/discover")
                .alsoBy(t("home.find-words")));
  }

  private void home(Visit visit) {
    if (!hasProfile() && !visit.remembers("later") && setup.comesFirst()) {
      visit.go("/setup");
      return;
    }
    Times times = visit.times();
    visit.show(
        new HomePage(
            visit.shell(t("home.home"), "home"),
            times.weekday(),
            times.greeting(),
            today(times),
            run(visit),
            next(times),
            mail.of(visit),
            AddCard.fresh(visit.token()),
            setup.line().orElse("")));
  }

  /** When the next search begins by itself; a file with a mistake is said elsewhere. */
  private String next(Times times) {
    try {
      return schedules
          .first(RecurringSearches.SOURCE)
          .flatMap(Upcoming::next)
          .map(moment -> t("home.next-search", "when", times.coming(moment)))
          .orElse("");
    } catch (ConfigException unreadable) {
      return "";
    }
  }

  private boolean hasProfile() {
    return !profiles.all().isEmpty();
  }

  private TodayPart today(Times times) {
    long waiting = plugins.plugins().stream().filter(p -> p.state() == PluginState.WAITING).count();
    boolean hasResume = resumes.current().isPresent();
    return Steps.today(
        jobs.counts(),
        jobs.page(JobFilter.stage(Stage.PENDING), Optional.empty(), 1).rows().stream().findFirst(),
        hasProfile(),
        hasResume,
        hasResume ? scoring.obstacle() : Optional.empty(),
        waiting,
        discovery.latest(),
        reminders.due(times.now().atZone(times.zone())));
  }

  private RunPart run(Visit visit) {
    return Runs.part(discovery.latest(), hasProfile(), visit.times(), visit.token());
  }

  private void discover(Visit visit) {
    if (!hasProfile()) {
      visit.go("/setup/quick");
      return;
    }
    boolean started = discovery.start(List.of(), List.of()).isNew();
    if (visit.wantsParts()) {
      visit.parts(run(visit));
    } else {
      visit.go(
          "/", Toast.of(started ? t("home.search-has-begun") : t("home.search-running-already")));
    }
  }
}
