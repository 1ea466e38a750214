package dev.peregrine.host.tenancy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The tenants for whom this program works at the moment. One arrives with their first request or
 * when something of theirs is due, and whatever belongs to a beginning is done then, once; one who
 * leaves is no longer worked for until they arrive again.
 */
public final class Tenants {

  private final List<Consumer<Tenant>> beginnings = new ArrayList<>();
  private final List<Consumer<Tenant>> endings = new ArrayList<>();

  // Guarded by this. Who is here, and whether what belongs to their beginning is done.
  private final Map<Tenant, CompletableFuture<Void>> present = new LinkedHashMap<>();

  /** Has something done for each tenant who arrives, with them bound. Before anybody arrives. */
  public void atArrival(Consumer<Tenant> work) {
    beginnings.add(work);
  }

  /** Has something done for each tenant who leaves, with them bound. Before anybody arrives. */
  public void atLeaving(Consumer<Tenant> work) {
    endings.add(work);
  }

  /**
   * Makes sure that a tenant is here. Who comes while another thread does what belongs to the
   * beginning waits for that; where it failed, the next one tries again.
   *
   * @throws RuntimeException as the beginning failed
   */
  public void arrive(Tenant tenant) {
    var mine = new CompletableFuture<Void>();
    CompletableFuture<Void> begun;
    synchronized (this) {
      begun = present.putIfAbsent(tenant, mine);
    }
    if (begun != null) {
      await(begun);
      return;
    }
    try {
      tenant.run(() -> beginnings.forEach(work -> work.accept(tenant)));
      mine.complete(null);
    } catch (RuntimeException | Error failed) {
      synchronized (this) {
        present.remove(tenant, mine);
      }
      mine.completeExceptionally(failed);
      throw failed;
    }
  }

  /** Ends what is done for a tenant; does nothing where they are not here. */
  public void leave(Tenant tenant) {
    CompletableFuture<Void> was;
    synchronized (this) {
      was = present.remove(tenant);
    }
    if (was != null) {
      tenant.run(() -> endings.forEach(work -> work.accept(tenant)));
    }
  }

  /** Those for whom everything has begun, in the order in which they came. */
  public synchronized List<Tenant> present() {
    return present.entrySet().stream()
        .filter(entry -> entry.getValue().isDone() && !entry.getValue().isCompletedExceptionally())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void await(CompletableFuture<Void> begun) {
    try {
      var _ = begun.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw failed;
    }
  }
}
