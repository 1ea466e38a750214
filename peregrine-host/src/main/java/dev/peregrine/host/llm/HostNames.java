package dev.peregrine.host.llm;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names as addresses, without ever waiting: a page that says what leaves the machine must not hang
 * for a slow name server. A name counts as unknown until its answer is there.
 */
final class HostNames {

  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int MOST = 200;

  private record Known(List<InetAddress> addresses, Instant at) {}

  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  HostNames(InstantSource clock) {
    this.clock = clock;
  }

  List<InetAddress> addresses(String host) {
    Known now = known.get(host);
    if (now == null || now.at().plus(KEPT).isBefore(clock.instant())) {
      lookUp(host, now == null ? List.of() : now.addresses());
    }
    return now == null ? List.of() : now.addresses();
  }

  private void lookUp(String host, List<InetAddress> before) {
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(host, new Known(before, clock.instant()));
    Thread.ofVirtual()
        .name("names")
        .start(
            () -> {
              try {
                List<InetAddress> found = List.of(InetAddress.getAllByName(host));
                known.put(host, new Known(found, clock.instant()));
              } catch (UnknownHostException none) {
                known.put(host, new Known(List.of(), clock.instant()));
              }
            });
  }
}
