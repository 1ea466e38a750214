package dev.peregrine.host.calendars;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.Calendar;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.host.agenda.Agenda;
import dev.peregrine.host.agenda.AgendaCalendar;
import dev.peregrine.host.agenda.CalendarChange;
import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Trouble;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Interviews in the calendars of services: where they are shown, and what was changed there. */
public final class AgendaRoutes implements Routes {

  private static final String HERE = "/settings/integrations/{key}/calendar";
  private static final String ALL = "/settings/integrations";
  private static final int LONGEST_NAME = 60;

  private final Agenda agenda;
  private final AgendaViews views;
  private final Rounds rounds;
  private List<SettingsEntry> entries = List.of();

  public AgendaRoutes(Agenda agenda, AgendaViews views, Rounds rounds) {
    this.agenda = agenda;
    this.views = views;
    this.rounds = rounds;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.get(HERE, this::show);
    routes.post(HERE, this::choose);
    routes.post(HERE + "/now", this::compare);
    routes.post(HERE + "/stop", this::stop);
    routes.post(HERE + "/again", this::again);
    routes.post(HERE + "/rounds/{round}/take", this::take);
    routes.post(HERE + "/rounds/{round}/keep", this::keep);
    routes.post(HERE + "/rounds/{round}/undo", this::undo);
  }

  private Connection connection(Visit visit) {
    String key = Connection.key(visit.part("key"));
    return agenda.connected().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new NoSuchPageException("calendar", visit.part("key")));
  }

  private static String path(Connection connection) {
    return connection.path() + "/calendar";
  }

  private void show(Visit visit) throws InterruptedException {
    show(visit, 200, connection(visit), "");
  }

  private void show(Visit visit, int status, Connection connection, String problem)
      throws InterruptedException {
    Optional<AgendaCalendar> chosen =
        agenda.calendar(connection.key()).filter(calendar -> !calendar.isEnding());
    boolean isEnding = chosen.isEmpty() && agenda.calendar(connection.key()).isPresent();
    boolean isChoosing =
        (chosen.isEmpty() && !isEnding) || visit.has("choose") || !problem.isEmpty();
    String wrong = problem;
    List<Calendar.Shown> calendars = List.of();
    if (isChoosing && problem.isEmpty()) {
      try {
        calendars = agenda.choices(connection.key());
      } catch (ExtensionException failed) {
        wrong = String.valueOf(failed.getMessage());
      }
    }
    visit.show(
        status,
        new AgendaPage(
            visit.shell(t("agenda.title", "name", connection.name()), "settings"),
            SettingsNav.of(entries, ALL),
            path(connection),
            connection.name(),
            wrong.isEmpty() ? connection.trouble().map(Trouble::sentence).orElse("") : wrong,
            chosen.map(AgendaCalendar::name).orElse(""),
            chosen
                .map(
                    calendar ->
                        views.state(calendar, agenda.count(connection.key()), visit.times()))
                .orElse(""),
            isEnding,
            agenda.changes(connection.key()).stream()
                .map(change -> views.line(change, visit.times()))
                .toList(),
            isChoosing,
            calendars.stream().map(each -> choice(each, chosen)).toList(),
            connection.descriptor().can().contains(Capability.CREATE_CALENDARS),
            chosen.map(AgendaCalendar::proposed).orElse(false),
            agenda.count(connection.key()) > 0));
  }

  private static AgendaPage.Choice choice(Calendar.Shown shown, Optional<AgendaCalendar> chosen) {
    return new AgendaPage.Choice(
        shown.id(),
        shown.name(),
        chosen.filter(calendar -> calendar.calendar().equals(shown.id())).isPresent());
  }

  private void choose(Visit visit) throws InterruptedException {
    Connection connection = connection(visit);
    String fresh = visit.value("fresh").replaceAll("\\s+", " ").strip();
    try {
      if (fresh.length() > LONGEST_NAME) {
        show(visit, 422, connection, t("agenda.name-too-long", "most", LONGEST_NAME));
        return;
      }
      Optional<Calendar.Shown> wanted =
          fresh.isEmpty()
              ? agenda.choices(connection.key()).stream()
                  .filter(each -> each.id().equals(visit.value("calendar")))
                  .findFirst()
              : Optional.of(agenda.make(connection.key(), fresh));
      if (wanted.isEmpty()) {
        show(visit, 422, connection, t("agenda.choose-one"));
        return;
      }
      agenda.choose(
          connection.key(),
          wanted.get(),
          visit.has("proposed"),
          visit.value("former").equals("leave"));
      visit.go(path(connection), Toast.of(t("agenda.chosen", "calendar", wanted.get().name())));
    } catch (ExtensionException failed) {
      show(visit, 422, connection, String.valueOf(failed.getMessage()));
    }
  }

  private void compare(Visit visit) {
    Connection connection = connection(visit);
    agenda.begin(connection.key());
    visit.go(path(connection), Toast.of(t("agenda.begun")));
  }

  private void stop(Visit visit) {
    Connection connection = connection(visit);
    Optional<AgendaCalendar> before = agenda.calendar(connection.key());
    boolean leave = visit.value("events").equals("leave");
    agenda.stop(connection.key(), leave);
    String said = leave ? t("agenda.stopped-left") : t("agenda.stopped");
    visit.go(
        connection.path(),
        before
            .filter(calendar -> !calendar.isEnding())
            .map(calendar -> Toast.undoable(said, "", back(connection, calendar)))
            .orElseGet(() -> Toast.of(said)));
  }

  private static String back(Connection connection, AgendaCalendar calendar) {
    return "%s/again?calendar=%s&name=%s%s"
        .formatted(
            path(connection),
            URLEncoder.encode(calendar.calendar(), StandardCharsets.UTF_8),
            URLEncoder.encode(calendar.name(), StandardCharsets.UTF_8),
            calendar.proposed() ? "&proposed=yes" : "");
  }

  private void again(Visit visit) {
    Connection connection = connection(visit);
    var calendar =
        new Calendar.Shown(visit.value("calendar"), visit.value("name"), Optional.empty());
    agenda.choose(connection.key(), calendar, visit.has("proposed"), true);
    visit.go(path(connection), Toast.of(t("agenda.chosen", "calendar", calendar.name())));
  }

  private Optional<CalendarChange> change(Visit visit, Connection connection) {
    return agenda.change(connection.key(), visit.id("round"));
  }

  private void take(Visit visit) {
    Connection connection = connection(visit);
    Optional<Round> taken =
        change(visit, connection).flatMap(change -> agenda.take(connection.key(), change));
    visit.go(
        path(connection),
        taken
            .map(
                round ->
                    Toast.undoable(
                        t("agenda.taken"),
                        "",
                        "%s/rounds/%d/undo?version=%d"
                            .formatted(path(connection), round.id(), round.version())))
            .orElseGet(() -> Toast.of(t("agenda.decided-already"))));
  }

  private void keep(Visit visit) {
    Connection connection = connection(visit);
    Optional<CalendarChange> change = change(visit, connection);
    change.ifPresent(each -> agenda.keep(connection.key(), each));
    visit.go(
        path(connection),
        Toast.of(change.isPresent() ? t("agenda.kept") : t("agenda.decided-already")));
  }

  /** The calendar follows the round, as after every change of it. */
  private void undo(Visit visit) {
    Connection connection = connection(visit);
    boolean undone = rounds.undo(visit.id("round"), (int) visit.number("version").orElse(0));
    visit.go(path(connection), Toast.of(undone ? t("agenda.undone") : t("rounds.changed-since")));
  }
}
