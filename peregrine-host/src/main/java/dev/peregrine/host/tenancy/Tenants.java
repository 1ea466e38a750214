package dev.peregrine.host.tenancy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The tenants for whom this program works at the moment. One arrives with their first request or
 * when something of theirs is due, and whatever belongs to a beginning is done then, once; one who
 * leaves is no longer worked for until they arrive again.
 */
public final class Tenants {

  private final InstantSource clock;
  private final List<Consumer<Tenant>> beginnings = new ArrayList<>();
  private final List<Consumer<Tenant>> endings = new ArrayList<>();

  // Guarded by this.
  private final Map<Tenant, Stay> stays = new LinkedHashMap<>();

  /** From an arrival to the end of leaving; all but the futures is guarded by the tenants. */
  private static final class Stay {

    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private boolean leaving;
    private Instant seen = Instant.MIN;

    boolean hasBegun() {
      return begun.isDone() && !begun.isCompletedExceptionally();
    }
  }

  public Tenants(InstantSource clock) {
    this.clock = clock;
  }

  /** Has something done for each tenant who arrives, with them bound. Before anybody arrives. */
  public void atArrival(Consumer<Tenant> work) {
    beginnings.add(work);
  }

  /** Has something done for each tenant who leaves, with them bound. Before anybody arrives. */
  public void atLeaving(Consumer<Tenant> work) {
    endings.add(work);
  }

  /**
   * Makes sure that a tenant is here, and notes that they were seen. Who comes while another thread
   * does what belongs to the beginning waits for that; where it failed, the next one tries again.
   * Who comes while they leave begins anew after that.
   *
   * @throws RuntimeException as the beginning failed
   */
  public void arrive(Tenant tenant) {
    while (true) {
      Stay stay;
      boolean isNew = false;
      boolean leaving;
      synchronized (this) {
        stay = stays.get(tenant);
        if (stay == null) {
          stay = new Stay();
          stays.put(tenant, stay);
          isNew = true;
        }
        stay.seen = clock.instant();
        leaving = stay.leaving;
      }
      if (isNew) {
        begin(tenant, stay);
        return;
      }
      if (!leaving) {
        await(stay.begun);
        return;
      }
      await(stay.over);
    }
  }

  private void begin(Tenant tenant, Stay stay) {
    try {
      tenant.run(() -> beginnings.forEach(work -> work.accept(tenant)));
      stay.begun.complete(null);
    } catch (RuntimeException | Error failed) {
      synchronized (this) {
        stays.remove(tenant, stay);
      }
      stay.begun.completeExceptionally(failed);
      stay.over.complete(null);
      throw failed;
    }
  }

  /** Ends what is done for a tenant; does nothing where they are not here. */
  public void leave(Tenant tenant) {
    Stay stay;
    synchronized (this) {
      stay = stays.get(tenant);
      if (stay == null || stay.leaving || !stay.hasBegun()) {
        return;
      }
      stay.leaving = true;
    }
    end(tenant, stay);
  }

  /**
   * Has everybody leave who was not seen for a while, those first who were here longest.
   *
   * @param busy whether there is still something to be done for somebody, who then stays
   * @return who left
   */
  public List<Tenant> leaveIdle(Duration idle, Predicate<Tenant> busy) {
    var left = new ArrayList<Tenant>();
    for (Tenant tenant : present()) {
      if (isIdle(tenant, idle) && !busy.test(tenant)) {
        Stay stay;
        synchronized (this) {
          stay = stays.get(tenant);
          // Whoever came meanwhile stays.
          if (stay == null || stay.leaving || !isIdle(tenant, idle)) {
            continue;
          }
          stay.leaving = true;
        }
        end(tenant, stay);
        left.add(tenant);
      }
    }
    return List.copyOf(left);
  }

  /** When somebody who is here was seen last; empty for all others. */
  public synchronized Optional<Instant> seen(Tenant tenant) {
    return Optional.ofNullable(stays.get(tenant)).map(stay -> stay.seen);
  }

  private synchronized boolean isIdle(Tenant tenant, Duration idle) {
    Stay stay = stays.get(tenant);
    return stay != null && !stay.seen.isAfter(clock.instant().minus(idle));
  }

  private void end(Tenant tenant, Stay stay) {
    try {
      tenant.run(() -> endings.forEach(work -> work.accept(tenant)));
    } finally {
      synchronized (this) {
        stays.remove(tenant, stay);
      }
      stay.over.complete(null);
    }
  }

  /** Those for whom everything has begun, in the order in which they came. */
  public synchronized List<Tenant> present() {
    return stays.entrySet().stream()
        .filter(entry -> entry.getValue().hasBegun() && !entry.getValue().leaving)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void await(CompletableFuture<Void> done) {
    try {
      var _ = done.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw failed;
    }
  }
}
