package dev.peregrine.host.pipeline;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.EventTimeMapper.CorrectionData;
import dev.peregrine.host.pipeline.EventTimeMapper.TimedData;
import dev.peregrine.host.storage.Databases;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says when something happened, where that was not when it was told. What was told stays as it is;
 * the correction stands beside it and can be taken back.
 */
public final class EventTimes {

  private final Databases databases;
  private final InstantSource clock;
  private final Runnable changed;

  EventTimes(Databases databases, InstantSource clock, Runnable changed) {
    this.databases = databases;
    this.clock = clock;
    this.changed = changed;
  }

  /**
   * Says when a move of a job happened.
   *
   * @param event {@link JobEvent#id} of a move that stands
   * @param happened the moment; empty for when it was told
   * @return the number of the correction, for {@link #undo}; 0 where nothing was to be changed
   * @throws IllegalArgumentException if there is no such move, or the moment is to come, or another
   *     stage was entered in between; the message is for the person
   */
  public long correct(long event, Optional<Instant> happened) {
    long correction =
        databases
            .current()
            .write(
                mappers -> {
                  EventTimeMapper times = mappers.of(EventTimeMapper.class);
                  TimedData timed = times.find(event);
                  if (timed == null) {
                    throw new IllegalArgumentException(t("pipeline.no-such-event"));
                  }
                  @Nullable Long moment = happened.map(Instant::toEpochMilli).orElse(null);
                  if (Objects.equals(moment, timed.happened())) {
                    return 0L;
                  }
                  check(timed, moment == null ? timed.at() : moment, times.movesOf(timed.job()));
                  times.happened(event, moment);
                  return times.add(event, clock.millis(), timed.happened(), moment);
                });
    changed.run();
    return correction;
  }

  private void check(TimedData timed, long moment, List<TimedData> moves) {
    if (moment > clock.millis()) {
      throw new IllegalArgumentException(t("pipeline.time-to-come"));
    }
    for (TimedData other : moves) {
      long there = other.happened() == null ? other.at() : other.happened();
      if (other.id() < timed.id() && moment < there) {
        throw new IllegalArgumentException(t("pipeline.time-before", "stage", other.toStage()));
      }
      if (other.id() > timed.id() && moment > there) {
        throw new IllegalArgumentException(t("pipeline.time-after", "stage", other.toStage()));
      }
    }
  }

  /**
   * Takes a correction back.
   *
   * @return the job; empty if it was taken back already or corrected anew since
   */
  public Optional<Long> undo(long correction) {
    Optional<Long> job =
        databases
            .current()
            .write(
                mappers -> {
                  EventTimeMapper times = mappers.of(EventTimeMapper.class);
                  CorrectionData said = times.standing(correction);
                  if (said == null) {
                    return Optional.<Long>empty();
                  }
                  times.happened(said.event(), said.earlier());
                  times.undone(correction, clock.millis());
                  return Optional.of(said.job());
                });
    changed.run();
    return job;
  }
}
