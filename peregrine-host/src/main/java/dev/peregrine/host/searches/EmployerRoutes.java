package dev.peregrine.host.searches;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.HttpCall;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.employers.EmployerLookUp;
import dev.peregrine.host.employers.Employers;
import dev.peregrine.host.employers.KnownEmployer;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Employers to watch: by the address of a career page, by name, or from what was found. */
public final class EmployerRoutes implements Routes {

  private static final String HERE = "/employers";

  private final Employers employers;
  private final EmployerLookUp lookUp;
  private final SearchProfiles profiles;
  private final Tasks tasks;

  public EmployerRoutes(
      Employers employers, EmployerLookUp lookUp, SearchProfiles profiles, Tasks tasks) {
    this.employers = employers;
    this.lookUp = lookUp;
    this.profiles = profiles;
    this.tasks = tasks;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.setting(
        new SettingsEntry(
            SettingsGroup.SEARCH,
            () -> t("searches.employers"),
            HERE,
            40,
            () -> {
              int watched = employers.watched().size();
              return t("searches.watched-count", "count", watched);
            }));
    routes.get(HERE, this::show);
    routes.post(HERE, this::find);
    routes.post(HERE + "/watch", this::watch);
    routes.post(HERE + "/unwatch", this::unwatch);
  }

  private void show(Visit visit) throws InterruptedException {
    if (visit.wantsParts()) {
      visit.parts(part(visit));
    } else {
      visit.show(page(visit, "", ""));
    }
  }

  private EmployersPage page(Visit visit, String typed, String problem)
      throws InterruptedException {
    return new EmployersPage(
        visit.shell(t("searches.employers"), "search"), typed, problem, part(visit));
  }

  private EmployersPart part(Visit visit) throws InterruptedException {
    return new EmployersPart(
        tasks.active().stream()
            .filter(task -> task.type().equals(EmployerLookUp.TASK))
            .map(Task::title)
            .findFirst()
            .orElse(""),
        lookUp.result(),
        employers.watched(),
        employers.seen(),
        visit.token());
  }

  /** An address is recognised at once; a name is looked for. */
  private void find(Visit visit) throws InterruptedException {
    String typed = visit.value("employer").strip();
    if (typed.isEmpty() || typed.length() > 200) {
      visit.show(422, page(visit, typed, t("searches.enter-employer")));
      return;
    }
    if (profiles.all().isEmpty()) {
      visit.show(422, page(visit, typed, t("searches.say-first")));
      return;
    }
    Optional<URI> address = typed.contains(".") ? address(typed) : Optional.empty();
    if (address.isEmpty()) {
      lookUp.start(typed);
      visit.go(HERE, Toast.of(t("searches.looking-for", "name", typed)));
      return;
    }
    Optional<KnownEmployer> employer = employers.recognise(address.get());
    if (employer.isEmpty()) {
      visit.show(422, page(visit, typed, t("searches.unknown-address")));
      return;
    }
    watch(visit, employer.get().board(), employer.get().slug(), HERE);
  }

  /** {@code careers.acme.example/jobs} as well as a whole address; a name with a dot is none. */
  private static Optional<URI> address(String typed) {
    boolean hasScheme = typed.startsWith("http://") || typed.startsWith("https://");
    if (!hasScheme && !typed.matches("[^\\s/]+\\.[a-z]{2,}(?:/\\S*)?")) {
      return Optional.empty();
    }
    return HttpCall.address(hasScheme ? typed : "https://" + typed);
  }

  private void watch(Visit visit) {
    String from = visit.value("from");
    watch(
        visit, visit.value("board"), visit.value("slug"), from.startsWith("/jobs/") ? from : HERE);
  }

  private void watch(Visit visit, String board, String slug, String back) {
    try {
      employers.watch(board, slug);
    } catch (IllegalArgumentException notThere) {
      visit.go(back, Toast.of(String.valueOf(notThere.getMessage())));
      return;
    }
    String undo =
        HERE
            + "/unwatch?board=%s&slug=%s&from=%s".formatted(coded(board), coded(slug), coded(back));
    visit.go(back, Toast.undoable(t("searches.watched-on"), slug, undo));
  }

  private void unwatch(Visit visit) {
    String board = visit.value("board");
    String slug = visit.value("slug");
    String from = visit.value("from");
    employers.unwatch(board, slug);
    visit.go(
        from.startsWith("/jobs/") ? from : HERE,
        Toast.undoable(
            t("searches.unwatched"),
            slug,
            HERE + "/watch?board=%s&slug=%s".formatted(coded(board), coded(slug))));
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
