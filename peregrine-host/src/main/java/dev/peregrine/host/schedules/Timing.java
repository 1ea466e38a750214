package dev.peregrine.host.schedules;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.texts.Language;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often something recurs, as files and forms say it. */
public sealed interface Timing {

  /** The hours of which a day has a whole number. */
  List<Integer> HOURS = List.of(1, 2, 3, 4, 6, 8, 12);

  /** When the day begins where nobody said. */
  LocalTime MORNING = LocalTime.of(8, 0);

  /** Never by itself. */
  record Off() implements Timing {
    @Override
    public String text() {
      return "off";
    }

    @Override
    public Optional<String> cron() {
      return Optional.empty();
    }
  }

  /**
   * At midnight and so many hours after the time before.
   *
   * @param every one of {@link #HOURS}
   */
  record Hourly(int every) implements Timing {
    public Hourly {
      if (!HOURS.contains(every)) {
        throw new IllegalArgumentException(
            "Every \"%d\" hours: expected 1, 2, 3, 4, 6, 8 or 12, of which a day has a whole number."
                .formatted(every));
      }
    }

    @Override
    public String text() {
      return every == 1 ? "every hour" : "every %d hours".formatted(every);
    }

    @Override
    public Optional<String> cron() {
      return Optional.of(every == 1 ? "0 * * * *" : "0 */%d * * *".formatted(every));
    }
  }

  /** Each day. */
  record Daily(LocalTime at) implements Timing {
    @Override
    public String text() {
      return "every day at " + at;
    }

    @Override
    public Optional<String> cron() {
      return Timing.cron(at, "*");
    }
  }

  /** From Monday to Friday. */
  record Weekdays(LocalTime at) implements Timing {
    @Override
    public String text() {
      return "weekdays at " + at;
    }

    @Override
    public Optional<String> cron() {
      return Timing.cron(at, "1-5");
    }
  }

  /** On one day of the week. */
  record Weekly(DayOfWeek on, LocalTime at) implements Timing {
    @Override
    public String text() {
      return "every %s at %s".formatted(on.name().toLowerCase(Locale.ROOT), at);
    }

    @Override
    public Optional<String> cron() {
      return Timing.cron(at, Integer.toString(on.getValue() % 7));
    }
  }

  /**
   * For those who want it exactly.
   *
   * @param expression minute, hour, day of the month, month, day of the week
   */
  record Cron(String expression) implements Timing {
    public Cron {
      expression = expression.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
      CronTimes.check(expression);
    }

    @Override
    public String text() {
      return expression;
    }

    @Override
    public Optional<String> cron() {
      return Optional.of(expression);
    }
  }

  /** As a file says it; {@link #parse} reads it again. */
  String text();

  /** Minute, hour, day of the month, month and day of the week; empty where it never happens. */
  Optional<String> cron();

  /** Whether it happens at all. */
  default boolean isOn() {
    return !(this instanceof Off);
  }

  /** As a page says it, within a sentence. */
  default String words() {
    return switch (this) {
      case Off off -> t("schedules.said-off");
      case Hourly hourly -> t("schedules.said-hours", "count", hourly.every());
      case Daily daily -> t("schedules.said-day", "time", daily.at().toString());
      case Weekdays weekdays -> t("schedules.said-weekdays", "time", weekdays.at().toString());
      case Weekly weekly ->
          t("schedules.said-week", "day", name(weekly.on()), "time", weekly.at().toString());
      case Cron exactly -> t("schedules.said-cron", "cron", exactly.expression());
    };
  }

  /** The day's name in the person's language. */
  static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(Language.current().tag()));
  }

  /**
   * What a file or form says: {@code off}, {@code every 6 hours}, {@code every day at 07:30},
   * {@code weekdays at 08:00}, {@code every monday at 08:00}, or five fields of cron. {@code
   * hourly}, {@code daily} and {@code weekly} will do, and without a time it is the morning.
   *
   * @throws IllegalArgumentException with a sentence
   */
  static Timing parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    switch (plain) {
      case "off", "never", "no", "false" -> {
        return new Off();
      }
      case "hourly", "every hour" -> {
        return new Hourly(1);
      }
      case "daily" -> {
        return new Daily(MORNING);
      }
      case "weekly" -> {
        return new Weekly(DayOfWeek.MONDAY, MORNING);
      }
      default -> {
        // below
      }
    }
    Matcher hours = Words.HOURS_APART.matcher(plain);
    if (hours.matches()) {
      return new Hourly(Integer.parseInt(hours.group(1)));
    }
    Matcher days = Words.DAYS.matcher(plain);
    if (days.matches()) {
      LocalTime at = days.group(2) == null ? MORNING : time(days.group(2));
      return switch (days.group(1)) {
        case "every day", "every morning", "daily" -> new Daily(at);
        case "weekdays", "every weekday" -> new Weekdays(at);
        default -> new Weekly(day(days.group(1)), at);
      };
    }
    if (plain.split(" ").length == 5 && Words.CRON.matcher(plain).matches()) {
      return new Cron(plain);
    }
    throw new IllegalArgumentException(
        "\"%s\" is no timing, expected off, every 6 hours, every day at 07:30, weekdays at 08:00, every monday at 08:00, or five fields of cron such as 30 7 * * 1-5."
            .formatted(text.strip()));
  }

  /**
   * A time of the day such as {@code 07:30} or {@code 7:30}.
   *
   * @throws IllegalArgumentException with a sentence
   */
  static LocalTime time(String text) {
    try {
      String plain = text.strip();
      return LocalTime.parse(plain.length() == 4 ? "0" + plain : plain).withSecond(0).withNano(0);
    } catch (DateTimeParseException wrong) {
      throw new IllegalArgumentException(
          "\"%s\" is no time of the day, expected one such as 07:30.".formatted(text.strip()),
          wrong);
    }
  }

  private static DayOfWeek day(String text) {
    String name = text.replaceFirst("^every ", "").replaceFirst("s$", "");
    return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Optional<String> cron(LocalTime at, String days) {
    return Optional.of("%d %d * * %s".formatted(at.getMinute(), at.getHour(), days));
  }

  /** The words of timings. */
  final class Words {
    private static final Pattern HOURS_APART = Pattern.compile("every (\\d{1,3}) hours?");
    private static final Pattern DAYS =
        Pattern.compile(
            "(every day|every morning|daily|weekdays|every weekday|(?:every )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?: at (\\d{1,2}:\\d{2}))?");
    private static final Pattern CRON = Pattern.compile("[\\d*,/a-z -]+");

    private Words() {}
  }
}
