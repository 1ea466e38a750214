package dev.peregrine.host.feedback;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.ProjectFile;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.Optional;

/** The setting where feedback goes. */
final class TrackerRoutes {

  static final String HERE = "/feedback/tracker";

  /** Under which name the token is sealed. */
  static final String TOKEN = "feedback/token";

  private final ProjectFile file;
  private final SecretStore secrets;
  private final Releases releases;

  TrackerRoutes(ProjectFile file, SecretStore secrets, Releases releases) {
    this.file = file;
    this.secrets = secrets;
    this.releases = releases;
  }

  void add(RouteRegistry routes) {
    routes.setting(
        new SettingsEntry(SettingsGroup.APP, () -> t("feedback.tracker"), HERE, 60, this::said));
    routes.get(
        HERE,
        visit ->
            visit.show(
                page(
                    visit,
                    file.current().tracker().map(URI::toString).orElse(""),
                    file.problem().orElse(""))));
    routes.post(HERE, this::save);
    routes.post(HERE + "/look", this::look);
  }

  private String said() {
    return file.current()
        .tracker()
        .map(uri -> t("feedback.goes-to", "where", uri.toString()))
        .orElseGet(() -> t("feedback.goes-nowhere"));
  }

  private TrackerPage page(Visit visit, String address, String problem) {
    Optional<Release> newer = releases.newer();
    return new TrackerPage(
        visit.shell(t("feedback.tracker"), "settings"),
        address,
        secrets.isSet(TOKEN),
        file.current().releases(),
        newer.map(Release::version).orElse(""),
        newer.map(release -> release.page().toString()).orElse(""),
        problem);
  }

  private void look(Visit visit) throws InterruptedException {
    try {
      visit.go(HERE, Toast.of(releases.look()));
    } catch (TaskFailedException failed) {
      visit.go(HERE, Toast.of(String.valueOf(failed.getMessage())));
    }
  }

  private void save(Visit visit) {
    String typed = visit.value("tracker");
    Optional<URI> tracker = ProjectFile.parse(typed);
    if (!typed.isEmpty() && tracker.isEmpty()) {
      visit.show(422, page(visit, typed, t("feedback.no-repository", "typed", typed)));
      return;
    }
    Optional<String> before = file.current().tracker().map(URI::getAuthority);
    String token = visit.value("token");
    file.save(new ProjectFile.Said(tracker, visit.has("releases") && tracker.isPresent()));
    if (!token.isEmpty()) {
      secrets.put(TOKEN, token);
    } else if (visit.has("forget") || !before.equals(tracker.map(URI::getAuthority))) {
      // A token is for the host that gave it and goes to no other.
      secrets.remove(TOKEN);
    }
    visit.go(HERE, Toast.of(t("feedback.saved")));
  }
}
