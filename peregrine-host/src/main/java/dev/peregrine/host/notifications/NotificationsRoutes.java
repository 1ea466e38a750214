package dev.peregrine.host.notifications;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.host.config.ChangedMeanwhileException;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.NoticeRules;
import dev.peregrine.host.config.NotificationsFile;
import dev.peregrine.host.notices.Outbox;
import dev.peregrine.host.notices.Target;
import dev.peregrine.host.notices.Targets;
import dev.peregrine.host.notices.Telling;
import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What the person is told outside of Peregrine: rules, where, and what became of it. */
public final class NotificationsRoutes implements Routes {

  static final String HERE = "/settings/notifications";

  private final NotificationsFile file;
  private final Targets targets;
  private final Outbox outbox;
  private final NotificationsView view;
  private final InstantSource clock;
  private List<SettingsEntry> entries = List.of();

  public NotificationsRoutes(
      NotificationsFile file,
      Targets targets,
      Telling telling,
      Outbox outbox,
      InstantSource clock) {
    this.file = file;
    this.targets = targets;
    this.outbox = outbox;
    this.view = new NotificationsView(targets, telling, outbox, clock);
    this.clock = clock;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(SettingsGroup.APP, () -> t("notifications.title"), HERE, 31, this::said));
    routes.get(
        HERE,
        visit -> visit.show(page(visit, file.current(), file.mark(), file.problem().orElse(""))));
    routes.post(HERE, this::save);
    routes.post(HERE + "/test", this::test);
    routes.post(HERE + "/again", this::again);
    routes.post(HERE + "/drop", this::drop);
    routes.post(HERE + "/undrop", this::bringBack);
    routes.post(HERE + "/browser-on", visit -> browser(visit, true));
    routes.post(HERE + "/browser-off", visit -> browser(visit, false));
    routes.get("/notices", visit -> visit.parts(NewsPart.of(outbox.forPages(NewsPart.MOST))));
    routes.post(
        "/notices/{id}/shown",
        visit -> {
          outbox.shown(visit.id("id"));
          visit.nothing();
        });
  }

  private String said() {
    Optional<String> problem = file.problem();
    if (problem.isPresent()) {
      return problem.get();
    }
    int troubles = outbox.troubles().size();
    if (troubles > 0) {
      return t("notifications.said-trouble", "count", troubles);
    }
    List<Target> there = targets.all();
    return there.isEmpty()
        ? t("notifications.said-none")
        : t(
            "notifications.said",
            "names",
            String.join(", ", there.stream().map(Target::name).toList()));
  }

  private NotificationsPage page(Visit visit, NoticeRules rules, String seen, String problem) {
    return view.page(visit, SettingsNav.of(entries, HERE), rules, seen, problem);
  }

  private void save(Visit visit) {
    NoticeRules before = file.current();
    NoticeRules typed;
    try {
      typed = RulesForm.typed(visit, before, targets.all());
    } catch (IllegalArgumentException wrong) {
      visit.show(
          422,
          page(
              visit,
              before,
              visit.value("seen"),
              wrong.getMessage() + " " + t("settings.nothing-saved")));
      return;
    }
    try {
      file.save(typed, visit.value("seen"));
      visit.go(HERE, Toast.of(t("settings.saved")));
    } catch (ChangedMeanwhileException overtaken) {
      visit.show(409, page(visit, typed, file.mark(), overtaken.sentence()));
    } catch (ConfigException broken) {
      visit.show(
          409,
          page(
              visit,
              typed,
              visit.value("seen"),
              broken.sentence() + " " + t("settings.nothing-saved")));
    }
  }

  private void test(Visit visit) throws InterruptedException {
    Optional<Target> target = targets.find(visit.value("target"));
    if (target.isEmpty()) {
      visit.go(HERE);
      return;
    }
    var notice = Samples.of(Event.TEST, file.current().address(), clock.instant());
    if (target.get().isBrowser()) {
      outbox.put(List.of(Targets.BROWSER), notice, clock.instant());
      visit.go(HERE);
      return;
    }
    try {
      targets.send(target.get().key(), notice);
      outbox.tryAgain(target.get().key());
      visit.go(HERE, Toast.of(t("notifications.test-taken", "name", target.get().name())));
    } catch (ExtensionException failed) {
      visit.show(
          422,
          page(
              visit,
              file.current(),
              file.mark(),
              t(
                  "notifications.test-failed",
                  "name",
                  target.get().name(),
                  "why",
                  String.valueOf(failed.getMessage()))));
    }
  }

  private void again(Visit visit) {
    outbox.tryAgain(visit.value("target"));
    visit.go(HERE, Toast.of(t("notifications.tried")));
  }

  private void drop(Visit visit) {
    String target = visit.value("target");
    int dropped = outbox.drop(target);
    visit.go(
        HERE,
        Toast.undoable(
            t("notifications.dropped", "count", dropped),
            "",
            HERE + "/undrop?target=" + URLEncoder.encode(target, StandardCharsets.UTF_8)));
  }

  private void bringBack(Visit visit) {
    int back = outbox.bringBack(visit.value("target"));
    visit.go(HERE, Toast.of(t("notifications.brought-back", "count", back)));
  }

  private void browser(Visit visit, boolean on) {
    NoticeRules now = file.current();
    // Nobody who never said it wants English beside German pages.
    file.save(now.withBrowser(on).orInLanguage(Language.current().tag()), file.mark());
    if (visit.wantsParts()) {
      visit.nothing();
    } else {
      visit.go(HERE, Toast.of(t(on ? "notifications.browser-on" : "notifications.browser-off")));
    }
  }
}
