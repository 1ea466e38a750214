package dev.peregrine.host.rounds;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The current tenant's rounds. A save names the version that it was made from, and what somebody
 * else saved meanwhile is never overwritten.
 */
public final class Rounds {

  /** The topic of {@link Live} that is told when a round changes. */
  public static final String TOPIC = "rounds";

  private static final Duration KEPT_AFTER_REMOVAL = Duration.ofDays(30);
  private static final int LONGEST_NOTES = 200_000;

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;

  /** The end of a save. */
  public sealed interface Saving {

    /** Stored, or the same as before. */
    record Done(Round round) implements Saving {}

    /** Somebody saved in between; nothing was stored. */
    record Overtaken(Round inUse) implements Saving {}

    /** Somebody took it away in between. */
    record Gone() implements Saving {}
  }

  public Rounds(Databases databases, Live live, InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(RoundMapper.class);
  }

  /** The rounds of a job as they follow one another; those without a date stand last. */
  public List<Round> of(long job) {
    return of(List.of(job)).getOrDefault(job, List.of());
  }

  /** The same for several jobs; those without a round are left out. */
  public Map<Long, List<Round>> of(Collection<Long> jobs) {
    var byJob = new HashMap<Long, List<Round>>();
    for (Round round : rounds(mapper -> mapper.of(ids(jobs)))) {
      byJob.merge(round.job(), List.of(round), Rounds::joined);
    }
    return byJob;
  }

  /** The round with that number, unless it was taken away. */
  public Optional<Round> findById(long id) {
    return read(mapper -> mapper.find(id)).map(Rows::round);
  }

  /** The round that calendars know by that name, also one that was taken away. */
  public Optional<Round> called(String uid) {
    return read(mapper -> mapper.called(uid)).map(Rows::round);
  }

  /**
   * What comes next for each job: the first round that is neither cancelled nor over; where none
   * has a date, the first without one.
   */
  public Map<Long, Round> next(Collection<Long> jobs) {
    Instant now = clock.instant();
    var next = new HashMap<Long, Round>();
    for (Round round : rounds(mapper -> mapper.of(ids(jobs)))) {
      if (round.state().isOpen() && !round.isOver(now)) {
        next.putIfAbsent(round.job(), round);
      }
    }
    return next;
  }

  /** The rounds that begin within a time, cancelled ones too, the first first. */
  public List<Round> between(Instant from, Instant until) {
    return rounds(mapper -> mapper.between(from.toEpochMilli(), until.toEpochMilli()));
  }

  /** Notes a round. */
  public Round add(long job, RoundPlan plan) {
    return add(job, plan, Optional.empty());
  }

  /**
   * Notes a round that an invitation speaks of.
   *
   * @throws IllegalArgumentException if there is one of that UID already
   */
  public Round add(long job, RoundPlan plan, Received received) {
    if (called(received.uid()).isPresent()) {
      throw new IllegalArgumentException(
          "Invitation \"%s\": there is a round of it already. Change that one instead."
              .formatted(received.uid()));
    }
    return add(job, plan, Optional.of(received));
  }

  private Round add(long job, RoundPlan plan, Optional<Received> received) {
    Instant now = clock.instant();
    String uid = received.map(Received::uid).orElse("");
    int sequence = received.map(Received::sequence).orElse(0);
    Round made =
        write(
            mapper -> {
              mapper.forgetRemoved(now.minus(KEPT_AFTER_REMOVAL).toEpochMilli());
              long id = mapper.add(Rows.row(0, job, plan, sequence, uid, received, now));
              return Rows.round(mapper.find(id).orElseThrow());
            });
    changed();
    return made;
  }

  /** Changes a round, unless somebody did since that version. The same again is no change. */
  public Saving save(long id, int madeFrom, RoundPlan plan) {
    Saving end =
        write(
            mapper ->
                mapper
                    .find(id)
                    .map(Rows::round)
                    .map(inUse -> save(mapper, inUse, madeFrom, plan))
                    .orElseGet(Saving.Gone::new));
    changed();
    return end;
  }

