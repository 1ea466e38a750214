package dev.peregrine.host.plugins;

import dev.peregrine.api.Descriptor;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An extension that is on. It stays usable for calls under way when its plugin is replaced. */
public final class Extension<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Extension.class);
  private static final ClassLoader HOST = Objects.requireNonNull(Extension.class.getClassLoader());
  private static final Duration GRACE = Duration.ofMillis(500);
  private static final int MOST_STUCK = 3;

  private final ExtensionPoint<T> point;
  private final T instance;
  private final Descriptor descriptor;
  private final boolean usesStored;
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicInteger stuck = new AtomicInteger();
  private volatile Optional<String> lastProblem = Optional.empty();
  private volatile @Nullable LoadedPlugin owner;
  private volatile ExtensionGates gates = ExtensionGates.OPEN;

  Extension(ExtensionPoint<T> point, T instance, Descriptor descriptor) {
    this(point, instance, descriptor, true);
  }

  private Extension(
      ExtensionPoint<T> point, T instance, Descriptor descriptor, boolean usesStored) {
    this.point = point;
    this.instance = instance;
    this.descriptor = descriptor;
    this.usesStored = usesStored;
  }

  /**
   * A board that belongs to no plugin yet, to be tried out.
   *
   * @param limit what a call may take, where the board itself allows more
   * @param usesStored whether it is lent what the person stored for the installed board of its id:
   *     a board of the same id from elsewhere must not get that one's keys
   */
  public static Extension<JobBoard> trial(JobBoard board, Duration limit, boolean usesStored) {
    BoardDescriptor says = board.descriptor();
    BoardDescriptor limited =
        says.deadline().compareTo(limit) > 0 ? says.withDeadline(limit) : says;
    return new Extension<>(ExtensionPoint.BOARD, board, limited, usesStored);
  }

  boolean usesStored() {
    return usesStored;
  }

  void belongsTo(LoadedPlugin plugin) {
    owner = plugin;
  }

  void standsBehind(ExtensionGates newGates) {
    gates = newGates;
  }

  private LoadedPlugin owner() {
    return Objects.requireNonNull(owner);
  }

  /** Whose it is, for a sentence; one in a trial is its own. */
  private String label() {
    LoadedPlugin plugin = owner;
    return plugin == null ? "\"" + id() + "\"" : plugin.label();
  }

  /** This, if it belongs to that extension point. */
  @SuppressWarnings("unchecked")
  <P> Optional<Extension<P>> as(Class<P> type) {
    return point.type() == type ? Optional.of((Extension<P>) this) : Optional.empty();
  }

  T instance() {
    return instance;
  }

  /** The extension's own id, such as {@code adzuna}. */
  public String id() {
    return descriptor.about().id();
  }

  /** Point and id, such as {@code board/adzuna}. */
  public String key() {
    return point.name() + "/" + id();
  }

  /** Whether the current tenant may not use it: a call of it is refused. */
  public boolean isLocked() {
    return gates.extension(key()).locked().isPresent();
  }

  /** What it said of itself when it was loaded. */
  public Descriptor descriptor() {
    return descriptor;
  }

  /** The plugin it belongs to. */
  public InstalledPlugin plugin() {
    return owner().installed();
  }

  /** What it is and how its calls went. */
  public ExtensionInfo info() {
    return new ExtensionInfo(point.name(), descriptor, calls.get(), failures.get(), lastProblem);
  }

  /**
   * Calls the extension on a thread of its own with the tenant bound, interrupts it when the limit
   * is over or the caller is interrupted, and counts the call.
   *
   * @throws ExtensionException what the extension throws, {@code UNSUPPORTED} where the current
   *     tenant may not use it, or {@code UNAVAILABLE} when the limit is over. A call that ignores
   *     the interrupt is abandoned: what it still hands over must be dropped by the caller
   * @throws PluginBugException when it throws anything else. An exception of the host's own, thrown
   *     by something that the extension was lent, passes unchanged
   */
  public <R extends @Nullable Object> R call(Duration limit, ExtensionCall<T, R> call)
      throws ExtensionException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    return call(
        () -> Duration.ofNanos(end - System.nanoTime()),
        "was not done after %d s".formatted(Math.max(1, limit.toSeconds())),
        call);
  }

  /**
   * The same for a call that may take any time as long as it gives a sign of life.
   *
   * @param left how long it may still be silent
   * @param patience how long it may be silent at all, for the message
   */
  public <R extends @Nullable Object> R callWhileAlive(
      Supplier<Duration> left, Duration patience, ExtensionCall<T, R> call)
      throws ExtensionException, InterruptedException {
    return call(
        left, "gave no sign of life for %d s".formatted(Math.max(1, patience.toSeconds())), call);
  }

  private <R extends @Nullable Object> R call(
      Supplier<Duration> left, String lasted, ExtensionCall<T, R> call)
      throws ExtensionException, InterruptedException {
    refuseWhenLocked();
    calls.incrementAndGet();
    refuseWhenStuck();
    StrangersCode<R> code = StrangersCode.start(key(), loader(), carried(call));
    try {
      return code.await(left);
    } catch (ExecutionException e) {
      throw failed(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      boolean ended = stop(code);
      throw counted(
          new ExtensionException(
              Kind.UNAVAILABLE,
              "\"%s\" %s and was stopped%s."
                  .formatted(
                      descriptor.about().name(),
                      lasted,
                      ended ? "" : ", but it goes on regardless; what it still does is dropped")));
    } catch (InterruptedException e) {
      stop(code);
      throw e;
    }
  }

  private <R extends @Nullable Object> Callable<R> carried(ExtensionCall<T, R> call) {
    Tenant tenant = Tenant.current();
    return () -> tenant.call(() -> call.with(instance));
  }

  private ClassLoader loader() {
    return Objects.requireNonNullElse(
        instance.getClass().getClassLoader(), ClassLoader.getPlatformClassLoader());
  }

  /** Not counted: it is no failure of the extension. */
  private void refuseWhenLocked() throws ExtensionException {
    Optional<Locked> locked = gates.extension(key()).locked();
    if (locked.isPresent()) {
      throw new ExtensionException(Kind.UNSUPPORTED, locked.get().sentence());
    }
  }

  private void refuseWhenStuck() throws ExtensionException {
    if (stuck.get() >= MOST_STUCK) {
      throw counted(
          new ExtensionException(
              Kind.UNAVAILABLE,
              "\"%s\" is not called: %d earlier calls ignore that they were stopped. Restart Peregrine, or switch the plugin off."
                  .formatted(descriptor.about().name(), stuck.get())));
    }
  }

  private boolean stop(StrangersCode<?> code) throws InterruptedException {
    boolean ended = code.stop(GRACE);
    if (!ended) {
      stuck.incrementAndGet();
      code.whenOver(stuck::decrementAndGet);
      LOG.warn("{} of plugin {} ignores that it was stopped.", key(), label());
    }
    return ended;
  }

  private ExtensionException failed(Throwable thrown) {
    if (thrown instanceof ExtensionException known) {
      return counted(known);
    }
    boolean isOurs =
        thrown instanceof RuntimeException && HOST.equals(thrown.getClass().getClassLoader());
    if (isOurs) {
      throw (RuntimeException) thrown;
    }
    var bug = new PluginBugException(label(), key(), instance.getClass(), thrown);
    failures.incrementAndGet();
    lastProblem = Optional.of(bug.sentence());
    LOG.warn("{}", bug.sentence(), thrown);
    throw bug;
  }

  private ExtensionException counted(ExtensionException failure) {
    failures.incrementAndGet();
    lastProblem = Optional.of(String.valueOf(failure.getMessage()));
    return failure;
  }
}
