package dev.peregrine.host.schedules;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A timing as fields of a form, and back.
 *
 * @param id what its fields' names begin with
 * @param label of the choice
 * @param kind off, hours, day, weekdays, week or cron
 * @param cron as typed
 * @param error what is wrong; empty for nothing
 * @param next when it would come, for a person; empty where it is off
 * @param goesOut whether it keeps the quiet hours
 */
public record TimingForm(
    String id,
    String label,
    String kind,
    String hours,
    String at,
    String on,
    String cron,
    String error,
    List<String> next,
    boolean goesOut) {

  private static final int SHOWN = 3;

  /** A choice and its words. */
  public record Choice(String value, String label) {}

  /** A form that shows a timing. */
  public static TimingForm of(String id, String label, Timing timing, boolean goesOut) {
    String kind = "off";
    String hours = "6";
    LocalTime at = Timing.MORNING;
    DayOfWeek on = DayOfWeek.MONDAY;
    String cron = timing.cron().orElse("30 7 * * 1-5");
    switch (timing) {
      case Timing.Off off -> kind = "off";
      case Timing.Hourly hourly -> {
        kind = "hours";
        hours = Integer.toString(hourly.every());
      }
      case Timing.Daily daily -> {
        kind = "day";
        at = daily.at();
      }
      case Timing.Weekdays weekdays -> {
        kind = "weekdays";
        at = weekdays.at();
      }
      case Timing.Weekly weekly -> {
        kind = "week";
        on = weekly.on();
        at = weekly.at();
      }
      case Timing.Cron exactly -> kind = "cron";
    }
    return new TimingForm(
        id,
        label,
        kind,
        hours,
        at.toString(),
        on.name().toLowerCase(Locale.ROOT),
        cron,
        "",
        List.of(),
        goesOut);
  }

  /** What was typed; what is missing is as in this. */
  public TimingForm typed(Visit visit) {
    if (!visit.has(id)) {
      return this;
    }
    return new TimingForm(
        id,
        label,
        visit.value(id),
        visit.value(id + "-hours"),
        visit.value(id + "-at"),
        visit.value(id + "-on"),
        visit.value(id + "-cron"),
        "",
        List.of(),
        goesOut);
  }

  /**
   * The timing that it says.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public Timing timing() {
    return switch (kind) {
      case "off" -> new Timing.Off();
      case "hours" -> Timing.parse("every " + hours + " hours");
      case "day" -> new Timing.Daily(Timing.time(at));
      case "weekdays" -> new Timing.Weekdays(Timing.time(at));
      case "week" -> Timing.parse("every %s at %s".formatted(on, Timing.time(at)));
      case "cron" -> new Timing.Cron(cron);
      default -> throw new IllegalArgumentException(t("schedules.no-choice", "kind", kind));
    };
  }

  /** The timing; empty where what was typed is none. */
  public Optional<Timing> valid() {
    try {
      return Optional.of(timing());
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  /** This with what is wrong, or when it would come. */
  public TimingForm checked(Schedules schedules, Times times) {
    try {
      List<Instant> coming = schedules.next(timing(), goesOut, SHOWN);
      return with("", coming.stream().map(times::coming).toList());
    } catch (IllegalArgumentException wrong) {
      return with(String.valueOf(wrong.getMessage()), List.of());
    }
  }

  private TimingForm with(String newError, List<String> newNext) {
    return new TimingForm(id, label, kind, hours, at, on, cron, newError, newNext, goesOut);
  }

  /** The ways to say it. */
  public List<Choice> kinds() {
    return List.of(
        new Choice("off", t("schedules.kind-off")),
        new Choice("day", t("schedules.kind-day")),
        new Choice("weekdays", t("schedules.kind-weekdays")),
        new Choice("week", t("schedules.kind-week")),
        new Choice("hours", t("schedules.kind-hours")),
        new Choice("cron", t("schedules.kind-cron")));
  }

  /** How many hours apart. */
  public List<Choice> hourChoices() {
    return Timing.HOURS.stream()
        .map(every -> new Choice(Integer.toString(every), t("schedules.hours", "count", every)))
        .toList();
  }

  /** The days of the week. */
  public List<Choice> days() {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> new Choice(day.name().toLowerCase(Locale.ROOT), Timing.name(day)))
        .toList();
  }

  /** When it would come, as one sentence. */
  public String nextSentence() {
    if (!error.isEmpty()) {
      return error;
    }
    return next.isEmpty()
        ? t("schedules.never")
        : t("schedules.next", "times", String.join(" · ", next));
  }
}
