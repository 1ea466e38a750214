package dev.peregrine.host.nodes;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.storage.FencedException;
import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shards for which this node works. A node says again and again that it lives; whoever wants a
 * shard of one that did not for too long deletes its row, which ends it for good, and takes the
 * shard under a higher epoch. Time is the database server's. The holder counts on its own monotonic
 * clock, from before it spoke, and stops changing anything a margin earlier than another could
 * begin.
 */
public final class Leases implements Ownership, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

  /** How long whoever comes while a shard is given up waits for that. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** For how long it counts who another shard's holder was. */
  private static final Duration KNOWN = Duration.ofMillis(500);

  private final ServerDatabase database;
  private final Terms terms;
  private final LongSupplier nanos;
  private final List<IntConsumer> endings = new ArrayList<>();
  private final List<IntConsumer> closings = new ArrayList<>();
  private final List<Object> locks =
      IntStream.range(0, Shards.COUNT).mapToObj(i -> new Object()).toList();
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("node-beat").daemon().factory());
  private final ExecutorService leaving =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("node-leaving").daemon().factory());

  private final Map<Integer, Long> held = new ConcurrentHashMap<>();
  private final Map<Integer, CompletableFuture<Void>> given = new ConcurrentHashMap<>();
  private final Map<Integer, Known> known = new ConcurrentHashMap<>();
  private final AtomicLongArray asked = new AtomicLongArray(Shards.COUNT);

  // Changed by renew alone, which is synchronized.
  private volatile @Nullable String me;
  private volatile long deadline;
  private volatile boolean draining;

  private record Known(URI node, long at) {}

  /**
   * @param nanos a clock that never goes back, such as {@link System#nanoTime}
   */
  public Leases(ServerDatabase database, Terms terms, LongSupplier nanos) {
    this.database = database;
    this.terms = terms;
    this.nanos = nanos;
    this.deadline = nanos.getAsLong();
  }

  /** The mappers that {@link ServerDatabase} must know. */
  public static List<Class<?>> mappers() {
    return List.of(NodeMapper.class, NodeStateMapper.class);
  }

  /** Has something done for each shard that is given up or was lost. Before any is taken. */
  public void atEnd(IntConsumer work) {
    endings.add(work);
  }

  /** Has something done for each shard after it was given up or lost. Before any is taken. */
  public void afterEnd(IntConsumer work) {
    closings.add(work);
  }

  /** Says that this node lives, from now on again and again. */
  public void start() {
    renew();
    long period = terms.beat().toMillis();
    // Runs until it is closed.
    var _ = beats.scheduleAtFixedRate(this::renew, period, period, TimeUnit.MILLISECONDS);
  }

  /** Says that this node lives; where it was declared dead meanwhile, it begins anew. */
  public synchronized void renew() {
    try {
      String mine = me;
      long before = nanos.getAsLong();
      if (mine == null || !beat(mine)) {
        if (mine != null) {
          lost();
        }
        before = nanos.getAsLong();
        me = enter();
      }
      deadline = before + terms.life().minus(terms.margin()).toNanos();
    } catch (ServerAwayException later) {
      LOG.debug("That this node lives is said later", later);
    } catch (StorageException wrong) {
      LOG.error("That this node lives cannot be said.", wrong);
    }
  }

  private boolean beat(String mine) {
    return database.call(
            mappers -> mappers.of(NodeMapper.class).beat(mine, draining, terms.life().toMillis()))
        == 1;
  }

  private String enter() {
    String fresh = UUID.randomUUID().toString();
    String url = terms.url().map(URI::toString).orElse("");
    int _ =
        database.call(
            mappers ->
                mappers.of(NodeMapper.class).enter(fresh, url, draining, terms.life().toMillis()));
    return fresh;
  }

  /** Another declared this node dead: whatever it held is somebody else's or nobody's. */
  private void lost() {
    me = null;
    deadline = nanos.getAsLong();
    var shards = new TreeSet<>(held.keySet());
    LOG.warn("This node counted as dead and has lost {} shards.", shards.size());
    for (int shard : shards) {
      var end = new CompletableFuture<Void>();
      given.putIfAbsent(shard, end);
      held.remove(shard);
      if (end.equals(given.get(shard))) {
        leaving.execute(() -> ended(shard, end));
      }
    }
  }

  private void ended(int shard, CompletableFuture<Void> end) {
    try {
      done(endings, shard);
      done(closings, shard);
    } finally {
      given.remove(shard, end);
      end.complete(null);
    }
  }

  private static void done(List<IntConsumer> works, int shard) {
    for (IntConsumer work : works) {
      try {
        work.accept(shard);
      } catch (RuntimeException odd) {
        LOG.warn("Shard {} was not given up tidily.", shard, odd);
      }
    }
  }

  /** Who works for somebody; where nobody does, this node does from now on. */
  public Holder holder(String user) {
    int shard = Shards.of(user);
    asked.set(shard, nanos.getAsLong());
    if (!awaitGiven(shard)) {
      return new Holder.Unknown();
    }
    if (holds(shard)) {
      return new Holder.Here(true);
    }
    try {
      if (held.containsKey(shard)) {
        // Overdue: this node was away, or the database is.
        renew();
        if (holds(shard)) {
          return new Holder.Here(true);
        }
        if (held.containsKey(shard)) {
          return new Holder.Here(false);
        }
      }
      synchronized (locks.get(shard)) {
        return holds(shard) ? new Holder.Here(true) : found(shard);
      }
    } catch (ServerAwayException away) {
      Known last = known.get(shard);
      return last == null ? new Holder.Unknown() : new Holder.There(last.node());
    } catch (StorageException notNow) {
      // Such as another that froze while it took the shard: the database ends that in a moment.
      LOG.warn("Who works for shard {} cannot be said now: {}", shard, notNow.getMessage());
      return new Holder.Unknown();
    }
  }

  private boolean awaitGiven(int shard) {
    CompletableFuture<Void> end = given.get(shard);
    if (end == null) {
      return true;
    }
    try {
      var _ = end.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | java.util.concurrent.ExecutionException tooLong) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Holder found(int shard) {
    Known last = known.get(shard);
    if (last != null && nanos.getAsLong() - last.at() < KNOWN.toNanos()) {
      return new Holder.There(last.node());
    }
    String mine = me;
    if (mine == null || nanos.getAsLong() - deadline >= 0) {
      renew();
      mine = me;
      if (mine == null) {
        return new Holder.Unknown();
      }
    }
    Optional<NodeMapper.Node> other = other(shard, mine);
    if (other.isPresent()) {
      return there(shard, other.get());
    }
    return taken(shard, mine);
  }

  /** Who holds a shard, or whom it is left to because this node is about to stop. */
  private Optional<NodeMapper.Node> other(int shard, String mine) {
    return database.call(
        mappers -> {
          NodeMapper mapper = mappers.of(NodeMapper.class);
          Optional<NodeMapper.Node> holder =
              mapper.holder(shard).filter(node -> node.alive() && !node.incarnation().equals(mine));
          return holder.isEmpty() && draining ? mapper.another(mine, shard) : holder;
        });
  }

  private Holder there(int shard, NodeMapper.Node node) {
    if (node.url().isEmpty()) {
      return new Holder.Unknown();
    }
    URI url = URI.create(node.url());
    known.put(shard, new Known(url, nanos.getAsLong()));
    return new Holder.There(url);
  }

  private Holder taken(int shard, String mine) {
    Optional<Long> epoch =
        database.call(mappers -> take(mappers.of(NodeMapper.class), shard, mine));
    synchronized (this) {
      if (epoch.isEmpty() || !mine.equals(me)) {
        return new Holder.Unknown();
      }
      held.put(shard, epoch.get());
      known.remove(shard);
    }
    return new Holder.Here(holds(shard));
  }

  /**
   * The row of the shard is locked first, then that of whoever holds it: so a beat of theirs is
   * either seen here, or finds its row gone.
   */
  private static Optional<Long> take(NodeMapper mapper, int shard, String mine) {
    String holder = mapper.lock(shard).incarnation();
    if (holder != null && !holder.equals(mine)) {
      var _ = mapper.lockNode(holder);
      Optional<NodeMapper.Node> node = mapper.node(holder);
      if (node.isPresent()) {
        if (node.get().alive()) {
          return Optional.empty();
        }
        int _ = mapper.bury(holder);
      }
    }
    return Optional.ofNullable(mapper.take(shard, mine));
  }

  private boolean holds(int shard) {
    return held.containsKey(shard) && nanos.getAsLong() - deadline < 0;
  }

  /**
   * Lets through whoever changes something of somebody whose shard this node holds.
   *
   * @throws FencedException where another may hold it
   */
  public void check(String user) {
    if (!holds(Shards.of(user))) {
      throw new FencedException(t("nodes.fenced"));
    }
  }

  /**
   * Lets through whoever opens a file of somebody whose shard this node has, even where it may not
   * change anything now.
   *
   * @throws FencedException where this node does not have it
   */
  public void checkOpening(String user) {
    if (!held.containsKey(Shards.of(user))) {
      throw new FencedException(t("nodes.fenced"));
    }
  }

  @Override
  public boolean isMine(Tenant tenant) {
    return holds(Shards.of(tenant.id()));
  }

  @Override
  public long epoch(Tenant tenant) {
    check(tenant.id());
    Long epoch = held.get(Shards.of(tenant.id()));
    if (epoch == null) {
      throw new FencedException(t("nodes.fenced"));
    }
    return epoch;
  }

  /** The shards that this node holds, by their epoch. */
  public Map<Integer, Long> held() {
    return Map.copyOf(held);
  }

  /** How long nobody has asked for anybody of a shard. */
  public Duration quiet(int shard) {
    return Duration.ofNanos(nanos.getAsLong() - asked.get(shard));
  }

  /** Under which address another node is found, so that what is known of it is looked up again. */
  public void forget(URI node) {
    known.values().removeIf(each -> each.node().equals(node));
  }

  /** The node to which a shard could go; empty where there is no other. */
  public boolean hasOthers() {
    String mine = me;
    return mine != null
        && database.call(mappers -> mappers.of(NodeMapper.class).another(mine, 0)).isPresent();
  }

  /** From now on this node takes no shard that another could take. */
  public void drain() {
    draining = true;
    renew();
  }

  /**
   * Gives a shard up, after what {@link #atEnd} said was done; while that is done it is still held,
   * and whoever comes waits.
   */
  public void release(int shard) {
    Long epoch = held.get(shard);
    var end = new CompletableFuture<Void>();
    if (epoch == null || given.putIfAbsent(shard, end) != null) {
      return;
    }
    try {
      done(endings, shard);
      String mine = me;
      held.remove(shard);
      done(closings, shard);
      if (mine != null) {
        say(shard, mine, epoch);
      }
    } finally {
      given.remove(shard, end);
      end.complete(null);
    }
  }

  /** Gives everything up that is held, and waits for what is given up already. */
  public void releaseAll() {
    held.keySet().forEach(this::release);
    for (int shard : given.keySet()) {
      boolean _ = awaitGiven(shard);
    }
  }

  private void say(int shard, String mine, long epoch) {
    try {
      int _ = database.call(mappers -> mappers.of(NodeMapper.class).release(shard, mine, epoch));
    } catch (ServerAwayException | StorageException later) {
      // Until then whoever asks is sent here, where it is taken again.
      LOG.debug("That a shard is free could not be said", later);
    }
  }

  /** Gives everything up; the database must still be there. */
  @Override
  public void close() {
    beats.shutdownNow();
    releaseAll();
    String mine = me;
    if (mine != null) {
      try {
        int _ = database.call(mappers -> mappers.of(NodeMapper.class).bury(mine));
      } catch (ServerAwayException | StorageException byItself) {
        LOG.debug("This node ends without having said so", byItself);
      }
    }
    leaving.shutdown();
  }
}
