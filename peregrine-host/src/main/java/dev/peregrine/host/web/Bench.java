package dev.peregrine.host.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where those sit who asked too often, until they are told so: whoever asks again as soon as they
 * are answered is slowed by it, and sitting needs no thread. Some may sit here for each and some
 * for all; who finds no seat is told at once, and their connection ends.
 */
final class Bench {

  private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

  /** How long one sits. */
  private static final Duration A_WHILE = Duration.ofSeconds(1);

  /** A browser has six connections, and a server in front some dozens. */
  private static final int SEATS_FOR_ONE = 64;

  private static final int SEATS = 1_000;

  private final Duration time;
  private final Semaphore free = new Semaphore(SEATS);
  private final Map<String, Integer> sitting = new ConcurrentHashMap<>();

  /** What is said in the end. */
  @FunctionalInterface
  interface Word {
    void say(HttpServletResponse answer) throws IOException;
  }

  Bench() {
    this(A_WHILE);
  }

  /**
   * @param time how long one sits
   */
  Bench(Duration time) {
    this.time = time;
  }

  /**
   * Has somebody wait for what is said to them.
   *
   * @param who has the seats of one
   */
  void sit(String who, HttpServletRequest asked, HttpServletResponse answer, Word word)
      throws IOException {
    if (!asked.isAsyncSupported() || asked.isAsyncStarted() || !seated(who)) {
      answer.setHeader("Connection", "close");
      word.say(answer);
      return;
    }
    AsyncContext until = asked.startAsync(asked, answer);
    until.addListener(new Call(who, until, answer, word));
    until.setTimeout(time.toMillis());
  }

  /** How many sit here. */
  int sitting() {
    return SEATS - free.availablePermits();
  }

  private boolean seated(String who) {
    if (!free.tryAcquire()) {
      return false;
    }
    // Whoever comes when all seats of one are taken is counted for a moment, too.
    if (sitting.merge(who, 1, Integer::sum) > SEATS_FOR_ONE) {
      stand(who);
      return false;
    }
    return true;
  }

  private void stand(String who) {
    sitting.computeIfPresent(who, (key, seats) -> seats == 1 ? null : seats - 1);
    free.release();
  }

  /** The server calls when the time is over, on a thread of its own. */
  private final class Call implements AsyncListener {

    private final String who;
    private final AsyncContext until;
    private final HttpServletResponse answer;
    private final Word word;

    Call(String who, AsyncContext until, HttpServletResponse answer, Word word) {
      this.who = who;
      this.until = until;
      this.answer = answer;
      this.word = word;
    }

    @Override
    public void onTimeout(AsyncEvent over) {
      try {
        word.say(answer);
      } catch (IOException gone) {
        LOG.debug("Nobody waited any more to be told", gone);
      } finally {
        until.complete();
      }
    }

    @Override
    public void onComplete(AsyncEvent over) {
      stand(who);
    }

    @Override
    public void onError(AsyncEvent broken) {
      LOG.debug("Somebody left while they sat", broken.getThrowable());
    }

    @Override
    public void onStartAsync(AsyncEvent begun) {
      // Nothing else begins meanwhile.
    }
  }
}
