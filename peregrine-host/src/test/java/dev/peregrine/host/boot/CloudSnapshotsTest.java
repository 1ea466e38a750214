package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.platform.ErasureProof;
import dev.peregrine.host.platform.Erasures;
import dev.peregrine.host.platform.TestPostgres;
import dev.peregrine.host.programs.ApiTokens;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.snapshots.S3Server;
import dev.peregrine.host.snapshots.StoreAddress;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Browser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Peregrine for many whose disk is lost, from the pages to the object store and back. */
class CloudSnapshotsTest {

  private static final String BEN = "11111111-2222-4333-8444-555555555555";

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();
  private S3Server server;
  private Map<String, String> variables;

  @BeforeEach
  void begin() throws Exception {
    server = S3Server.running();
    StoreAddress address = S3Server.address(server.url(), server.bucket());
    variables =
        Map.of(
            "CLOUD_SNAPSHOT_S3_URL",
            server.url().toString(),
            "CLOUD_SNAPSHOT_S3_BUCKET",
            address.bucket(),
            "CLOUD_SNAPSHOT_S3_ACCESS_KEY",
            "access",
            "CLOUD_SNAPSHOT_S3_SECRET_KEY",
            "secret");
  }

  private Installation installation(Optional<String> tenant) {
    var environment = new HashMap<>(Cloud.environment(folder.resolve("people")));
    environment.putAll(variables);
    return Cloud.installation(folder, environment, () -> Cloud.NOW, tenant);
  }

  private Output output() {
    return new Output(new PrintWriter(said, true), new PrintWriter(said, true));
  }

  private int restore(Optional<String> tenant, boolean all, @Nullable Path into, int older) {
    return new CloudRestoreCommand().with(all, into, older).restore(installation(tenant), output());
  }

  private static void says(Cloud cloud, String user, String company) throws Exception {
    Cloud.Person person = cloud.person(user);
    assertThat(person.never(company, person.token()).statusCode()).isLessThan(400);
  }

  private void loseTheDisk() throws IOException {
    remove(folder.resolve("people"));
  }

  private static void remove(Path path) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @Test
  void peopleGoOnAfterTheDiskWasLost() throws Exception {
    try (var cloud = new Cloud(folder, variables)) {
      says(cloud, Tokens.ANN, "Kept by the command");
      says(cloud, BEN, "Of Ben");
      int exit = new CloudSnapshotCommand().ship(installation(Optional.empty()), output());
      assertThat(exit).as(said.toString()).isEqualTo(ExitCode.DONE);
      assertThat(said.toString()).contains("2 are being served", "2 people shipped");
      says(cloud, Tokens.ANN, "Kept at the end");
    }
    loseTheDisk();
    try (var cloud = new Cloud(folder, variables)) {
      assertThat(cloud.person(Tokens.ANN).never()).contains("Kept at the end");
      assertThat(cloud.person(BEN).never()).contains("Of Ben").doesNotContain("Kept at the end");
    }
  }

  @Test
  void whatSomebodyDeletedDoesNotComeBackFromElsewhere() throws Exception {
    try (var cloud = new Cloud(folder, variables)) {
      says(cloud, Tokens.ANN, "Deleted later");
      saves(cloud, Tokens.ANN, "A resume");
      int exit = new CloudSnapshotCommand().ship(installation(Optional.empty()), output());
      assertThat(exit).as(said.toString()).isEqualTo(ExitCode.DONE);
    }
    try (var cloud = new Cloud(folder, variables)) {
      Cloud.Person ann = cloud.person(Tokens.ANN);
      assertThat(ann.never()).contains("Deleted later");
      String words = Browser.encoded(Map.of("_token", ann.token(), "words", "delete everything"));
      assertThat(ann.post("/settings/backup/everything", words).statusCode()).isEqualTo(200);
      Deadline.until(() -> page(ann).contains("<main") && !page(ann).contains("Deleted later"));
      assertThat(resume(cloud, Tokens.ANN)).isEmpty();
    }
    loseTheDisk();
    try (var cloud = new Cloud(folder, variables)) {
      assertThat(cloud.person(Tokens.ANN).never()).doesNotContain("Deleted later");
      assertThat(resume(cloud, Tokens.ANN)).isEmpty();
    }
  }

