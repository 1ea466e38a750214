package dev.peregrine.host.rounds;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rounds as they are stored. */
final class Rows {

  private Rows() {}

  static Round round(RoundMapper.Row row) {
    Integer sequence = row.receivedSequence();
    Long stamp = row.receivedStamp();
    return new Round(
        row.id(),
        row.job(),
        plan(row),
        row.notes(),
        row.uid(),
        row.sequence(),
        row.version(),
        sequence == null
            ? Optional.empty()
            : Optional.of(
                new Received(
                    row.uid(),
                    sequence,
                    Optional.ofNullable(stamp).map(Instant::ofEpochMilli),
                    Optional.ofNullable(row.organiser()).orElse(""))),
        row.made(),
        row.changed());
  }

  private static RoundPlan plan(RoundMapper.Row row) {
    Long thanked = row.thanked();
    return new RoundPlan(
        RoundKind.of(row.kind()).orElse(RoundKind.OTHER),
        Optional.ofNullable(row.title()),
        start(row.local(), row.zone(), row.starts()),
        Duration.ofMinutes(row.minutes()),
        Optional.ofNullable(row.place()),
        Optional.ofNullable(row.link()).map(URI::create),
        row.people().lines().toList(),
        RoundState.of(row.state()).orElseThrow(),
        RoundOutcome.of(row.outcome()).orElseThrow(),
        new Thanks(row.thanksWanted(), Optional.ofNullable(thanked).map(Instant::ofEpochMilli)));
  }

  /**
   * What the clock on the wall shows is what was agreed: where a country has changed its rules
   * since, the moment follows.
   */
  private static Optional<ZonedDateTime> start(
      @Nullable String local, @Nullable String zone, @Nullable Long starts) {
    if (local == null || zone == null || starts == null) {
      return Optional.empty();
    }
    Instant then = Instant.ofEpochMilli(starts);
    try {
      ZoneId where = ZoneId.of(zone);
      return Optional.of(
          ZonedDateTime.ofLocal(
              LocalDateTime.parse(local), where, where.getRules().getOffset(then)));
    } catch (DateTimeException unknown) {
      // A zone that this JDK has no rules for; the moment is still right.
      return Optional.of(then.atZone(ZoneOffset.UTC));
    }
  }

  static RoundMapper.Row row(
      long id,
      long job,
      RoundPlan plan,
      int sequence,
      String uid,
      Optional<Received> received,
      Instant at) {
    Optional<ZonedDateTime> start = plan.start();
    return new RoundMapper.Row(
        id,
        job,
        uid,
        sequence,
        0,
        plan.title().orElse(null),
        plan.kind().key(),
        plan.state().key(),
        plan.outcome().key(),
        start.map(time -> time.toLocalDateTime().toString()).orElse(null),
        start.map(time -> time.getZone().getId()).orElse(null),
        start.map(time -> time.toInstant().toEpochMilli()).orElse(null),
        (int) plan.length().toMinutes(),
        plan.place().orElse(null),
        plan.link().map(URI::toString).orElse(null),
        String.join("\n", plan.people()),
        plan.thanks().wanted(),
        plan.thanks().sent().map(Instant::toEpochMilli).orElse(null),
        received.map(Received::sequence).orElse(null),
        received.flatMap(Received::stamp).map(Instant::toEpochMilli).orElse(null),
        received.map(Received::organiser).orElse(null),
        at,
        at,
        "");
  }
}
