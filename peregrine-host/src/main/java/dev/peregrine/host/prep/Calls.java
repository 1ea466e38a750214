package dev.peregrine.host.prep;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.web.Times;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Optional;

/** Says what a round is and when. */
final class Calls {

  private static final int HOURS_OF_A_DAY = 24;
  private static final int MINUTES_OF_AN_HOUR = 60;

  private Calls() {}

  static SheetPage.Talk talk(Round round, Times times) {
    return new SheetPage.Talk(
        round.id(),
        what(round),
        round.start().map(start -> when(start, times)).orElse(t("prep.no-date")),
        round.start().flatMap(start -> there(start, times)).orElse(""),
        round.start().map(start -> start.toInstant().toString()).orElse(""),
        round.start().map(start -> countdown(start, round, times)).orElse(""),
        round.place().orElse(""),
        round.link().map(Object::toString).orElse(""),
        round.people());
  }

  /** {@code Technical, with Ada}. */
  static String what(Round round) {
    return round.title().orElseGet(() -> t("rounds.kind-" + round.kind().key()));
  }

  private static String when(ZonedDateTime start, Times times) {
    String said =
        start.toInstant().isBefore(times.now())
            ? times.momentWithin(start.toInstant())
            : times.coming(start.toInstant());
    return said.substring(0, 1).toUpperCase(Language.current().locale()) + said.substring(1);
  }

  /** The clock where they are, if it shows something else. */
  private static Optional<String> there(ZonedDateTime start, Times times) {
    if (start.withZoneSameInstant(times.zone()).toLocalDateTime().equals(start.toLocalDateTime())) {
      return Optional.empty();
    }
    String zone =
        start.getZone() instanceof ZoneOffset
            ? start.getZone().getId()
            : start.getZone().getDisplayName(TextStyle.FULL, Language.current().locale());
    return Optional.of(
        t(
            "prep.there",
            "time",
            "%02d:%02d".formatted(start.getHour(), start.getMinute()),
            "zone",
            zone));
  }

  /** {@code in 2 days}, {@code in 25 minutes}, {@code it is on}; nothing where it is over. */
  static String countdown(ZonedDateTime start, Round round, Times times) {
    Duration left = Duration.between(times.now(), start.toInstant());
    if (left.isNegative()) {
      return left.plus(round.length()).isNegative() ? "" : t("prep.is-on");
    }
    long minutes = left.toMinutes();
    if (minutes < MINUTES_OF_AN_HOUR) {
      return t("prep.in-minutes", "count", minutes);
    }
    return left.toHours() < HOURS_OF_A_DAY
        ? t("prep.in-hours", "count", left.toHours())
        : t("prep.in-days", "count", left.toDays());
  }
}
