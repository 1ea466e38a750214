package dev.peregrine.host.boot;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says what is being done, once it has taken a second. */
final class Slowly implements AutoCloseable {

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile String step = "";

  Slowly(Output output) {
    Thread.ofVirtual().start(() -> tell(output));
  }

  void step(String now) {
    step = now;
  }

  private void tell(Output output) {
    try {
      String said = "";
      while (!done.await(1, TimeUnit.SECONDS)) {
        if (!step.equals(said)) {
          said = step;
          output.message(said + " …");
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