  private static String page(Cloud.Person person) {
    try {
      return person.never();
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void saves(Cloud cloud, String user, String resume) throws Exception {
    var _ =
        new Tenant(user, cloud.folder(user))
            .call(() -> cloud.peregrine().resumes().save(resume, "one.txt"));
  }

  private static String resume(Cloud cloud, String user) throws Exception {
    return new Tenant(user, cloud.folder(user))
        .call(() -> cloud.peregrine().resumes().current().map(each -> each.text()).orElse(""));
  }

  @Test
  void aProgramIsLetInWhoseOwnerIsNotOnThisDisk() throws Exception {
    String token;
    try (var cloud = new Cloud(folder, variables)) {
      says(cloud, Tokens.ANN, "Acme");
      token = token(cloud);
    }
    loseTheDisk();
    try (var cloud = new Cloud(folder, variables)) {
      assertThat(
              cloud.nobody().get("/api/v1/jobs", "Authorization", "Bearer " + token).statusCode())
          .isNotEqualTo(401);
      assertThat(Files.exists(cloud.folder(BEN))).isFalse();
    }
  }

  private static String token(Cloud cloud) {
    var anna = new Tenant(Tokens.ANN, cloud.folder(Tokens.ANN));
    ApiTokens tokens = cloud.peregrine().connecting().tokens();
    return anna.calling(() -> tokens.create("script", Set.of(Scope.READ), Optional.empty()))
            instanceof ApiTokens.Making.Made made
        ? made.text()
        : "";
  }

  @Test
  void theDrillRestoresEverybodyAndSaysWhoIsMissing() throws Exception {
    try (var cloud = new Cloud(folder, variables)) {
      says(cloud, Tokens.ANN, "Acme");
      says(cloud, BEN, "Of Ben");
    }
    Process whole = drill();
    String text = new String(whole.getInputStream().readAllBytes());
    assertThat(whole.waitFor()).as(text).isZero();
    assertThat(text).contains("\"restored\":2", "\"without_snapshot\":[]", "rows in");

    Path nobodys = folder.resolve("people/0b9e2f60-8f4b-4f38-9a5f-0a1f4a3c2d22/peregrine/data");
    Files.createDirectories(nobodys);
    Files.createFile(nobodys.resolve("staging.db"));
    Process partly = drill();
    String missing = new String(partly.getInputStream().readAllBytes());
    assertThat(partly.waitFor()).as(missing).isEqualTo(ExitCode.PARTLY);
    assertThat(missing)
        .contains("\"without_snapshot\":[\"0b9e2f60-8f4b-4f38-9a5f-0a1f4a3c2d22\"]")
        .contains("nothing is kept of them");
    try (Stream<Path> left = Files.list(folder.resolve("drills"))) {
      assertThat(left).isEmpty();
    }
  }

  /** The script, over the program of this test. */
  private Process drill() throws IOException {
    Files.createDirectories(folder.resolve("drills"));
    Path program = folder.resolve("program");
    Files.writeString(
        program,
        """
        #!/bin/sh
        exec "%s" --enable-native-access=ALL-UNNAMED -Dperegrine.install="%s" -Dperegrine.root="%s" -Dperegrine.cwd="%s" -cp "%s" %s "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                folder.resolve("none"),
                folder,
                folder,
                System.getProperty("java.class.path")
                    + java.io.File.pathSeparator
                    + System.getProperty("jdk.module.path", ""),
                Main.class.getName()));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    var script =
        new ProcessBuilder(
            Path.of("..", "deploy", "restore-drill.sh").toAbsolutePath().toString(),
            folder.resolve("drills").toString());
    script.environment().putAll(Cloud.environment(folder.resolve("people")));
    script.environment().putAll(variables);
    script.environment().put("PEREGRINE_PROGRAM", program.toString());
    return script.redirectErrorStream(true).start();
  }

  @Test
  void oneIsPutBackToAnOlderSnapshotAndTheNewestIsNotTakenForNewer() throws Exception {
    try (var cloud = new Cloud(folder, variables)) {
      says(cloud, Tokens.ANN, "First");
    }
    try (var cloud = new Cloud(folder, variables)) {
      says(cloud, Tokens.ANN, "Second");
    }
    assertThat(restore(Optional.of(Tokens.ANN), false, null, 1))
        .as(said.toString())
        .isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve("people/" + Tokens.ANN + "/peregrine/data/backups/before-snapshot"))
        .exists();
    try (var cloud = new Cloud(folder, variables)) {
      assertThat(cloud.person(Tokens.ANN).never()).contains("First").doesNotContain("Second");
      assertThat(restore(Optional.of(Tokens.ANN), false, null, 0))
          .as("while they are served")
          .isEqualTo(ExitCode.PARTLY);
      assertThat(said.toString()).contains("another program keeps it locked");
    }
    assertThat(restore(Optional.of(BEN), false, null, 0)).isEqualTo(ExitCode.PARTLY);
    assertThat(restore(Optional.empty(), true, null, 0)).isEqualTo(ExitCode.DONE);
    assertThat(said.toString()).contains("is here already, left as it is");
    assertThatThrownBy(() -> restore(Optional.empty(), false, null, 0))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--tenant UUID, or --all");
  }

  @Test
  void whoIsDeletedIsDeletedThereTooAndTheProofCountsIt() throws Exception {
    var now = new AtomicReference<>(Cloud.NOW);
    ServerAddress postgres = TestPostgres.fresh();
    var all = new HashMap<>(variables);
    all.put(
        "PLATFORM_DB_URL",
        postgres.jdbc() + "?user=" + postgres.user() + "&password=" + postgres.password());
    try (var cloud = new Cloud(folder, all, now::get)) {
      says(cloud, Tokens.ANN, "Gone");
      says(cloud, BEN, "Stays");
      assertThat(new CloudSnapshotCommand().ship(installation(Optional.empty()), output()))
          .isEqualTo(ExitCode.DONE);
      Erasures erasures = cloud.mode.hosted().orElseThrow().erasures();
      Instant _ = erasures.plan(Tokens.ANN);
      now.updateAndGet(then -> then.plus(Erasures.DELAY).plus(Duration.ofMinutes(1)));
      erasures.finishDue();
      ErasureProof proof = erasures.proofs(Tokens.ANN).getFirst();
      assertThat(proof.parts())
          .filteredOn(part -> part.part().equals("snapshots"))
          .singleElement()
          .satisfies(part -> assertThat(part.files()).isPositive());
      assertThat(proof.text()).contains("snapshots: ");
    }
    try (var place = SnapshotPlace.of(installation(Optional.empty()))) {
      assertThat(place.snapshots().people()).isEqualTo(List.of(BEN));
    }
  }

  @Test
  void whatIsWrongWithThePlaceIsSaidAtTheStart() {
    assertThatThrownBy(
            () ->
                new Cloud(
                    folder,
                    Map.of(
                        "CLOUD_SNAPSHOT_S3_URL", "https://storage.example",
                        "CLOUD_SNAPSHOT_S3_SECRET_KEY", "hush-hush")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("CLOUD_SNAPSHOT_S3_BUCKET is missing")
        .hasMessageNotContaining("hush");
    assertThatThrownBy(
            () ->
                new Cloud(
                    folder,
                    Map.of(
                        "CLOUD_SNAPSHOT_S3_BUCKET", "Not A Bucket",
                        "CLOUD_SNAPSHOT_S3_PREFIX", "../x",
                        "CLOUD_SNAPSHOT_S3_ACCESS_KEY", "access",
                        "CLOUD_SNAPSHOT_MINUTES", "0")))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(
            "Not A Bucket", "../x", "belong together", "CLOUD_SNAPSHOT_MINUTES: \"0\"");
  }
}
