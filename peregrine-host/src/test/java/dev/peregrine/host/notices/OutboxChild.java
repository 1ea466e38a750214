package dev.peregrine.host.notices;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.TestHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/**
 * A program of its own that puts notices in and has them sent, each target into a file, and goes on
 * where it was killed. Arguments: folder, how many, targets.
 */
final class OutboxChild {

  private OutboxChild() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    int total = Integer.parseInt(args[1]);
    List<String> targets = List.of(args[2].split(","));
    try (var home = new TestHome(folder)) {
      var outbox = new Outbox(home.databases(), new Live(), home.clock());
      try (var delivery = new Delivery(outbox, (to, notice) -> write(folder, to, notice))) {
        delivery.start();
        home.run(delivery::wake);
        for (long next = home.with(() -> there(outbox, targets.getFirst())); next < total; next++) {
          Notice notice =
              Notice.of("n" + next, Event.OFFER_RECEIVED, Long.toString(next), "", home.now());
          home.run(() -> outbox.put(targets, notice, home.now()));
        }
        while (!home.with(outbox::waiting).isEmpty()) {
          Thread.sleep(5);
        }
      }
    }
    Files.createFile(folder.resolve("done"));
  }

  private static long there(Outbox outbox, String target) {
    return outbox.waiting().getOrDefault(target, 0L)
        + outbox.since(target, Instant.EPOCH).notices();
  }

  private static void write(Path folder, String target, Notice notice) {
    try {
      Files.writeString(
          folder.resolve(target + ".told"),
          notice.id() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
