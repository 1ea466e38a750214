package dev.peregrine.host.agenda;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.schedules.Recurrence;
import dev.peregrine.host.schedules.Recurring;
import dev.peregrine.host.schedules.Timing;
import java.time.Duration;
import java.util.List;

/** Looks every quarter of an hour what was changed in calendars, which nobody tells. */
public final class RecurringAgenda implements Recurrence {

  private static final Timing OFTEN = new Timing.Cron("*/15 * * * *");
  private static final Duration JITTER = Duration.ofMinutes(2);

  private final Agenda agenda;

  public RecurringAgenda(Agenda agenda) {
    this.agenda = agenda;
  }

  @Override
  public List<Recurring> current() {
    return agenda.connected().stream()
        .filter(each -> agenda.calendar(each.key()).isPresent())
        .map(
            each ->
                new Recurring(
                    "calendar:" + each.id(),
                    t("agenda.task", "name", each.name()),
                    each.path() + "/calendar",
                    OFTEN,
                    true,
                    JITTER))
        .toList();
  }

  @Override
  public void begin(List<Recurring> due) {
    agenda.beginAll();
  }
}
