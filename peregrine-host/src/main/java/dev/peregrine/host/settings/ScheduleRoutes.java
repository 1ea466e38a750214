package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.ChangedMeanwhileException;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.SchedulesFile;
import dev.peregrine.host.config.SchedulesFile.Said;
import dev.peregrine.host.schedules.NextPart;
import dev.peregrine.host.schedules.QuietHours;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.schedules.Timing;
import dev.peregrine.host.schedules.TimingForm;
import dev.peregrine.host.schedules.Upcoming;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What Peregrine does by itself, and when. */
public final class ScheduleRoutes implements Routes {

  static final String HERE = "/settings/schedules";

  private final Schedules schedules;
  private final SchedulesFile file;

  private List<SettingsEntry> entries = List.of();

  public ScheduleRoutes(Schedules schedules, SchedulesFile file) {
    this.schedules = schedules;
    this.file = file;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(
            SettingsGroup.SEARCH, () -> t("settings.schedules"), HERE, 50, this::said));
    routes.get(HERE, this::show);
    routes.post(HERE, this::save);
    routes.post(
        HERE + "/next",
        visit ->
            visit.parts(
                new NextPart(
                    stillOpen(file.current()).typed(visit).checked(schedules, visit.times()))));
  }

  private String said() {
    Optional<String> problem = file.problem();
    if (problem.isPresent()) {
      return problem.get();
    }
    long on = schedules.upcoming().stream().filter(each -> each.next().isPresent()).count();
    String done = t("settings.by-itself", "count", on);
    return on == 0
        ? done
        : file.current()
            .quiet()
            .map(
                hours ->
                    t(
                        "settings.by-itself-quiet",
                        "done",
                        done,
                        "from",
                        hours.from().toString(),
                        "to",
                        hours.to().toString()))
            .orElse(done);
  }

  private void show(Visit visit) {
    Said now = file.current();
    visit.show(
        page(
            visit,
            stillOpen(now),
            now.quiet().isPresent(),
            now.quiet().map(quiet -> quiet.from().toString()).orElse("22:00"),
            now.quiet().map(quiet -> quiet.to().toString()).orElse("07:00"),
            now.zone().map(ZoneId::getId).orElse(""),
            file.mark(),
            file.problem().orElse("")));
  }

  private static TimingForm stillOpen(Said said) {
    return TimingForm.of("open", t("settings.see-open"), said.stillOpen(), true);
  }

  private SchedulesPage page(
      Visit visit,
      TimingForm open,
      boolean quiet,
      String from,
      String to,
      String zone,
      String seen,
      String problem) {
    return new SchedulesPage(
        visit.shell(t("settings.schedules"), "settings"),
        SettingsNav.of(entries, HERE),
        schedules.upcoming().stream().map(each -> line(each, visit.times())).toList(),
        open.checked(schedules, visit.times()),
        quiet,
        from,
        to,
        zone,
        file.rules().zone().getId(),
        seen,
        problem);
  }

  private static SchedulesPage.Line line(Upcoming upcoming, Times times) {
    boolean failed = !upcoming.problem().isEmpty();
    String last = upcoming.last().map(times::momentWithin).orElse("");
    return new SchedulesPage.Line(
        upcoming.recurring().title(),
        upcoming.recurring().path(),
        upcoming.recurring().timing().words(),
        upcoming.next().map(times::coming).orElse(""),
        failed ? "%s: %s".formatted(last, upcoming.problem()) : last,
        failed);
  }

  private void save(Visit visit) {
    TimingForm open = stillOpen(file.current()).typed(visit);
    String problem;
    int status = 422;
    String seen = visit.value("seen");
    try {
      Timing timing = open.timing();
      Optional<QuietHours> quiet =
          visit.has("quiet")
              ? Optional.of(
                  new QuietHours(Timing.time(visit.value("from")), Timing.time(visit.value("to"))))
              : Optional.empty();
      file.save(new Said(quiet, zone(visit.value("zone")), timing), seen);
      schedules.tick();
      visit.go(HERE, Toast.of(t("settings.saved")));
      return;
    } catch (IllegalArgumentException wrong) {
      problem = wrong.getMessage() + " " + t("settings.nothing-saved");
    } catch (ChangedMeanwhileException other) {
      problem = other.sentence();
      status = 409;
      seen = file.mark();
    } catch (ConfigException broken) {
      problem = broken.sentence() + " " + t("settings.nothing-saved");
      status = 409;
    }
    visit.show(
        status,
        page(
            visit,
            open,
            visit.has("quiet"),
            visit.value("from"),
            visit.value("to"),
            visit.value("zone"),
            seen,
            problem));
  }

  private static Optional<ZoneId> zone(String typed) {
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(typed));
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(t("settings.no-zone", "typed", typed), unknown);
    }
  }
}
