package dev.peregrine.host.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.telemetry.Telemetry;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tiers.Entitlement;
import dev.peregrine.host.tiers.Tier;
import dev.peregrine.host.tiers.TierSource;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the service that stops, comes back, or is not there at the start. */
class PlatformAwayTest {

  private static final String USER = "6c1f3a52-3c7e-4a2f-9d1b-0f2b8f6e7a11";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-12T08:00:00Z"));

  @TempDir Path folder;

  @Test
  void theTierStaysForADayWhileTheDatabaseIsAwayAndIsRightAgainAfterwards() throws Exception {
    try (var postgres = new TestPostgres(folder.resolve("pg"));
        var database = TestPostgres.database(postgres.address(), now::get);
        var standings = new Standings(database, now::get);
        var telemetry = new Telemetry(database, now::get)) {
      database.start();
      standings.subscribe(USER, Tier.PAID, null);
      assertThat(tier(standings)).isEqualTo("paid");

      postgres.stop();
      database.look();
      assertThat(database.awaySince()).contains(now.get());
      now.updateAndGet(then -> then.plus(Duration.ofHours(23)));
      assertThat(tier(standings)).isEqualTo("paid");
      telemetry.record(USER, "peregrine", "job_applied", Map.of());
      assertThatThrownBy(() -> telemetry.consent(USER))
          .isInstanceOf(ServerAwayException.class)
          .hasMessageContaining("cannot be reached at the moment");
      now.updateAndGet(then -> then.plus(Duration.ofHours(2)));
      assertThat(tier(standings)).isEqualTo("free");

      postgres.startAgain();
      TestPostgres.awaitBack(database);
      assertThat(database.awaySince()).isEmpty();
      standings.readNow(USER);
      assertThat(tier(standings)).isEqualTo("paid");
      assertThat(telemetry.consent(USER).counts()).isFalse();
    }
  }

  @Test
  void nobodyWaitsAtTheStartForADatabaseThatIsNotThere() throws Exception {
    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    ServerAddress nowhere =
        ServerAddress.parse("postgresql://someone:secret@localhost:%d/platform".formatted(closed));
    try (var database = TestPostgres.database(nowhere, now::get);
        var standings = new Standings(database, now::get)) {
      database.start();
      assertThat(database.wasThere()).isFalse();
      assertThat(tier(standings)).isEqualTo("free");
      standings.readNow(USER);
      assertThat(tier(standings)).isEqualTo("free");
    }
  }

  @Test
  void addressesAreReadAsServicesWriteThemAndThePasswordIsNeverSaid() {
    assertThat(ServerAddress.parse("jdbc:postgresql://db:5433/plat?user=a&password=b%26c&ssl=true"))
        .isEqualTo(new ServerAddress("jdbc:postgresql://db:5433/plat?ssl=true", "a", "b&c"));
    assertThat(ServerAddress.parse("postgres://me:p%40ss@db/plat"))
        .isEqualTo(new ServerAddress("jdbc:postgresql://db/plat", "me", "p@ss"))
        .hasToString("jdbc:postgresql://db/plat");
    assertThatThrownBy(() -> ServerAddress.parse("mysql://me:secret@db/plat"))
        .hasMessageContaining("postgresql://")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> ServerAddress.parse("postgresql://me:sec ret@db/plat"))
        .hasMessageNotContaining("sec ret");
  }

  private static String tier(Standings standings) {
    Optional<TierSource.Granted> granted =
        new Tenant(USER, Path.of("nowhere")).calling(standings::granted);
    assertThat(granted.orElseThrow().origin()).isEqualTo(Entitlement.Origin.SUBSCRIPTION);
    return granted.orElseThrow().tier();
  }
}
