package dev.peregrine.host.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.telemetry.Telemetry;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tiers.Tier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who leaves: nothing stays but the proof. */
class ErasureTest {

  private static final String ANNA = "6c1f3a52-3c7e-4a2f-9d1b-0f2b8f6e7a11";
  private static final String BEN = "0b9e2f60-8f4b-4f38-9a5f-0a1f4a3c2d22";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-12T08:00:00Z"));
  private final List<String> left = new ArrayList<>();

  @TempDir Path root;
  private ServerAddress address;
  private ServerDatabase database;
  private Standings standings;
  private Telemetry telemetry;
  private Erasures erasures;

  @BeforeEach
  void open() throws Exception {
    address = TestPostgres.fresh();
    database = TestPostgres.database(address, now::get);
    database.start();
    standings = new Standings(database, now::get);
    telemetry = new Telemetry(database, now::get);
    erasures =
        new Erasures(
            database,
            standings,
            this::tenant,
            tenant -> left.add(tenant.id()),
            UUID::randomUUID,
            now::get);
    for (String user : List.of(ANNA, BEN)) {
      Files.createDirectories(tenant(user).data().resolve("documents"));
      Files.createDirectories(tenant(user).config());
      Files.writeString(tenant(user).data().resolve("staging.db"), "secret plans of " + user);
      Files.writeString(tenant(user).data().resolve("documents/a.pdf"), "a letter");
      Files.writeString(tenant(user).config().resolve("searches.yaml"), "profiles: []");
      standings.subscribe(user, Tier.PREMIUM, null);
      telemetry.say(user, false, true);
      telemetry.record(user, "peregrine", "job_applied", Map.of());
      TestPostgres.change(
          address,
          "INSERT INTO due (task_name, task_instance, execution_time, picked, version) VALUES ('due', '%s', now(), false, 1)"
              .formatted(user));
    }
    new SupportAccess(database, standings, now::get).grant(ANNA, 4, "T-1");
    telemetry.close();
  }

  @AfterEach
  void close() {
    standings.close();
    database.close();
  }

  private Tenant tenant(String user) {
    return new Tenant(user, root.resolve(user).resolve("peregrine"));
  }

  private void later(Duration time) {
    now.updateAndGet(then -> then.plus(time));
  }

  @Test
  void nothingGoesBeforeItsTimeAndWhoThinksBetterOfItKeepsEverything() throws Exception {
    erasures.plan(ANNA);
    later(Erasures.DELAY.minusSeconds(1));
    erasures.finishDue();
    assertThat(tenant(ANNA).data().resolve("staging.db")).exists();
    assertThat(erasures.keep(ANNA)).isTrue();
    later(Duration.ofDays(30));
    erasures.finishDue();
    assertThat(tenant(ANNA).data().resolve("staging.db")).exists();
    assertThat(erasures.proofs(ANNA)).isEmpty();
    assertThat(left).isEmpty();
  }

  @Test
  void everythingOfThePersonGoesAndNothingOfAnybodyElse() throws Exception {
    erasures.plan(ANNA);
    later(Erasures.DELAY);
    erasures.finishDue();
    assertThat(left).containsExactly(ANNA);
    assertThat(root.resolve(ANNA)).doesNotExist();
    assertThat(tenant(BEN).data().resolve("staging.db")).exists();
    assertThat(TestPostgres.number(address, "SELECT count(*) FROM due")).isEqualTo(1);
    assertThat(erasures.proofs(ANNA).getFirst().rows()).containsEntry("due", 1);
    for (String table :
        List.of("subscriptions", "telemetry_consent", "usage_events", "support_access_grants")) {
      assertThat(
              TestPostgres.number(
                  address, "SELECT count(*) FROM %s WHERE user_id = '%s'".formatted(table, ANNA)))
          .as(table)
          .isZero();
    }
    assertThat(TestPostgres.number(address, "SELECT count(*) FROM subscriptions")).isEqualTo(1);
    assertThat(TestPostgres.number(address, "SELECT count(*) FROM usage_events")).isEqualTo(1);
  }

  @Test
  void theProofSaysWhatWentAndHoldsNothingOfIt() {
    erasures.plan(ANNA);
    later(Erasures.DELAY);
    erasures.finishDue();
    ErasureProof proof = erasures.proofs(ANNA).getFirst();
    assertThat(proof.parts()).extracting(ErasureProof.Part::part).containsExactly("config", "data");
    assertThat(proof.parts()).extracting(ErasureProof.Part::files).containsExactly(1L, 2L);
    assertThat(proof.rows())
        .containsEntry("subscriptions", 1)
        .containsEntry("usage_events", 1)
        .containsEntry("support_access_grants", 1);
    String text = proof.text();
    String[] halves = text.split("SHA-256 of the text above: ");
    assertThat(halves[1].strip()).isEqualTo(ErasureProof.sha256(halves[0]));
    assertThat(text)
        .contains("data: 2 files")
        .contains(proof.id())
        .doesNotContain(ANNA)
        .doesNotContain("secret plans")
        .doesNotContain("a.pdf");
    assertThat(erasures.proofs(BEN)).isEmpty();
  }

  @Test
  void oneThatWasInterruptedGoesOnWithWhatWasCountedBefore() throws Exception {
    erasures.plan(ANNA);
    later(Erasures.DELAY);
    TestPostgres.change(address, "ALTER TABLE subscriptions RENAME TO elsewhere");
    erasures.finishDue();
    assertThat(root.resolve(ANNA)).as("the files went").doesNotExist();
    assertThat(erasures.isGoing(ANNA)).as("nobody opens anything meanwhile").isTrue();
    assertThat(erasures.hasBegun(ANNA)).as("another program knows it too").isTrue();
    assertThat(erasures.hasBegun(BEN)).isFalse();
    assertThat(erasures.proofs(ANNA)).isEmpty();
    assertThat(erasures.keep(ANNA)).as("too late").isFalse();

    TestPostgres.change(address, "ALTER TABLE elsewhere RENAME TO subscriptions");
    later(Duration.ofHours(1));
    erasures.finishDue();
    assertThat(erasures.isGoing(ANNA)).isFalse();
    assertThat(erasures.proofs(ANNA).getFirst().parts())
        .extracting(ErasureProof.Part::files)
        .containsExactly(1L, 2L);
    assertThat(TestPostgres.number(address, "SELECT count(*) FROM subscriptions")).isEqualTo(1);
  }

  @Test
  void aLinkGoesAndWhatItLeadsToStays() throws Exception {
    Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("of-others.txt"), "stays");
    Files.createSymbolicLink(tenant(ANNA).data().resolve("link"), elsewhere);
    erasures.plan(ANNA);
    later(Erasures.DELAY);
    erasures.finishDue();
    assertThat(root.resolve(ANNA)).doesNotExist();
    assertThat(elsewhere.resolve("of-others.txt")).exists();
  }
}
