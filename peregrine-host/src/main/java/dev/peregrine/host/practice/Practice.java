package dev.peregrine.host.practice;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.practice.PracticeMapper.SessionRow;
import dev.peregrine.host.practice.PracticeMapper.TurnRow;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The current tenant's practice interviews. */
public final class Practice {

  /** The topic of {@link Live} that is told when a session changes. */
  public static final String TOPIC = "practice";

  /** The longest answer that is kept, in characters. */
  public static final int LONGEST_ANSWER = 20_000;

  private static final int LOOKED_AT = 400;
  private static final int MOST_SESSIONS = 50;
  private static final Duration LONGEST_TIME = Duration.ofHours(3);
  private static final Duration KEPT_AFTER_REMOVAL = Duration.ofDays(30);

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;

  /** The end of a save. */
  public sealed interface Saving {

    /** The question as it is now. */
    Turn turn();

    /** Stored. */
    record Done(Turn turn) implements Saving {}

    /** Somebody saved in between; nothing was stored. */
    record Overtaken(Turn turn) implements Saving {}
  }

  public Practice(Databases databases, Live live, InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(PracticeMapper.class);
  }

  /** Begins a session. */
  public Session begin(long job, SessionPlan plan) {
    return write(
        mapper -> {
          mapper.forgetRemoved(clock.instant().minus(KEPT_AFTER_REMOVAL).toEpochMilli());
          return session(mapper, mapper.add(PracticeRows.row(job, plan, clock.instant())));
        });
  }

  public Optional<Session> find(long id) {
    return read(mapper -> mapper.session(id).map(row -> with(mapper, row)));
  }

  /** The sessions for a job, the newest first. */
  public List<Session> of(long job) {
    return read(
        mapper -> mapper.ofJob(job, MOST_SESSIONS).stream().map(row -> with(mapper, row)).toList());
  }

  /** How many sessions there are for a job. */
  public int count(long job) {
    return read(mapper -> mapper.count(job));
  }

  /**
   * Puts the next question, unless one is open or all were put.
   *
   * @param by the model that asks; empty for none
   */
  public Session ask(long session, Asked asked, String by) {
    return write(
        mapper -> {
          Session now = session(mapper, session);
          if (now.wantsQuestion()) {
            put(mapper, now, asked, by);
          }
          return session(mapper, session);
        });
  }

  /** Puts the last question again, as one more. */
  public Session again(long session) {
    return write(
        mapper -> {
          Session now = session(mapper, session);
          Optional<Turn> last = now.last().filter(Turn::isOver);
          if (last.isPresent() && now.plan().questions() < SessionPlan.MOST) {
            mapper.oneMore(session);
            put(mapper, now, last.get().asked(), last.get().askedBy());
          }
          return session(mapper, session);
        });
  }

  private void put(PracticeMapper mapper, Session session, Asked asked, String by) {
    mapper.addTurn(
        PracticeRows.row(session.id(), session.turns().size() + 1, asked, by, clock.instant()));
  }

  /**
   * Keeps what is typed while the question is open, unless somebody saved since that version was
   * looked at. The same text again is no save.
   */
  public Saving draft(long turn, int seen, String text) {
    return write(mapper -> saved(mapper, turn, seen, text, Duration.ZERO, Turn.State.OPEN));
  }

  /** The same, as the answer. */
  public Saving answer(long turn, int seen, String text, Duration time) {
    return write(mapper -> saved(mapper, turn, seen, text, time, Turn.State.ANSWERED));
  }

  private static Saving saved(
      PracticeMapper mapper, long id, int seen, String text, Duration time, Turn.State state) {
    Turn now = turn(mapper, id);
    String plain = cut(text.replace("\r\n", "\n"));
    boolean isOpen = now.state() == Turn.State.OPEN;
    if (!plain.equals(now.answer()) && (now.version() != seen || !isOpen)) {
      return new Saving.Overtaken(now);
    }
    if (isOpen && (state != Turn.State.OPEN || !plain.equals(now.answer()))) {
      long seconds = Math.clamp(time.toSeconds(), 0, LONGEST_TIME.toSeconds());
      mapper.answer(id, plain, (int) seconds, word(state));
    }
    return new Saving.Done(turn(mapper, id));
  }

