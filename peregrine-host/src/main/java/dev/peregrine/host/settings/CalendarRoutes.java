package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.host.config.CalendarFile;
import dev.peregrine.host.config.CalendarFile.Choices;
import dev.peregrine.host.config.CalendarFile.Details;
import dev.peregrine.host.exports.Exports;
import dev.peregrine.host.rounds.FeedAddress;
import dev.peregrine.host.rounds.RoundWords;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Calendars without an account: the feed's address, and what calendars are told. */
public final class CalendarRoutes implements Routes {

  private static final String HERE = "/settings/calendar";
  private static final List<Integer> USUAL_MINUTES = List.of(0, 5, 15, 30, 60, 120, 1440, 2880);

  private final CalendarFile file;
  private final FeedAddress feed;
  private final Exports exports;
  private List<SettingsEntry> entries = List.of();

  public CalendarRoutes(CalendarFile file, FeedAddress feed, Exports exports) {
    this.file = file;
    this.feed = feed;
    this.exports = exports;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(SettingsGroup.APP, () -> t("calendar.title"), HERE, 27, this::said));
    routes.get(HERE, this::show);
    routes.post(HERE, this::save);
    routes.post(HERE + "/feed", this::renew);
    routes.post(HERE + "/shut", this::shut);
  }

  private String said() {
    return file.problem()
        .orElseGet(() -> feed.isOpen() ? t("calendar.feed-is-open") : t("calendar.no-feed-yet"));
  }

  private void show(Visit visit) {
    Choices now = file.current();
    String address = feed.path().map(path -> visit.root() + path).orElse("");
    visit.show(
        new CalendarPage(
            visit.shell(t("calendar.title"), "settings"),
            SettingsNav.of(entries, HERE),
            address,
            address.replaceFirst("^https?:", "webcal:"),
            // Where somebody hosts it, the address is there for every device.
            Tenant.current().isGuest() ? t("calendar.phone-hosted") : t("calendar.phone-about"),
            !exports.formats(ExportRequest.Kind.EVENTS).isEmpty(),
            alarms(now),
            Arrays.stream(Details.values())
                .map(
                    each ->
                        new CalendarPage.Choice(
                            each.key(),
                            t("calendar.details", "kind", each.key()),
                            each == now.details()))
                .toList(),
            file.problem().orElse("")));
  }

  /** The usual ones, and those that stand in the file. */
  private static List<CalendarPage.Choice> alarms(Choices now) {
    var minutes = new TreeSet<>(USUAL_MINUTES);
    now.alarms().forEach(alarm -> minutes.add((int) alarm.toMinutes()));
    return minutes.stream()
        .map(
            each ->
                new CalendarPage.Choice(
                    Integer.toString(each),
                    each == 0
                        ? t("calendar.at-the-start")
                        : t("calendar.before", "time", RoundWords.length(Duration.ofMinutes(each))),
                    now.alarms().contains(Duration.ofMinutes(each))))
        .toList();
  }

  private void save(Visit visit) {
    List<Duration> alarms =
        visit.values("alarm").stream()
            .filter(text -> text.matches("\\d{1,5}"))
            .map(text -> Math.min(Long.parseLong(text), CalendarFile.EARLIEST_ALARM))
            .map(Duration::ofMinutes)
            .limit(CalendarFile.MOST_ALARMS)
            .toList();
    file.save(new Choices(alarms, Details.of(visit.value("details")).orElse(Details.ALL)));
    visit.go(HERE, Toast.of(t("calendar.saved")));
  }

  private void renew(Visit visit) {
    boolean had = feed.isOpen();
    feed.renew();
    visit.go(HERE, Toast.of(had ? t("calendar.renewed") : t("calendar.opened")));
  }

  private void shut(Visit visit) {
    feed.shut();
    visit.go(HERE, Toast.of(t("calendar.was-shut")));
  }
}
