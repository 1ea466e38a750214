package dev.peregrine.host.calendar;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.Thanks;
import dev.peregrine.host.rounds.Zones;
import dev.peregrine.host.web.Times;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a plan of what was typed, or says what is wrong with each field. */
final class RoundReading {

  private final RoundForm form;
  private final Times times;
  private final Map<String, String> problems = new LinkedHashMap<>();

  RoundReading(RoundForm form, Times times) {
    this.form = form;
    this.times = times;
  }

  Map<String, String> problems() {
    return problems;
  }

  /**
   * The plan; empty where there are {@link #problems}.
   *
   * @param before what the form does not ask for stays as it is there
   */
  Optional<RoundPlan> plan(RoundPlan before) {
    RoundKind kind = RoundKind.of(form.kind()).orElse(before.kind());
    Optional<ZonedDateTime> start = start();
    Duration length = length(kind);
    Optional<URI> link = link();
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RoundPlan(
            kind,
            Optional.of(form.title()),
            start,
            length,
            Optional.of(form.place()),
            link,
            form.people().lines().toList(),
            state(before.state()),
            before.outcome(),
            kind.isTalk() || before.kind() == kind ? before.thanks() : Thanks.NONE));
  }

  private RoundState state(RoundState before) {
    return RoundState.of(form.state()).filter(RoundState::isOpen).orElse(before);
  }

  private Optional<ZonedDateTime> start() {
    if (form.date().isEmpty() && form.time().isEmpty()) {
      return Optional.empty();
    }
    if (form.date().isEmpty()) {
      problems.put("date", t("rounds.no-day"));
      return Optional.empty();
    }
    if (form.time().isEmpty()) {
      problems.put("time", t("rounds.no-time"));
      return Optional.empty();
    }
    Optional<ZoneId> zone =
        form.zone().isEmpty() ? Optional.of(times.zone()) : Zones.find(form.zone());
    if (zone.isEmpty()) {
      problems.put("zone", t("rounds.no-such-zone", "zone", form.zone()));
    }
    Optional<LocalDateTime> local = local();
    return zone.isEmpty() || local.isEmpty() ? Optional.empty() : at(local.get(), zone.get());
  }

  private Optional<LocalDateTime> local() {
    try {
      LocalDate day = LocalDate.parse(form.date());
      if (Math.abs(day.getYear() - times.today().getYear()) > 10) {
        problems.put("date", t("rounds.odd-year", "year", Integer.toString(day.getYear())));
        return Optional.empty();
      }
      return Optional.of(day.atTime(LocalTime.parse(form.time())));
    } catch (DateTimeException notATime) {
      problems.put("date", t("rounds.not-a-time", "text", form.date() + " " + form.time()));
      return Optional.empty();
    }
  }

  /** Where clocks go forward, an hour does not exist; where they go back, one exists twice. */
  private Optional<ZonedDateTime> at(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    String place = Zones.name(zone);
    if (change != null && change.isGap()) {
      problems.put(
          "time",
          t(
              "rounds.gap",
              "time",
              form.time(),
              "place",
              place,
              "from",
              change.getDateTimeBefore().toLocalTime().toString(),
              "to",
              change.getDateTimeAfter().toLocalTime().toString()));
      return Optional.empty();
    }
    if (change != null && form.hour().isEmpty()) {
      problems.put("hour", t("rounds.overlap", "time", form.time(), "place", place));
      return Optional.empty();
    }
    ZonedDateTime first = local.atZone(zone);
    return Optional.of(
        form.hour().equals(RoundForm.SECOND) ? first.withLaterOffsetAtOverlap() : first);
  }

  private Duration length(RoundKind kind) {
    if (form.minutes().isEmpty()) {
      return kind.usualLength();
    }
    if (form.minutes().matches("\\d{1,5}")) {
      Duration typed = Duration.ofMinutes(Long.parseLong(form.minutes()));
      if (!typed.isZero() && typed.compareTo(RoundPlan.LONGEST) <= 0) {
        return typed;
      }
    }
    problems.put("minutes", t("rounds.no-length", "text", form.minutes()));
    return kind.usualLength();
  }

  private Optional<URI> link() {
    if (form.link().isEmpty()) {
      return Optional.empty();
    }
    String typed =
        form.link().matches("(?i)[a-z][a-z0-9+.-]*:.*") ? form.link() : "https://" + form.link();
    try {
      URI link = URI.create(typed);
      boolean isWeb =
          List.of("http", "https")
              .contains(String.valueOf(link.getScheme()).toLowerCase(Locale.ROOT));
      if (isWeb && link.getHost() != null && typed.length() <= 2_000) {
        return Optional.of(link);
      }
    } catch (IllegalArgumentException notALink) {
      // said below
    }
    problems.put("link", t("rounds.no-link", "text", form.link()));
    return Optional.empty();
  }
}
