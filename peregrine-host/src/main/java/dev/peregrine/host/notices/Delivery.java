package dev.peregrine.host.notices;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox while the program stays: each target on a thread of its own, one
 * notice after the other, so that one that is slow or down holds up no other.
 */
public final class Delivery implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);

  private final Outbox outbox;
  private final Outbox.Sending sending;
  private final Map<Lane, Thread> running = new ConcurrentHashMap<>();
  private volatile boolean open;

  private record Lane(Tenant tenant, String target) {}

  public Delivery(Outbox outbox, Outbox.Sending sending) {
    this.outbox = outbox;
    this.sending = sending;
    outbox.whenPut(this::wake);
  }

  /** From now on what is due is sent; a command that only looks never begins. */
  public void start() {
    open = true;
  }

  /** Sends what is due for the current tenant. */
  public void wake() {
    if (open) {
      outbox.due().stream()
          .filter(target -> !target.equals(Targets.BROWSER))
          .forEach(target -> begin(new Lane(Tenant.current(), target)));
    }
  }

  private void begin(Lane lane) {
    Thread thread =
        Thread.ofVirtual()
            .name("notices to " + lane.target())
            .unstarted(() -> lane.tenant().run(() -> run(lane)));
    if (running.putIfAbsent(lane, thread) == null) {
      thread.start();
    }
  }

  private void run(Lane lane) {
    boolean well = false;
    try {
      int _ = outbox.deliver(lane.target(), this::send);
      well = true;
    } catch (InterruptedException over) {
      LOG.debug("Notices to {} wait for the next start.", lane.target());
    } catch (RuntimeException broken) {
      LOG.warn("Notices to {} could not be sent; they are tried again.", lane.target(), broken);
    } finally {
      running.remove(lane);
    }
    // What came between the last look and now was not begun by who put it.
    if (well && open && outbox.due().contains(lane.target())) {
      begin(lane);
    }
  }

  private void send(String target, Notice notice) throws ExtensionException, InterruptedException {
    if (!open) {
      throw new InterruptedException("Peregrine is stopping.");
    }
    sending.send(target, notice);
  }

  /** Lets what is being sent end; what waits is sent after the next start. */
  @Override
  public void close() {
    open = false;
    for (Thread thread : running.values()) {
      try {
        if (!thread.join(LAST_WAIT)) {
          thread.interrupt();
        }
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
