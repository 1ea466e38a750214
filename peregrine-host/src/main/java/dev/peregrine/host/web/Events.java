package dev.peregrine.host.web;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.tenancy.Tenant;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells open pages which topics changed, by server-sent events that carry only the topic's name:
 * the page fetches the part it shows. A topic is told at most four times a second, however often it
 * changes, and the last change is always told.
 */
final class Events implements AutoCloseable {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration GAP = Duration.ofMillis(250);

  private final Live live;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();

  private final int most;

  /**
   * @param most how many pages of one tenant may listen at once; 0 for all
   */
  Events(Live live, int most) {
    this.live = live;
    this.most = most;
  }

  /**
   * Refuses a page more than may listen. A browser does not come back by itself then; the page
   * listens when it is looked at the next time.
   */
  void admit(Context context) {
    if (most > 0
        && context.req().getAttribute(FrontDoor.TENANT) instanceof Tenant tenant
        && lines.stream().filter(line -> line.isOf(tenant)).count() >= most) {
      context
          .status(HttpStatus.TOO_MANY_REQUESTS)
          .header("Retry-After", "60")
          .result(t("web.too-many-listen"))
          .skipRemainingHandlers();
    }
  }

  void open(SseClient client) {
    // Javalin runs this on another thread, where the request's tenant is not bound.
    if (!(client.ctx().req().getAttribute(FrontDoor.TENANT) instanceof Tenant tenant)) {
      throw new IllegalStateException("A request for events came without its tenant.");
    }
    client.keepAlive();
    var line = new Line(client, tenant);
    lines.add(line);
    line.listening = live.listen(tenant.id(), line::offer);
    // What changed between the drawing of the page and now would never be told.
    drawnAt(client).ifPresent(mark -> live.changedSince(tenant.id(), mark).forEach(line::offer));
    client.onClose(line::close);
    Thread.ofVirtual().name("events of " + tenant.id()).start(line);
  }

  private static OptionalLong drawnAt(SseClient client) {
    String since = client.ctx().queryParam("since");
    return since != null && since.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(since))
        : OptionalLong.empty();
  }

  long mark() {
    return live.mark();
  }

  int open() {
    return lines.size();
  }

  @Override
  public void close() {
    lines.forEach(Line::close);
  }

  private final class Line implements Runnable {

    private final SseClient client;
    private final Tenant tenant;
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();
    private AutoCloseable listening = () -> {};
    private volatile Thread thread = Thread.currentThread();

    Line(SseClient client, Tenant tenant) {
      this.client = client;
      this.tenant = tenant;
    }

    boolean isOf(Tenant somebody) {
      return tenant.equals(somebody);
    }

    void offer(String topic) {
      if (topic.equals(Live.OVER)) {
        close();
        return;
      }
      if (waiting.add(topic)) {
        queue.add(topic);
      }
    }

    @Override
    public void run() {
      thread = Thread.currentThread();
      try {
        client.sendComment("Peregrine");
        while (!closed.get() && !client.terminated()) {
          String topic = queue.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
          if (topic == null) {
            client.sendComment("still here");
          } else {
            // What changes again while these are told is told after the gap.
            var topics = new ArrayList<String>(List.of(topic));
            int _ = queue.drainTo(topics);
            topics.forEach(this::tell);
            Thread.sleep(GAP);
          }
        }
      } catch (InterruptedException over) {
        Thread.currentThread().interrupt();
      } finally {
        close();
      }
    }

    private void tell(String topic) {
      waiting.remove(topic);
      client.sendEvent(topic, "1");
    }

    void close() {
      if (closed.compareAndSet(false, true)) {
        lines.remove(this);
        try {
          listening.close();
        } catch (Exception listenersDoNotFail) {
          throw new IllegalStateException(listenersDoNotFail);
        }
        if (thread.isVirtual()) {
          thread.interrupt();
        }
        client.close();
      }
    }
  }
}
