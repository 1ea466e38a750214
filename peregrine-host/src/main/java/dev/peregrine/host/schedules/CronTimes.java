package dev.peregrine.host.schedules;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The moments that five fields of cron mean. Wall clocks are put back and forward: a time that is
 * left out that day happens as much later as the clock was put forward, one that comes twice
 * happens the first time only, and what happens each hour goes on each hour.
 */
final class CronTimes {

  /** Boards are other people's machines. */
  private static final Duration LEAST_APART = Duration.ofMinutes(15);

  private static final int LOOKED_AT = 100;

  /** Two times that fall into one, at the most, when a clock is put back. */
  private static final int TRIES = 5;

  private CronTimes() {}

  /**
   * @throws IllegalArgumentException with a sentence where it is none, never happens, or too often
   */
  static void check(String expression) {
    ExecutionTime times = times(expression);
    ZonedDateTime at = LocalDateTime.of(2028, 1, 1, 0, 0).atZone(ZoneOffset.UTC);
    for (int i = 0; i < LOOKED_AT; i++) {
      Optional<ZonedDateTime> next = times.nextExecution(at);
      if (next.isEmpty()) {
        throw new IllegalArgumentException(
            "\"%s\" never happens. Expected times that come, such as 30 7 * * 1-5."
                .formatted(expression));
      }
      if (i > 0 && Duration.between(at, next.get()).compareTo(LEAST_APART) < 0) {
        throw new IllegalArgumentException(
            "\"%s\" happens every %d minutes, expected 15 or more between two times."
                .formatted(expression, Duration.between(at, next.get()).toMinutes()));
      }
      at = next.get();
    }
  }

  /** The first moment after one; empty where none comes. */
  static Optional<Instant> after(String expression, Instant moment, ZoneId zone) {
    ExecutionTime times = times(expression);
    if (expression.split(" ")[1].equals("*")) {
      ZoneOffset now = zone.getRules().getOffset(moment);
      Optional<Instant> next =
          times.nextExecution(moment.atZone(now)).map(ZonedDateTime::toInstant);
      if (next.filter(soon -> soon.isBefore(moment.plus(Duration.ofHours(2)))).isPresent()) {
        return next;
      }
    }
    // As if the zone had no such days, so that the library finds each time of the wall clock once.
    ZonedDateTime wall = moment.atZone(zone).toLocalDateTime().atZone(ZoneOffset.UTC);
    for (int i = 0; i < TRIES; i++) {
      Optional<ZonedDateTime> next = times.nextExecution(wall);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      Instant there = next.get().toLocalDateTime().atZone(zone).toInstant();
      if (there.isAfter(moment)) {
        return Optional.of(there);
      }
      wall = next.get();
    }
    return Optional.empty();
  }

  private static ExecutionTime times(String expression) {
    try {
      var parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
      Cron cron = parser.parse(expression);
      return ExecutionTime.forCron(cron.validate());
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "\"%s\" is no cron: %s Expected minute, hour, day of the month, month and day of the week, such as 30 7 * * 1-5."
              .formatted(expression, sentence(String.valueOf(wrong.getMessage()))),
          wrong);
    }
  }

  private static String sentence(String message) {
    return message.endsWith(".") ? message : message + ".";
  }
}
