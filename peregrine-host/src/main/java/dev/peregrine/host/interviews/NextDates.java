package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the next date of an application is said. */
final class NextDates {

  private NextDates() {}

  static NextDate of(Round round, Times times) {
    Optional<Instant> start = round.start().map(ZonedDateTime::toInstant);
    return new NextDate(
        start.map(at -> capital(times.coming(at))).orElseGet(() -> t("interviews.no-date")),
        start.map(at -> countdown(at, times)).orElse(""),
        round.start().map(at -> elsewhere(at, times)).orElse(""),
        what(round),
        start.map(at -> daysUntil(at, times) == 0).orElse(false));
  }

  static long daysUntil(Instant at, Times times) {
    return ChronoUnit.DAYS.between(times.today(), at.atZone(times.zone()).toLocalDate());
  }

  private static String countdown(Instant at, Times times) {
    Duration left = Duration.between(times.now(), at);
    long days = daysUntil(at, times);
    if (left.isNegative()) {
      return t("interviews.now");
    }
    if (days > 1) {
      return t("interviews.in-days", "days", days);
    }
    if (left.toHours() >= 24) {
      return "";
    }
    return left.toHours() == 0
        ? t("interviews.in-minutes", "minutes", Math.max(1, left.toMinutes()))
        : t("interviews.in-hours", "hours", left.toHours(), "minutes", left.toMinutesPart());
  }

  /** The same moment where the others are, if their clocks show another time. */
  private static String elsewhere(ZonedDateTime start, Times times) {
    Instant at = start.toInstant();
    if (times.zone().getRules().getOffset(at).equals(start.getOffset())) {
      return "";
    }
    String zone = start.getZone().getId();
    String city = zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
    Times there = new Times(times.now(), start.getZone());
    return t("interviews.elsewhere", "when", there.coming(at), "place", city);
  }

  private static String what(Round round) {
    String kind = t("interviews.kind-" + round.kind().key());
    String maybe = round.state() == RoundState.PROPOSED ? t("interviews.proposed") : "";
    return Stream.of(
            round.title().orElse(kind),
            String.join(", ", round.people()),
            round.place().orElse(""),
            maybe)
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
