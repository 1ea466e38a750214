package dev.peregrine.host.trackers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.tracking.RecurringPushes;
import dev.peregrine.host.tracking.Tracking;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.Shell;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Whose table a page is about, and what stands around it. */
record Here(Connection tracker, Shell shell, SettingsNav nav) {

  static final String PATH = "/settings/integrations/{key}/table";

  static Here of(Visit visit, Tracking tracking, List<SettingsEntry> entries) {
    Connection tracker = tracker(visit, tracking);
    return new Here(
        tracker,
        visit.shell(t("trackers.title", "name", tracker.name()), "settings"),
        SettingsNav.of(entries, "/settings/integrations"));
  }

  static Connection tracker(Visit visit, Tracking tracking) {
    return tracking
        .tracker("integration/" + visit.part("key"))
        .orElseThrow(() -> new NoSuchPageException("tracker", visit.part("key")));
  }

  /** The address of the table's page. */
  String path() {
    return RecurringPushes.path(tracker.key());
  }

  /** The address of the integration's page. */
  String up() {
    return path().substring(0, path().length() - "/table".length());
  }

  /** An address of the other side, where it is one that a browser may be led to. */
  static String link(Optional<URI> address) {
    return address
        .filter(uri -> List.of("http", "https").contains(String.valueOf(uri.getScheme())))
        .map(URI::toString)
        .orElse("");
  }

  String token() {
    return shell.token();
  }

  String name() {
    return tracker.name();
  }
}
