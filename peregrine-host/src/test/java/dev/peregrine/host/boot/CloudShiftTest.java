package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.due.DueFiles;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudShiftTest {

  private static final Duration IDLE = Duration.ofMinutes(15);

  @TempDir private Path root;

  private Instant now = World.NOW;
  private final List<String> done = new ArrayList<>();
  private final Map<String, Instant> next = new HashMap<>();
  private final Set<String> going = new HashSet<>();

  private final class Program implements AutoCloseable {

    final Tenants tenants = new Tenants(() -> now);
    final CloudFolders folders = new CloudFolders(root, new byte[] {1});
    final DueFiles dues = new DueFiles(folders::forEach, tenants::arrive, () -> now, new Random(1));
    final CloudShift shift =
        new CloudShift(
            dues,
            IDLE,
            new Rota(
                tenants,
                () -> done.contains("works " + Tenant.current().id()),
                () -> Optional.ofNullable(next.get(Tenant.current().id()))),
            tenant -> !going.contains(tenant.id()),
            () -> now);

    Program() {
      tenants.atArrival(arrived -> done.add("begin " + arrived.id()));
      tenants.atLeaving(left -> done.add("end " + left.id()));
      dues.read();
    }

    Tenant visit(String user) {
      Tenant tenant = folders.tenant(user);
      folders.make(tenant);
      tenants.arrive(tenant);
      return tenant;
    }

    void look() {
      dues.look();
      shift.look();
    }

    @Override
    public void close() {
      shift.close();
    }
  }

  @Test
  void whoDoesNothingLeavesAndIsFetchedWhenTheirNextThingIsDue() {
    try (var program = new Program()) {
      Tenant ann = program.visit(Tokens.ANN);
      Tenant bob = program.visit(Tokens.BOB);
      next.put(Tokens.ANN, now.plus(Duration.ofHours(3)));
      program.look();
      assertThat(program.tenants.present()).containsExactly(ann, bob);

      now = now.plus(IDLE);
      program.look();
      assertThat(program.tenants.present()).isEmpty();
      assertThat(program.dues.waiting()).as("for Bob nothing recurs").isEqualTo(1);

      now = now.plus(Duration.ofHours(2));
      program.look();
      assertThat(program.tenants.present()).isEmpty();
      now = now.plus(Duration.ofHours(1));
      done.clear();
      program.look();
      assertThat(done).containsExactly("begin " + Tokens.ANN);
      assertThat(program.tenants.present()).containsExactly(ann);
    }
  }

  @Test
  void whoseWorkRunsStays() {
    try (var program = new Program()) {
      Tenant ann = program.visit(Tokens.ANN);
      done.add("works " + Tokens.ANN);
      now = now.plus(IDLE.multipliedBy(3));
      program.look();
      assertThat(program.tenants.present()).containsExactly(ann);
      done.clear();
      program.look();
      assertThat(program.tenants.present()).isEmpty();
    }
  }

  @Test
  void afterARestartNobodyIsForgottenAndNobodysDatabaseIsOpened() throws Exception {
    next.put(Tokens.ANN, now.plus(Duration.ofHours(3)));
    next.put(Tokens.BOB, now.plus(Duration.ofMinutes(20)));
    try (var program = new Program()) {
      program.visit(Tokens.ANN);
      program.visit(Tokens.BOB);
      now = now.plus(IDLE);
      program.look();
    }
    done.clear();
    now = now.plus(Duration.ofHours(1));
    Path broken = root.resolve(Tokens.BOB).resolve("peregrine/data").resolve(DueFiles.FILE);
    assertThat(broken).content().startsWith("2026-");
    Files.createDirectories(root.resolve("not-a-person/peregrine/data"));
    try (var program = new Program()) {
      program.look();
      assertThat(done).as("who is overdue is fetched within ten minutes, not at once").isEmpty();
      now = now.plus(Duration.ofMinutes(10));
      program.look();
      assertThat(done).containsExactly("begin " + Tokens.BOB);
      now = now.plus(Duration.ofHours(2));
      program.look();
      assertThat(done).contains("begin " + Tokens.ANN);
    }
  }

  @Test
  void whoWasHereMeanwhileIsFetchedAtTheNewMomentOnly() {
    try (var program = new Program()) {
      program.visit(Tokens.ANN);
      next.put(Tokens.ANN, now.plus(Duration.ofHours(1)));
      now = now.plus(IDLE);
      program.look();
      program.visit(Tokens.ANN);
      next.put(Tokens.ANN, now.plus(Duration.ofHours(5)));
      now = now.plus(IDLE);
      program.look();
      done.clear();
      now = now.plus(Duration.ofHours(1));
      program.look();
      assertThat(done).isEmpty();
      now = now.plus(Duration.ofHours(4));
      program.look();
      assertThat(done).containsExactly("begin " + Tokens.ANN);
    }
  }

  @Test
  void whoWasHereForTheFirstTimeWhenTheProgramDiedIsLookedForAfterwards() {
    try (var program = new Program()) {
      program.visit(Tokens.ANN);
      program.visit(Tokens.BOB);
      now = now.plus(IDLE);
      program.look();
      program.visit(Tokens.ANN);
    }
    done.clear();
    try (var program = new Program()) {
      now = now.plus(Duration.ofMinutes(10));
      program.look();
      assertThat(done).as("for Bob nothing recurred").containsExactly("begin " + Tokens.ANN);
    }
  }

  @Test
  void nothingIsOpenedOrWrittenOfWhoIsBeingDeleted() {
    try (var program = new Program()) {
      Tenant ann = program.visit(Tokens.ANN);
      next.put(Tokens.ANN, now.plus(Duration.ofHours(3)));
      going.add(Tokens.ANN);
      program.tenants.leave(ann);
      assertThat(program.dues.waiting()).isZero();
    }
  }

  @Test
  void aNoteThatWasCutOffCountsAsDue() throws Exception {
    Path data = Files.createDirectories(root.resolve(Tokens.ANN).resolve("peregrine/data"));
    Files.writeString(data.resolve(DueFiles.FILE), "2026-0");
    try (var program = new Program()) {
      now = now.plus(Duration.ofMinutes(10));
      program.look();
      assertThat(done).containsExactly("begin " + Tokens.ANN);
    }
  }

  @Test
  void thousandsAtOnceComeOneAfterTheOther() {
    try (var program = new Program()) {
      for (int i = 0; i < 1_000; i++) {
        String user = new UUID(i + 1L, i + 1L).toString();
        next.put(user, now.plus(Duration.ofHours(3)));
        program.visit(user);
      }
      now = now.plus(IDLE);
      program.look();
      assertThat(program.dues.waiting()).isEqualTo(1_000);
      now = now.plus(Duration.ofHours(3));
      program.look();
      assertThat(program.tenants.present()).hasSize(DueFiles.AT_ONCE);
      program.look();
      assertThat(program.tenants.present()).hasSize(2 * DueFiles.AT_ONCE);
    }
  }
}