  private Saving save(RoundMapper mapper, Round inUse, int madeFrom, RoundPlan plan) {
    if (plan.equals(inUse.plan())) {
      return new Saving.Done(inUse);
    }
    if (inUse.version() != madeFrom) {
      return new Saving.Overtaken(inUse);
    }
    int sequence = inUse.sequence() + (plan.looksOtherThan(inUse.plan()) ? 1 : 0);
    return new Saving.Done(change(mapper, inUse, plan, sequence, inUse.received()));
  }

  /**
   * Changes a round as an invitation says, or brings it back. What the person wrote of it in the
   * meantime they have seen; calendars get a sequence that none of them has.
   */
  public Saving receive(long id, int madeFrom, RoundPlan plan, Received received) {
    Saving end =
        write(
            mapper -> {
              Optional<Round> known = mapper.called(received.uid()).map(Rows::round);
              if (known.isEmpty() || known.get().id() != id) {
                return new Saving.Gone();
              }
              Round inUse = known.get();
              if (inUse.version() != madeFrom) {
                return new Saving.Overtaken(inUse);
              }
              int sequence = Math.max(inUse.sequence() + 1, received.sequence());
              return new Saving.Done(change(mapper, inUse, plan, sequence, Optional.of(received)));
            });
    changed();
    return end;
  }

  private Round change(
      RoundMapper mapper, Round inUse, RoundPlan plan, int sequence, Optional<Received> received) {
    mapper.keep(inUse.id());
    mapper.change(
        Rows.row(inUse.id(), inUse.job(), plan, sequence, inUse.uid(), received, clock.instant()));
    return Rows.round(mapper.find(inUse.id()).orElseThrow());
  }

  /**
   * Takes the last change of a round back.
   *
   * @param version that the change made
   * @return false where it was changed since
   */
  public boolean undo(long id, int version) {
    boolean done =
        write(
            mapper -> {
              mapper.keep(id);
              return mapper.putBack(id, version, clock.millis()) == 1;
            });
    changed();
    return done;
  }

  /** Takes a round away. */
  public boolean remove(long id) {
    boolean done = write(mapper -> mapper.remove(id, clock.millis()) == 1);
    changed();
    return done;
  }

  /** Brings back what {@link #remove} took away within the last 30 days. */
  public boolean bringBack(long id) {
    boolean done = write(mapper -> mapper.bringBack(id) == 1);
    changed();
    return done;
  }

  /** What the person noted of a round. */
  public RoundNotes notes(long round) {
    return read(mapper -> notes(mapper, round));
  }

  /**
   * Saves notes, unless somebody did since that version. Nobody is told: they are saved while the
   * person types, and who saves an older one is asked.
   */
  public RoundNotes.Saving saveNotes(long round, String text, int madeFrom) {
    String plain = text.replace("\r\n", "\n");
    if (plain.length() > LONGEST_NOTES) {
      throw new IllegalArgumentException(
          "Notes of %,d characters: expected %,d at the most. Keep the rest elsewhere."
              .formatted(plain.length(), LONGEST_NOTES));
    }
    return write(
        mapper -> {
          RoundNotes inUse = notes(mapper, round);
          if (inUse.text().equals(plain)) {
            return new RoundNotes.Saving.Done(inUse);
          }
          if (inUse.version() != madeFrom) {
            return new RoundNotes.Saving.Overtaken(inUse);
          }
          mapper.saveNotes(round, plain, clock.millis());
          return new RoundNotes.Saving.Done(notes(mapper, round));
        });
  }

  private static RoundNotes notes(RoundMapper mapper, long round) {
    return mapper
        .notes(round)
        .map(
            row ->
                new RoundNotes(row.round(), row.text(), row.version(), Optional.of(row.changed())))
        .orElseGet(() -> new RoundNotes(round, "", 0, Optional.empty()));
  }

  private void changed() {
    live.changed(Tenant.current().id(), TOPIC);
  }

  private List<Round> rounds(Function<RoundMapper, List<RoundMapper.Row>> work) {
    return read(work).stream().map(Rows::round).toList();
  }

  private static List<Round> joined(List<Round> some, List<Round> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static String ids(Collection<Long> jobs) {
    return jobs.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  private <T> T read(Function<RoundMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(RoundMapper.class)));
  }

  private <T> T write(Function<RoundMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(RoundMapper.class)));
  }
}
