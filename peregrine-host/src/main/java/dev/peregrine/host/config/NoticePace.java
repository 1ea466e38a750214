package dev.peregrine.host.config;

import dev.peregrine.host.schedules.Timing;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When something that happened is told. */
public sealed interface NoticePace {

  /** The shortest and the longest time for which notices are collected, in minutes. */
  int SHORTEST = 5;

  int LONGEST = 24 * 60;

  /** Without waiting. */
  record AtOnce() implements NoticePace {
    @Override
    public String text() {
      return "at once";
    }

    @Override
    public Instant next(Instant now, ZoneId zone) {
      return now;
    }
  }

  /** Collected, and told every so many minutes of the day. */
  record Every(int minutes) implements NoticePace {
    public Every {
      if (minutes < SHORTEST || minutes > LONGEST) {
        throw new IllegalArgumentException(
            "Notices are collected for \"%d\" minutes, expected %d to %,d."
                .formatted(minutes, SHORTEST, LONGEST));
      }
    }

    @Override
    public String text() {
      return "every %d minutes".formatted(minutes);
    }

    @Override
    public Instant next(Instant now, ZoneId zone) {
      LocalDateTime there = now.atZone(zone).toLocalDateTime();
      int past = there.getHour() * 60 + there.getMinute();
      Instant next =
          there
              .toLocalDate()
              .atStartOfDay()
              .plusMinutes((past / minutes + 1L) * minutes)
              .atZone(zone)
              .toInstant();
      // The hour that comes twice in autumn would lead back.
      return next.isAfter(now) ? next : now.plusSeconds(60L * minutes);
    }
  }

  /** Collected, and told once a day. */
  record Daily(LocalTime at) implements NoticePace {
    @Override
    public String text() {
      return "daily at " + at;
    }

    @Override
    public Instant next(Instant now, ZoneId zone) {
      ZonedDateTime there = now.atZone(zone);
      Instant today = there.toLocalDate().atTime(at).atZone(zone).toInstant();
      return today.isAfter(now)
          ? today
          : there.toLocalDate().plusDays(1).atTime(at).atZone(zone).toInstant();
    }
  }

  /** As the file says it. */
  String text();

  /** When something that happens now is told. */
  Instant next(Instant now, ZoneId zone);

  /**
   * What a file says.
   *
   * @throws IllegalArgumentException with a sentence
   */
  static NoticePace parse(String text) {
    String plain = text.strip();
    if (plain.equals("at once")) {
      return new AtOnce();
    }
    Matcher every = Words.EVERY.matcher(plain);
    if (every.matches()) {
      return new Every(Integer.parseInt(every.group(1)));
    }
    Matcher daily = Words.DAILY.matcher(plain);
    if (daily.matches()) {
      return new Daily(Timing.time(daily.group(1)));
    }
    throw new IllegalArgumentException(
        "\"%s\" is no time for notices, expected at once, every 30 minutes or daily at 18:00."
            .formatted(plain));
  }

  /** The words of paces. */
  final class Words {
    private static final Pattern EVERY = Pattern.compile("every (\\d{1,4}) minutes?");
    private static final Pattern DAILY = Pattern.compile("daily at (\\d{1,2}:\\d{2})");

    private Words() {}
  }
}
