package dev.peregrine.host.pipeline;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * Which applications are counted, as SQL takes it.
 *
 * @param chosen job → résumé as JSON, where the person chose one
 * @param early sent after this and without an answer is too early to say anything
 * @param never later than any time
 * @param zones the distances from UTC, from the newest on
 */
record SentQuery(long since, long now, long early, long never, String chosen, List<Zone> zones) {

  /** From when on days begin how many milliseconds before those of UTC. */
  record Zone(long from, long offset) {}

  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

  static SentQuery of(JourneySpan span, String chosen) {
    return new SentQuery(
        span.since().toEpochMilli(),
        span.now().toEpochMilli(),
        span.now().minus(span.early()).toEpochMilli(),
        1L << 60,
        chosen,
        zones(span.zone(), span.since().isBefore(FIRST) ? FIRST : span.since(), span.now()));
  }

  static List<Zone> zones(ZoneId zone, Instant since, Instant now) {
    var zones = new ArrayList<Zone>();
    zones.add(new Zone(Long.MIN_VALUE, millis(zone.getRules().getOffset(since))));
    ZoneOffsetTransition next = zone.getRules().nextTransition(since);
    while (next != null && next.getInstant().isBefore(now)) {
      zones.addFirst(new Zone(next.getInstant().toEpochMilli(), millis(next.getOffsetAfter())));
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return zones;
  }

  private static long millis(ZoneOffset offset) {
    return offset.getTotalSeconds() * 1_000L;
  }
}
