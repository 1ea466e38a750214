package dev.peregrine.host.notices;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Mappers;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the current tenant's person is to be told, kept until it was. Each target gets its notices
 * in the order in which they came, each at least once: one whose answer was lost, or whose sending
 * a crash ended, is sent again with the same {@link Notice#id}. A target that fails is left alone
 * for longer and longer, and in the end until the person says so; its notices wait.
 */
public final class Outbox {

  /** The topic of {@link Live} that is told when something is sent or fails. */
  public static final String TOPIC = "notices";

  /** The topic that is told when something new is to be told. */
  public static final String PUT = "told";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration STALE = Duration.ofDays(1);
  private static final String NO_PAGE = "No page of Peregrine was open for a day.";
  private static final Duration UNDO = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(30);

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;
  private final List<Runnable> whenPut = new CopyOnWriteArrayList<>();

  public Outbox(Databases databases, Live live, InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(NoticeMapper.class, TellingMapper.class);
  }

  /** Somebody who tells. */
  @FunctionalInterface
  public interface Sending {
    void send(String target, Notice notice) throws ExtensionException, InterruptedException;
  }

  /**
   * Puts a notice in for each target.
   *
   * @param after when it may be told
   */
  public void put(Collection<String> targets, Notice notice, Instant after) {
    databases
        .current()
        .write(
            mappers -> {
              put(mappers, targets, notice, after);
              return mappers.of(NoticeMapper.class).forget(clock.millis() - KEPT.toMillis());
            });
    put();
  }

  /** The same within what somebody else writes; {@link #put()} comes after it. */
  void put(Mappers mappers, Collection<String> targets, Notice notice, Instant after) {
    String json = JSON.writeValueAsString(notice);
    NoticeMapper mapper = mappers.of(NoticeMapper.class);
    targets.forEach(target -> mapper.put(target, json, clock.millis(), after.toEpochMilli()));
  }

  /** Something was put in. */
  void put() {
    changed();
    live.changed(Tenant.current().id(), PUT);
    whenPut.forEach(Runnable::run);
  }

  /** Calls somebody, in its tenant, when something was put in. */
  void whenPut(Runnable listener) {
    whenPut.add(listener);
  }

  /** Targets that have something to be told now and are not left alone. */
  public List<String> due() {
    return read(mapper -> mapper.due(clock.millis()));
  }

  /**
   * Tells a target everything that is due for it, until it fails. Not for two threads at once with
   * the same target.
   *
   * @return how many were told
   */
  public int deliver(String target, Sending sending) throws InterruptedException {
    int told = 0;
    for (Optional<Waiting> first = first(target); first.isPresent(); first = first(target)) {
      if (deliver(first.get(), sending)) {
        told++;
      }
      if (read(mapper -> mapper.trouble(target)).filter(this::isLeftAlone).isPresent()) {
        break;
      }
    }
    return told;
  }

  private boolean deliver(Waiting first, Sending sending) throws InterruptedException {
    try {
      sending.send(first.target(), first.notice());
      write(
          mapper -> {
            int _ = mapper.end(first.id(), "sent", "", clock.millis());
            return mapper.works(first.target());
          });
      changed();
      return true;
    } catch (ExtensionException failed) {
      failed(first, Patience.after(failed, failures(first.target()), clock.instant()));
    } catch (RuntimeException bug) {
      failed(first, Patience.afterBug(bug, first.tries(), clock.instant()));
    }
    return false;
  }

  private int failures(String target) {
    return read(mapper -> mapper.trouble(target)).map(NoticeMapper.TroubleRow::failures).orElse(0);
  }

  private boolean isLeftAlone(NoticeMapper.TroubleRow row) {
    return row.until() == null || row.until() > clock.millis();
  }

  private void failed(Waiting first, Patience patience) {
    long now = clock.millis();
    write(
        mapper -> {
          mapper.tried(first.id(), patience.problem());
          if (patience.givesUp()) {
            return mapper.end(first.id(), "given_up", patience.problem(), now);
          }
          boolean forLong =
              mapper
                  .trouble(first.target())
                  .filter(row -> now - row.since() > Patience.LONGEST.toMillis())
                  .isPresent();
          mapper.failed(
              first.target(),
              now,
              forLong ? null : patience.until().map(Instant::toEpochMilli).orElse(null),
              patience.problem());
          return 0;
        });
    changed();
  }

  private Optional<Waiting> first(String target) {
    return read(mapper -> mapper.first(target, clock.millis())).map(Outbox::waiting);
  }

  private static Waiting waiting(NoticeMapper.Row row) {
    return new Waiting(
        row.id(),
        row.target(),
        JSON.readValue(row.notice(), Notice.class),
        Instant.ofEpochMilli(row.after()),
        row.tries());
  }

  /** Targets in trouble. */
  public List<Trouble> troubles() {
    return read(NoticeMapper::troubles).stream()
        .map(
            row ->
                new Trouble(
                    row.target(),
                    Instant.ofEpochMilli(row.since()),
                    row.failures(),
                    Optional.ofNullable(row.until()).map(Instant::ofEpochMilli),
                    row.problem()))
        .toList();
  }

  /** How many notices wait, by target. */
  public Map<String, Long> waiting() {
    return read(NoticeMapper::waiting).stream()
        .collect(Collectors.toMap(NoticeMapper.CountRow::target, NoticeMapper.CountRow::notices));
  }

  /** The person changed something, or wants it to be tried: a target in trouble is tried again. */
  public void tryAgain(String target) {
    int _ = write(mapper -> mapper.works(target));
    put();
  }

  /** Drops what waits for a target, and its trouble. For an hour it can be brought back. */
  public int drop(String target) {
    int dropped =
        write(
            mapper -> {
              int _ = mapper.works(target);
              return mapper.drop(target, clock.millis());
            });
    changed();
    return dropped;
  }

  /**
   * What waits for pages that are open, the first first. What waited for more than a day is given
   * up: it is no news any more.
   */
  public List<Waiting> forPages(int most) {
    long stale = clock.instant().minus(STALE).toEpochMilli();
    int old = write(mapper -> mapper.giveUp(Targets.BROWSER, stale, NO_PAGE, clock.millis()));
    if (old > 0) {
      changed();
    }
    return read(mapper -> mapper.firstOnes(Targets.BROWSER, clock.millis(), most)).stream()
        .map(Outbox::waiting)
        .toList();
  }

  /** A page has shown one of them. */
  public void shown(long id) {
    write(mapper -> mapper.shown(id, Targets.BROWSER, clock.millis()));
    changed();
  }

  /** Has told what was dropped within the last hour; in its order, for none was told since. */
  public int bringBack(String target) {
    long since = clock.instant().minus(UNDO).toEpochMilli();
    int back = write(mapper -> mapper.bringBack(target, since));
    put();
    return back;
  }

  /** What became of the last notices, the latest first. */
  public List<Told> told(int most) {
    return read(mapper -> mapper.told(most)).stream().map(Outbox::told).toList();
  }

  private static Told told(NoticeMapper.ToldRow row) {
    return new Told(
        row.target(),
        JSON.readValue(row.notice(), Notice.class),
        Instant.ofEpochMilli(row.ended()),
        Told.Outcome.of(row.outcome()),
        row.problem());
  }

  /** How many a target was told since then, and when it was told last. */
  public Since since(String target, Instant from) {
    NoticeMapper.SinceRow row = read(mapper -> mapper.since(target, from.toEpochMilli()));
    return new Since(row.notices(), Optional.ofNullable(row.last()).map(Instant::ofEpochMilli));
  }

  /**
   * What a target was told.
   *
   * @param last when, the last time
   */
  public record Since(long notices, Optional<Instant> last) {}

  private <T> T read(Function<NoticeMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(NoticeMapper.class)));
  }

  private <T> T write(Function<NoticeMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(NoticeMapper.class)));
  }

  private void changed() {
    live.changed(Tenant.current().id(), TOPIC);
  }
}
