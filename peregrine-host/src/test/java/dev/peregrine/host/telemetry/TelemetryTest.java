package dev.peregrine.host.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.platform.TestPostgres;
import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.storage.ServerDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one door to usage events. */
class TelemetryTest {

  private static final String ANNA = "6c1f3a52-3c7e-4a2f-9d1b-0f2b8f6e7a11";
  private static final String BEN = "0b9e2f60-8f4b-4f38-9a5f-0a1f4a3c2d22";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-12T08:00:00Z"));
  private ServerAddress address;
  private ServerDatabase database;
  private Telemetry telemetry;

  @BeforeEach
  void open() throws Exception {
    address = TestPostgres.fresh();
    database = TestPostgres.database(address, now::get);
    database.start();
    telemetry = new Telemetry(database, now::get);
  }

  @AfterEach
  void close() {
    telemetry.close();
    database.close();
  }

  private long stored() throws Exception {
    return TestPostgres.number(address, "SELECT count(*) FROM usage_events");
  }

  private void applied(String user) {
    telemetry.record(user, "peregrine", "job_applied", Map.of("from", "approved"));
  }

  @Test
  void nothingIsRecordedOfWhoNeverSaidAnything() throws Exception {
    applied(ANNA);
    telemetry.flush();
    assertThat(stored()).isZero();
    assertThat(telemetry.dropped()).isZero();
  }

  @Test
  void whatIsAllowedIsRecordedAndShownToThePersonAlone() throws Exception {
    telemetry.say(ANNA, false, true);
    applied(ANNA);
    applied(BEN);
    telemetry.flush();
    assertThat(telemetry.recorded(ANNA, Long.MAX_VALUE, 10))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.eventType()).isEqualTo("job_applied");
              assertThat(event.metadata()).isEqualTo("{\"from\": \"approved\"}");
              assertThat(event.occurredAt()).isEqualTo(now.get());
            });
    assertThat(telemetry.recorded(BEN, Long.MAX_VALUE, 10)).isEmpty();
    assertThat(telemetry.delete(ANNA)).isEqualTo(1);
    assertThat(stored()).isZero();
  }

  @Test
  void allDisabledWins() throws Exception {
    telemetry.say(ANNA, true, true);
    applied(ANNA);
    telemetry.flush();
    assertThat(telemetry.consent(ANNA).usageEvents()).isTrue();
    assertThat(telemetry.consent(ANNA).counts()).isFalse();
    assertThat(stored()).isZero();
  }

  @Test
  void consentCountsWhenItIsWrittenAndForNothingThatWasBefore() throws Exception {
    telemetry.say(ANNA, false, true);
    applied(ANNA);
    telemetry.say(ANNA, false, false);
    telemetry.flush();
    assertThat(stored()).as("withdrawn while it waited").isZero();

    applied(ANNA);
    now.updateAndGet(then -> then.plus(Duration.ofMinutes(1)));
    telemetry.say(ANNA, false, true);
    telemetry.flush();
    assertThat(stored()).as("given while it waited").isZero();
  }

  @Test
  void whatIsNotListedOrCouldBeOfThePersonIsLeftOutAndCounted() throws Exception {
    telemetry.say(ANNA, false, true);
    telemetry.record(ANNA, "peregrine", "mail_read", Map.of());
    telemetry.record(ANNA, "peregrine", "job_applied", Map.of("company", "bank"));
    telemetry.record(ANNA, "peregrine", "job_applied", Map.of("from", "Bankhaus Lau"));
    telemetry.record("../etc", "peregrine", "job_applied", Map.of());
    telemetry.flush();
    assertThat(stored()).isZero();
    assertThat(telemetry.dropped()).isEqualTo(4);
  }

  @Test
  void whoRecordsNeverWaitsHoweverMuchThereIs() throws Exception {
    telemetry.close();
    var full = new Telemetry(database, now::get, 3);
    for (int i = 0; i < 10; i++) {
      full.record(ANNA, "peregrine", "job_applied", Map.of());
    }
    assertThat(full.dropped()).isEqualTo(7);
    database.close();
    full.flush();
    assertThat(full.dropped()).as("nobody is there to write to").isEqualTo(10);
  }

  @Test
  void whatWaitsIsWrittenBehindTheCallersBack() throws Exception {
    telemetry.say(ANNA, false, true);
    telemetry.start();
    applied(ANNA);
    var written = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(
            () -> {
              while (telemetry.count(ANNA) == 0) {
                Thread.onSpinWait();
              }
              written.countDown();
            });
    assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatIsOldIsDeleted() throws Exception {
    telemetry.say(ANNA, false, true);
    applied(ANNA);
    telemetry.flush();
    now.updateAndGet(then -> then.plus(Duration.ofDays(401)));
    telemetry.tidy();
    assertThat(stored()).isZero();
  }
}
