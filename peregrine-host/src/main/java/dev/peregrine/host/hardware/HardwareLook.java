package dev.peregrine.host.hardware;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.tenancy.Tenant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Keeps what was last found out, and says what is being looked at. One look at a time. */
public final class HardwareLook {

  /** The topic of {@link Live} that is told of each step. */
  public static final String TOPIC = "hardware";

  private static final long PATIENCE_MS = 1_000;

  private final Hardware hardware;
  private final Gate gate;
  private final Live live;
  private final Map<String, Look> looks = new ConcurrentHashMap<>();

  private static final class Look {
    private final CompletableFuture<Findings> result = new CompletableFuture<>();
    private volatile String step = "Beginning";
  }

  /**
   * @param gate before the machine: who does not pass finds nothing
   */
  public HardwareLook(Hardware hardware, Gate gate, Live live) {
    this.hardware = hardware;
    this.gate = gate;
    this.live = live;
  }

  /** Whether whoever asks may look at the machine at all. */
  public boolean isTheirs() {
    return gate.locked().isEmpty();
  }

  /** Looks again, unless it is looking. */
  public void again() {
    if (nothing().isPresent()) {
      return;
    }
    looks.compute(
        Tenant.current().id(),
        (id, before) -> before == null || before.result.isDone() ? begun() : before);
  }

  /**
   * What was found; begins to look where nobody did yet, and waits a second for it.
   *
   * @return empty while it takes longer; {@link #step} says what is being done
   */
  public Optional<Findings> findings() throws InterruptedException {
    Optional<Findings> nothing = nothing();
    if (nothing.isPresent()) {
      return nothing;
    }
    Look look = looks.computeIfAbsent(Tenant.current().id(), id -> begun());
    try {
      return Optional.of(look.result.get(PATIENCE_MS, TimeUnit.MILLISECONDS));
    } catch (TimeoutException takesLonger) {
      return Optional.empty();
    } catch (ExecutionException failed) {
      looks.remove(Tenant.current().id(), look);
      if (failed.getCause() instanceof RuntimeException ours) {
        throw ours;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  /** What was found, without waiting; begins to look where nobody did yet. */
  public Optional<Findings> known() {
    Optional<Findings> nothing = nothing();
    if (nothing.isPresent()) {
      return nothing;
    }
    Look look = looks.computeIfAbsent(Tenant.current().id(), id -> begun());
    return look.result.isDone() && !look.result.isCompletedExceptionally()
        ? Optional.of(look.result.join())
        : Optional.empty();
  }

  /** What is being looked at. */
  public String step() {
    return Optional.ofNullable(looks.get(Tenant.current().id())).map(l -> l.step).orElse("");
  }

  private Optional<Findings> nothing() {
    return gate.locked().map(Locked::unlocks).map(Findings::none);
  }

  private Look begun() {
    var look = new Look();
    String tenant = Tenant.current().id();
    Thread.ofVirtual()
        .name("hardware")
        .start(
            Tenant.carry(
                () -> {
                  try {
                    look.result.complete(
                        hardware.look(
                            step -> {
                              look.step = step;
                              live.changed(tenant, TOPIC);
                            }));
                  } catch (InterruptedException | RuntimeException failed) {
                    look.result.completeExceptionally(failed);
                  }
                  live.changed(tenant, TOPIC);
                }));
    return look;
  }
}
