package dev.peregrine.host.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.storage.DatabaseFiles;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.FileFormat;
import dev.peregrine.host.storage.ServerSecrets;
import dev.peregrine.host.storage.TenantKeys;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a database that only its server can open. */
final class EncryptedBackupTest {

  private static final String SECRET = "a secret of tests that is long enough";

  @TempDir Path folder;

  @Test
  void oneToTakeAlongIsForEveryPeregrineAndAnyOtherForItsServerAlone() throws Exception {
    Path own = folder.resolve("own.zip");
    Path portable = folder.resolve("portable.zip");
    try (var databases = databases(SECRET)) {
      var person = new Tenant("anna", folder.resolve("people/anna"));
      person.run(
          () -> {
            new Jobs(databases, new Live(), BackupHome.CLOCK).store(BackupHome.found(0, 30));
            Backups backups = backups(databases, person);
            backups.make(own, BackupPlan.usual(), List.of(), Progress.SILENT);
            backups.make(
                portable,
                new BackupPlan(Optional.empty(), false, true),
                List.of(),
                Progress.SILENT);
          });
      assertThat(names(own)).containsExactlyInAnyOrder("data/staging.db", "manifest.json");
      assertThat(begins(own)).isEqualTo("PGN");
      assertThat(begins(portable)).isEqualTo("SQL");
    }
    var elsewhere = new BackupHome(folder.resolve("elsewhere"));
    assertThatThrownBy(() -> elsewhere.restore(own))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("is encrypted by the server on which it was made")
        .hasMessageContaining("a backup to take along");
    elsewhere.restore(portable);
    assertThat(elsewhere.jobs()).isEqualTo(30);
  }

  @Test
  void bothComeBackEncryptedOnTheServer() {
    Path own = folder.resolve("own.zip");
    Path portable = folder.resolve("portable.zip");
    try (var databases = databases(SECRET)) {
      var person = new Tenant("anna", folder.resolve("people/anna"));
      person.run(
          () -> {
            var jobs = new Jobs(databases, new Live(), BackupHome.CLOCK);
            Backups backups = backups(databases, person);
            jobs.store(BackupHome.found(0, 30));
            backups.make(own, BackupPlan.usual(), List.of(), Progress.SILENT);
            jobs.store(BackupHome.found(30, 40));
            backups.make(
                portable,
                new BackupPlan(Optional.empty(), false, true),
                List.of(),
                Progress.SILENT);
            assertThat(backups.look(own, Optional.empty()).jobsNow()).isEqualTo(40);
            assertThat(restored(databases, backups, own)).isEqualTo(30);
            assertThat(restored(databases, backups, portable)).isEqualTo(40);
          });
    }
  }

  /** How many jobs there are after it. */
  private static long restored(Databases databases, Backups backups, Path backup) {
    backups.prepare(backup, Optional.empty(), Progress.SILENT);
    // As a restart does, but for nobody else.
    var _ = databases.whileClosed(backups::apply);
    Path file = Tenant.current().data().resolve("staging.db");
    try (var in = Files.newInputStream(file)) {
      assertThat(new String(in.readNBytes(3), StandardCharsets.US_ASCII)).isEqualTo("PGN");
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
    return new DatabaseFiles(BackupHome.CLOCK, databases).rows(file, "jobs");
  }

  private Databases databases(String secret) {
    var mappers = new ArrayList<Class<?>>(Jobs.mappers());
    mappers.addAll(Tasks.mappers());
    mappers.addAll(ExtensionSettings.mappers());
    var keys = new TenantKeys(folder.resolve("people"), ServerSecrets.of(secret));
    return new Databases(
        mappers,
        BackupHome.CLOCK,
        Databases.Limits.usual(),
        FileFormat.encrypted(Path.of("..", "sqlcipher-driver", "target", "driver"), keys));
  }

  private static Backups backups(Databases databases, Tenant tenant) {
    return new Backups(
        tenant.home(), new DatabaseFiles(BackupHome.CLOCK, databases), "1.2.3", BackupHome.CLOCK);
  }

  private static List<String> names(Path zip) throws IOException {
    try (var file = new java.util.zip.ZipFile(zip.toFile())) {
      return file.stream().map(java.util.zip.ZipEntry::getName).toList();
    }
  }

  private static String begins(Path zip) throws IOException {
    try (var file = new java.util.zip.ZipFile(zip.toFile());
        var in = file.getInputStream(file.getEntry("data/staging.db"))) {
      return new String(in.readNBytes(3), StandardCharsets.US_ASCII);
    }
  }
}
