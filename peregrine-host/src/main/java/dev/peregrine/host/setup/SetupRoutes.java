package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.person.ResumeUploads;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first screen, three answers and then jobs; and the way through the seven steps. */
public final class SetupRoutes implements Routes {

  /** Three answers, then jobs. */
  static final String QUICK = "/setup/quick";

  /** All steps at a glance. */
  static final String ALL = "/setup/steps";

  /** Remembered while somebody goes through the steps, so that other pages can lead back. */
  static final String NOTE = "setup";

  private final Setup setup;
  private final SearchProfiles profiles;
  private final Discovery discovery;
  private final ResumeUploads resume;
  private final boolean developer;

  /**
   * @param developer whether setup can be begun anew
   */
  public SetupRoutes(
      Setup setup,
      SearchProfiles profiles,
      Discovery discovery,
      ResumeUploads resume,
      boolean developer) {
    this.setup = setup;
    this.profiles = profiles;
    this.discovery = discovery;
    this.resume = resume;
    this.developer = developer;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.setting(
        new SettingsEntry(SettingsGroup.APP, () -> t("setup.entry"), ALL, 5, this::said));
    routes.get("/setup", this::enter);
    routes.get(QUICK, visit -> visit.show(SetupPage.empty(visit)));
    routes.post("/setup", this::save);
    routes.post("/setup/skip", SetupRoutes::skip);
    routes.get(ALL, this::overview);
    routes.post("/setup/later/{step}", this::later);
    routes.post("/setup/rest", this::leaveTheRest);
    routes.post("/setup/back", this::takeBack);
    if (developer) {
      routes.post("/setup/again", this::beginAnew);
    }
  }

  private String said() {
    Map<SetupStep, StepState> states = setup.states();
    long later = Setup.count(states, StepState.LATER);
    return t(
        "setup.said",
        "done",
        Setup.count(states, StepState.DONE),
        "all",
        states.size(),
        "later",
        later);
  }

  /** Who is new is asked three things; who has begun goes on where they were. */
  private void enter(Visit visit) {
    if (setup.isFresh()) {
      visit.show(SetupPage.empty(visit));
    } else {
      visit.go(setup.next().map(SetupStep::path).orElse(ALL));
    }
  }

  private static void skip(Visit visit) {
    visit.remember("later");
    visit.go("/");
  }

  private void save(Visit visit) throws InterruptedException {
    SetupPage typed = SetupPage.typed(visit);
    boolean gives = ResumeUploads.isGiven(visit);
    String problem = resume.take(visit);
    if (!problem.isEmpty()) {
      visit.show(422, typed.with(problem));
      return;
    }
    if (gives) {
      setup.done(SetupStep.RESUME);
    }
    SearchProfile profile = FirstSearch.of(typed);
    profiles.save(profile);
    setup.done(SetupStep.SEARCH);
    discovery.start(List.of(profile.name()), List.of());
    visit.go("/");
  }

  private void overview(Visit visit) {
    Map<SetupStep, StepState> states = setup.states();
    List<SetupStep> open = setup.open();
    visit.show(
        new StepsPage(
            visit.shell(t("setup.setup"), "").alone().styled("", "steps-page"),
            lede(states, open),
            StepFrame.lines(states),
            open.isEmpty() ? "" : open.getFirst().path(),
            open.isEmpty() ? "" : open.getFirst().title(),
            !profiles.all().isEmpty(),
            developer));
  }

  private static String lede(Map<SetupStep, StepState> states, List<SetupStep> open) {
    long later = Setup.count(states, StepState.LATER);
    if (!open.isEmpty()) {
      return t(
          "setup.lede-open", "done", Setup.count(states, StepState.DONE), "all", states.size());
    }
    return later == 0 ? t("setup.lede-done") : t("setup.lede-later");
  }

  private void later(Visit visit) {
    SetupStep step =
        SetupStep.find(visit.part("step"))
            .orElseThrow(() -> new NoSuchPageException("step of setup", visit.part("step")));
    // What is done stays done: the person only left its page.
    if (setup.states().get(step) != StepState.DONE) {
      setup.save(List.of(step), StepState.LATER);
    }
    visit.go(setup.after(step));
  }

  private void leaveTheRest(Visit visit) {
    List<SetupStep> open = setup.open();
    setup.save(open, StepState.LATER);
    String keys = open.stream().map(SetupStep::key).collect(Collectors.joining(","));
    visit.go(
        "/",
        open.isEmpty()
            ? Toast.of(t("setup.nothing-open"))
            : Toast.undoable(
                t("setup.left-for-later"), t("setup.waits-under"), "/setup/back?steps=" + keys));
  }

  private void takeBack(Visit visit) {
    setup.forget(
        Stream.of(visit.value("steps").split(","))
            .map(SetupStep::find)
            .flatMap(Optional::stream)
            .toList());
    visit.go("/", Toast.of(t("setup.back-again")));
  }

  private void beginAnew(Visit visit) {
    setup.save(SetupStep.all(), StepState.OPEN);
    visit.go(ALL, Toast.of(t("setup.all-open")));
  }
}
