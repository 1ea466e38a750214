package dev.peregrine.host.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Names to addresses, on platform threads: a lookup is native code that holds the carrier of a
 * virtual thread, and a dead name server would stop every virtual thread of the program.
 */
final class Lookups implements Dns, AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final ExecutorService threads =
      Executors.newFixedThreadPool(8, Thread.ofPlatform().daemon().name("lookup-", 0).factory());

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    Future<List<InetAddress>> answer = threads.submit(() -> Dns.SYSTEM.lookup(host));
    try {
      return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      answer.cancel(true);
      throw unknown(host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host, e);
    }
  }

  private static UnknownHostException unknown(String host, Exception cause) {
    var unknown = new UnknownHostException(host);
    unknown.initCause(cause);
    return unknown;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
