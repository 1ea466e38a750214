package dev.peregrine.host.platform;

import dev.peregrine.host.sessions.EndedSessions;
import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ended sessions in the service's own database, so that every program of the service knows of them
 * within seconds, and after a restart. Kept is a hash of the token and when it runs out, nothing of
 * whose it was. While the database is away, what is ended here counts here and is written later.
 */
public final class SignOuts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SignOuts.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final ServerDatabase database;
  private final EndedSessions ended;
  private final InstantSource clock;
  private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();
  private final ScheduledExecutorService beat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("sign-outs").daemon().factory());
  private boolean hasAll;

  public SignOuts(ServerDatabase database, EndedSessions ended, InstantSource clock) {
    this.database = database;
    this.ended = ended;
    this.clock = clock;
    ended.listen(this::ended);
  }

  /** From now on what others end is learnt. */
  public void start() {
    long period = EVERY.toMillis();
    // Runs until it is closed.
    var _ = beat.scheduleWithFixedDelay(this::share, 0, period, TimeUnit.MILLISECONDS);
  }

  private void ended(String mark, Instant until) {
    unwritten.put(mark, until);
    share();
  }

  /** Writes what was ended here and learns what was ended elsewhere. */
  public synchronized void share() {
    try {
      Map<String, Instant> own = Map.copyOf(unwritten);
      Instant now = clock.instant();
      boolean whole = !hasAll;
      List<SignOutMapper.Row> others =
          database.call(
              mappers -> {
                SignOutMapper mapper = mappers.of(SignOutMapper.class);
                own.forEach(mapper::add);
                if (whole) {
                  int _ = mapper.tidy(now);
                }
                return whole ? mapper.all(now) : mapper.latest(now);
              });
      others.forEach(row -> ended.learn(row.mark(), row.expiresAt()));
      own.keySet().forEach(unwritten::remove);
      hasAll = true;
    } catch (ServerAwayException away) {
      // What others end meanwhile is older than a minute by then.
      hasAll = false;
      LOG.debug("Ended sessions are shared later", away);
    } catch (StorageException wrong) {
      LOG.warn("Ended sessions could not be shared.", wrong);
    }
  }

  @Override
  public void close() {
    beat.shutdownNow();
  }
}