  private static String cut(String text) {
    return text.length() > LONGEST_ANSWER ? text.substring(0, LONGEST_ANSWER) : text;
  }

  /** Goes past an open question. */
  public void skip(long turn) {
    change(turn, Turn.State.OPEN, Turn.State.SKIPPED, Optional.empty());
  }

  /** Opens an answer again that is not rated yet. */
  public void reopen(long turn) {
    change(turn, Turn.State.ANSWERED, Turn.State.OPEN, Optional.empty());
  }

  /** Keeps how good an answer was; the first rating stays. */
  public void rate(long turn, Rating rating) {
    change(turn, Turn.State.ANSWERED, Turn.State.RATED, Optional.of(rating));
  }

  private void change(long id, Turn.State from, Turn.State to, Optional<Rating> rating) {
    write(
        mapper -> {
          TurnRow row = mapper.turn(id).orElseThrow(() -> gone(id));
          if (row.state().equals(word(from))) {
            mapper.state(id, word(to), rating.map(PracticeRows::text).orElse(null));
          }
          return id;
        });
  }

  /** Ends a session, or takes that back. */
  public void end(long session, boolean over) {
    write(
        mapper -> {
          mapper.end(session, over ? Long.valueOf(clock.millis()) : null);
          return session;
        });
  }

  /** Takes a session away, with all that was said in it. */
  public boolean remove(long session) {
    return write(mapper -> mapper.remove(session, clock.millis()) == 1);
  }

  /** Brings back what {@link #remove} took away. */
  public boolean bringBack(long session) {
    return write(mapper -> mapper.remove(session, null) == 1);
  }

  /** The questions that went badly when they were answered last, the newest first. */
  public List<WeakSpot> weakSpots() {
    return read(
        mapper -> {
          Map<Long, SessionRow> sessions =
              mapper.sessions().stream()
                  .collect(Collectors.toMap(SessionRow::id, Function.identity()));
          var seen = new HashSet<String>();
          return mapper.rated(LOOKED_AT).stream()
              .flatMap(
                  row ->
                      Optional.ofNullable(sessions.get(row.session()))
                          .map(session -> PracticeRows.spot(row, session))
                          .stream())
              .filter(spot -> seen.add(spot.asked().key()))
              .filter(spot -> spot.rating().isWeak() && !spot.turn().settled())
              .toList();
        });
  }

  /** Says that a question need not come back, or takes that back. */
  public boolean settle(long turn, boolean settled) {
    return write(mapper -> mapper.settle(turn, settled) == 1);
  }

  /** How often each question was asked, by the id of a shipped one, else by what was said. */
  Map<String, Integer> used() {
    return read(
        mapper ->
            mapper.used().stream()
                .collect(
                    Collectors.toMap(PracticeMapper.Used::question, PracticeMapper.Used::times)));
  }

  private static String word(Turn.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Session session(PracticeMapper mapper, long id) {
    return with(mapper, mapper.session(id).orElseThrow(() -> gone(id)));
  }

  private static Session with(PracticeMapper mapper, SessionRow row) {
    return PracticeRows.session(row, mapper.turns(row.id()));
  }

  private static Turn turn(PracticeMapper mapper, long id) {
    return PracticeRows.turn(mapper.turn(id).orElseThrow(() -> gone(id)));
  }

  private static IllegalArgumentException gone(long id) {
    return new IllegalArgumentException(
        "There is no practice \"%d\" any more. Open Practice of the job again.".formatted(id));
  }

  void changed() {
    live.changed(Tenant.current().id(), TOPIC);
  }

  private <T> T read(Function<PracticeMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(PracticeMapper.class)));
  }

  private <T> T write(Function<PracticeMapper, T> work) {
    T result = databases.current().write(mappers -> work.apply(mappers.of(PracticeMapper.class)));
    changed();
    return result;
  }
}
