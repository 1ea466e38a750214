package dev.peregrine.host.calendar;

import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.Zones;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * A round as it is typed.
 *
 * @param zone name of a time zone
 * @param hour {@code second} for the second of two equal hours
 * @param people one a line
 * @param problems field → sentence
 */
record RoundForm(
    String kind,
    String title,
    String date,
    String time,
    String zone,
    String hour,
    String minutes,
    String place,
    String link,
    String people,
    String state,
    Map<String, String> problems) {

  /** The hour that occurs twice when the clocks go back. */
  static final String SECOND = "second";

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  static RoundForm fresh(RoundKind kind, ZoneId zone) {
    RoundForm usual = of(RoundPlan.of(kind).withState(RoundState.AGREED), zone);
    // No length: what is usual for the kind that is chosen holds.
    return new RoundForm(
        usual.kind, "", "", "", usual.zone, "", "", "", "", "", usual.state, Map.of());
  }

  static RoundForm of(RoundPlan plan, ZoneId usual) {
    ZoneId zone = plan.start().map(ZonedDateTime::getZone).orElse(usual);
    return new RoundForm(
        plan.kind().key(),
        plan.title().orElse(""),
        plan.start().map(start -> start.toLocalDate().toString()).orElse(""),
        plan.start().map(CLOCK::format).orElse(""),
        Zones.all().contains(zone.getId()) ? zone.getId() : Zones.name(zone),
        plan.start()
            .filter(start -> !start.equals(start.withEarlierOffsetAtOverlap()))
            .map(start -> SECOND)
            .orElse(""),
        Long.toString(plan.length().toMinutes()),
        plan.place().orElse(""),
        plan.link().map(URI::toString).orElse(""),
        String.join("\n", plan.people()),
        plan.state().key(),
        Map.of());
  }

  static RoundForm typed(Visit visit) {
    return new RoundForm(
        visit.value("kind"),
        visit.value("title"),
        visit.value("date"),
        visit.value("time"),
        visit.value("zone"),
        visit.value("hour"),
        visit.value("minutes"),
        visit.value("place"),
        visit.value("link"),
        visit.value("people"),
        visit.value("state"),
        Map.of());
  }

  RoundForm with(Map<String, String> found) {
    return new RoundForm(
        kind, title, date, time, zone, hour, minutes, place, link, people, state, found);
  }

  /** The sentence for a field; empty where nothing is wrong with it. */
  String problem(String field) {
    return problems.getOrDefault(field, "");
  }

  /** Whether the person is asked which of two equal hours is meant. */
  boolean asksHour() {
    return problems.containsKey("hour") || !hour.isEmpty();
  }

  boolean isAgreed() {
    return state.equals(RoundState.AGREED.key());
  }
}
