package dev.peregrine.host.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.nodes.Holder;
import dev.peregrine.host.nodes.Leases;
import dev.peregrine.host.nodes.Terms;
import dev.peregrine.host.platform.TestPostgres;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One who works on and was replaced: a node stands still in the midst of a transaction for longer
 * than its lease lasts. Each node has a disk of its own, so no lock of a file helps.
 */
class FenceTest {

  private static final Duration LIFE = Duration.ofSeconds(16);
  private static final Migration NOTES =
      new Migration(
          1, "first", "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;");

  @TempDir Path folder;
  private Node one;
  private Node two;

  private final class Node implements AutoCloseable {
    final AtomicLong nanos = new AtomicLong();
    final Tenant tenant;
    final ServerDatabase server;
    final Leases leases;
    final Databases databases;

    Node(ServerAddress address, String name) {
      tenant = new Tenant("somebody", folder.resolve(name));
      server = TestPostgres.database(address, InstantSource.system());
      server.start();
      var terms = new Terms(Optional.of(URI.create("http://" + name)), LIFE);
      leases = new Leases(server, terms, nanos::get);
      leases.renew();
      Fence fence = file -> leases.check(tenant.id());
      databases =
          new Databases(
              List.of(NoteMapper.class),
              InstantSource.system(),
              Databases.Limits.usual(),
              FileFormat.plain(),
              fence,
              List.of(NOTES));
    }

    void note(String text, Runnable meanwhile) {
      tenant.run(
          () -> {
            var _ =
                databases
                    .current()
                    .write(
                        mappers -> {
                          mappers.of(NoteMapper.class).add(text);
                          meanwhile.run();
                          return true;
                        });
          });
    }

    List<String> notes() {
      return tenant.calling(
          () -> databases.current().read(mappers -> mappers.of(NoteMapper.class).all()));
    }

    @Override
    public void close() {
      databases.close();
      server.close();
    }
  }

  @BeforeEach
  void begin() throws Exception {
    ServerAddress address = TestPostgres.fresh();
    one = new Node(address, "one");
    two = new Node(address, "two");
    assertThat(one.leases.holder("somebody")).isEqualTo(new Holder.Here(true));
    this.address = address;
  }

  private ServerAddress address;

  @AfterEach
  void end() {
    one.close();
    two.close();
  }

  private void stoodStill() {
    one.nanos.addAndGet(LIFE.toNanos());
    try {
      TestPostgres.change(
          address,
          "UPDATE node SET expires_at = clock_timestamp() - interval '1 second' WHERE url = 'http://one'");
    } catch (java.sql.SQLException failed) {
      throw new AssertionError(failed);
    }
    assertThat(two.leases.holder("somebody")).isEqualTo(new Holder.Here(true));
    two.note("of the second", () -> {});
  }

  @Test
  void whatWasBegunBeforeAnotherTookOverIsTakenBack() {
    one.note("before", () -> {});
    // The other node is another program, so its work is not part of this one's.
    Runnable elsewhere = () -> CompletableFuture.runAsync(this::stoodStill).join();
    assertThatThrownBy(() -> one.note("begun too late", elsewhere))
        .isInstanceOf(FencedException.class)
        .hasMessageContaining("Another machine is taking over");
    assertThat(one.notes()).containsExactly("before");
    assertThat(two.notes()).containsExactly("of the second");
  }

  @Test
  void nothingIsBegunAfterwards() {
    stoodStill();
    assertThatThrownBy(() -> one.note("too late", () -> {})).isInstanceOf(FencedException.class);
    one.leases.renew();
    assertThatThrownBy(() -> one.note("too late", () -> {})).isInstanceOf(FencedException.class);
    two.note("on and on", () -> {});
    assertThat(one.notes()).isEmpty();
    assertThat(two.notes()).containsExactly("of the second", "on and on");
  }
}
