package dev.peregrine.host.demo;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.tiers.Tier;
import dev.peregrine.host.web.Banner;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What only a demo has: the line above every page, the tour, another tier, and beginning anew. */
public final class DemoRoutes implements Routes {

  private static final String PAGE = "/demo";

  /** Whoever goes on by keys is at the step then, and not at the beginning of the page. */
  private static final String AT_STEP = "#tourstep";

  private final Visitors visitors;
  private final VisitorLimits limits;

  public DemoRoutes(Visitors visitors, VisitorLimits limits) {
    this.visitors = visitors;
    this.limits = limits;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(
        VisitorDoor.ROBOTS, visit -> visit.give("text/plain", "User-agent: *\nDisallow: /\n"));
    routes.get(PAGE, this::show);
    routes.post(PAGE + "/tier", this::choose);
    routes.post(PAGE + "/anew", this::beginAnew);
    routes.post(PAGE + "/anew/undo", this::backToBefore);
    routes.post(PAGE + "/tour", visit -> goTo(visit, 1));
    routes.post(PAGE + "/tour/next", visit -> goTo(visit, visitors.state().step() + 1));
    routes.post(PAGE + "/tour/back", visit -> goTo(visit, visitors.state().step() - 1));
    routes.post(PAGE + "/tour/leave", this::leave);
    routes.banner(path -> Optional.of(banner(path)));
    routes.shut(Doors.ALL);
    routes.findable(
        () -> Findable.at(Findable.Kind.PAGE, t("demo.about"), t("demo.title"), Icon.TALK, PAGE));
  }

  private void show(Visit visit) {
    var shut = new LinkedHashMap<String, List<String>>();
    for (Doors.Reason reason : Doors.Reason.values()) {
      shut.put(reason.sentence(), reason.examples());
    }
    visit.show(
        new DemoPage(
            visit.shell(t("demo.about"), ""),
            visit.token(),
            minutes(),
            limits.longest().toHours(),
            Stream.of(TourStep.values()).map(TourStep::label).toList(),
            shut));
  }

  private long minutes() {
    return limits.idle().toMinutes();
  }

  private void choose(Visit visit) {
    Tier tier =
        Tier.parse(visit.value("value"))
            .filter(Tier.toTry()::contains)
            .orElse(visitors.state().tier());
    visitors.keep(visitors.state().withTier(tier));
    visit.go(from(visit), Toast.of(t("demo.tier-now", "tier", tier.label())));
  }

  private void beginAnew(Visit visit) {
    visitors.beginAnew();
    visit.go("/", Toast.undoable(t("demo.anew-done"), "", PAGE + "/anew/undo"));
  }

  private void backToBefore(Visit visit) {
    boolean back = visitors.backToBefore();
    visit.go("/", Toast.of(t(back ? "demo.anew-undone" : "demo.anew-too-late")));
  }

  private void goTo(Visit visit, int step) {
    VisitorState state = visitors.state();
    if (step < 1) {
      visit.go(PAGE);
      return;
    }
    if (step > TourStep.values().length) {
      visitors.keep(state.done());
      visit.go("/", Toast.of(t("demo.tour-over")));
      return;
    }
    visitors.keep(state.at(step));
    visit.go(TourStep.of(step).path() + AT_STEP);
  }

  private void leave(Visit visit) {
    visitors.keep(visitors.state().done());
    visit.go(from(visit));
  }

  private static String from(Visit visit) {
    String from = visit.value("from");
    return from.isEmpty() ? "/" : from;
  }

  private Banner banner(String path) {
    VisitorState state = visitors.state();
    var choices =
        Tier.toTry().stream()
            .map(tier -> new Banner.Choice(tier.key(), tier.label(), tier == state.tier()))
            .toList();
    var buttons =
        Stream.of(
                Optional.of(new Banner.Button(t("demo.tour"), PAGE + "/tour"))
                    .filter(tour -> state.step() == 0),
                Optional.of(new Banner.Button(t("demo.anew"), PAGE + "/anew")))
            .flatMap(Optional::stream)
            .toList();
    return new Banner(
        t("demo.title"),
        t("demo.line", "minutes", minutes()),
        new Banner.Question(t("demo.tier"), PAGE + "/tier", choices),
        buttons,
        Optional.of(new Banner.Link(t("demo.more"), PAGE)).filter(more -> !path.equals(PAGE)),
        state.step() == 0 ? Optional.empty() : Optional.of(step(state.step(), path)));
  }

  private static Banner.Step step(int number, String path) {
    TourStep step = TourStep.of(number);
    int all = TourStep.values().length;
    var next =
        new Banner.Button(
            t(number == all ? "demo.tour-end" : "demo.tour-next"), PAGE + "/tour/next");
    var back = new Banner.Button(t("demo.tour-back"), PAGE + "/tour/back");
    var leave = new Banner.Button(t("demo.tour-leave"), PAGE + "/tour/leave");
    return new Banner.Step(
        t("demo.tour-position", "number", number, "all", all),
        step.label(),
        step.says(),
        Optional.of(
                new Banner.Link(t("demo.tour-there", "page", step.label()), step.path() + AT_STEP))
            .filter(there -> !path.equals(step.path())),
        number == 1 || number == all ? List.of(next, leave) : List.of(next, back, leave));
  }
}
