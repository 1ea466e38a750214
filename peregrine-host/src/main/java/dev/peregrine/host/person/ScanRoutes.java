package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Asks whether a scan's text shall be recognised, and shows how far that is. */
public final class ScanRoutes implements Routes {

  private static final String HERE = "/profile/scans/{id}";
  private static final int RECENT = 30;

  private final Scans scans;
  private final Tasks tasks;

  public ScanRoutes(Scans scans, Tasks tasks) {
    this.scans = scans;
    this.tasks = tasks;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(HERE, visit -> visit.show(page(visit, "")));
    routes.post(HERE, this::start);
  }

  private Scans.Waiting scan(Visit visit) {
    return scans
        .find(visit.part("id"))
        .orElseThrow(() -> new NoSuchPageException(t("person.what-given"), visit.part("id")));
  }

  private void start(Visit visit) throws InterruptedException {
    Scans.Waiting scan = scan(visit);
    List<String> chosen =
        visit.values("language").stream().filter(scans.languages()::contains).toList();
    if (chosen.isEmpty()) {
      visit.show(422, page(visit, t("person.choose-language")));
      return;
    }
    scans.start(scan, chosen);
    visit.go("/profile/scans/" + scan.id());
  }

  private ScanPage page(Visit visit, String problem) throws InterruptedException {
    Scans.Waiting scan = scan(visit);
    Optional<Task> task = task(scan);
    boolean running = task.filter(each -> each.state().isLive()).isPresent();
    boolean failed =
        task.filter(each -> each.state() == TaskState.FAILED || each.state() == TaskState.CANCELLED)
            .isPresent();
    return new ScanPage(
        visit.shell(t("person.scan-title"), "profile"),
        scan.id(),
        scan.name(),
        scans.languages().stream()
            .map(code -> new ScanPage.Choice(code, name(code), isUsual(code)))
            .sorted(Comparator.comparing(ScanPage.Choice::name))
            .toList(),
        running,
        task.filter(each -> each.total() > 0)
            .map(
                each ->
                    t(
                        "person.scan-progress",
                        "page",
                        Math.min(each.done() + 1, each.total()),
                        "pages",
                        each.total()))
            .orElseGet(() -> t("person.scan-begins")),
        task.filter(each -> each.total() > 0)
            .map(each -> OptionalDouble.of((double) each.done() / each.total()))
            .orElse(OptionalDouble.empty()),
        problem.isEmpty() && failed ? task.map(Task::error).orElse("") : problem,
        scans.outcome(scan).orElse(""));
  }

  private Optional<Task> task(Scans.Waiting scan) {
    return Stream.concat(tasks.active().stream(), tasks.recent(RECENT).stream())
        .filter(task -> task.type().equals(Scans.TASK))
        .filter(task -> task.title().equals(Scans.title(scan)))
        .findFirst();
  }

  /** The page's language and English, in which many résumés are written. */
  private static boolean isUsual(String code) {
    return code.equals("eng")
        || code.equals(three(Locale.forLanguageTag(Language.current().tag())));
  }

  /** The language's name; one that Java does not know keeps its code. */
  private static String name(String code) {
    return Stream.of(Locale.getISOLanguages())
        .map(Locale::of)
        .filter(language -> three(language).equals(code.split("_", 2)[0]))
        .findFirst()
        .map(
            language ->
                language.getDisplayLanguage(Locale.forLanguageTag(Language.current().tag()))
                    + (code.contains("_") ? " (" + code.split("_", 2)[1] + ")" : ""))
        .orElse(code);
  }

  private static String three(Locale language) {
    try {
      return language.getISO3Language();
    } catch (MissingResourceException none) {
      return "";
    }
  }
}
