package dev.peregrine.host.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.storage.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restoring: all of it or nothing, whatever happens in between, and back again. */
class RestoreTest {

  @TempDir Path folder;
  private BackupHome home;
  private Path backup;

  @BeforeEach
  void backUpAndGoOn() throws Exception {
    home = BackupHome.filled(folder.resolve("home"));
    backup = home.backup();
    home.store(100, 110);
    home.write("config/search_profiles.yaml", "profiles: [later]\n");
    home.write("config/blocklist.yaml", "companies: []\n");
    Files.delete(home.path.resolve("data/documents/letters/Brief an Käthe.txt"));
  }

  @Test
  void whatWasBackedUpIsThereAgain() throws Exception {
    home.restore(backup);
    assertThat(home.jobs()).isEqualTo(40);
    assertThat(home.read("config/search_profiles.yaml")).isEqualTo("profiles: []\n");
    assertThat(home.read("data/documents/letters/Brief an Käthe.txt")).contains("Harms");
    assertThat(home.path.resolve("config/blocklist.yaml")).doesNotExist();
    assertThat(home.path.resolve("data/restoring")).doesNotExist();
    assertThat(home.path.resolve("config/search_profiles.yaml.example")).exists();
  }

  @Test
  void theDatabaseFromBeforeAnUpgradeComesBackAloneAndCanBeTakenBack() throws Exception {
    Path snapshot = home.path.resolve("data/backups/before-V006-1770000000000.db");
    Files.createDirectories(snapshot.getParent());
    home.files.copy(home.path.resolve("data/staging.db"), snapshot);
    home.store(200, 230);
    assertThat(home.jobs()).isEqualTo(80);
    DryRun run = home.backups().look(snapshot, Optional.empty());
    assertThat(run.jobs()).isEqualTo(50);
    assertThat(run.jobsNow()).isEqualTo(80);
    assertThat(run.paths(DryRun.Kind.REPLACE)).containsExactly("data/staging.db");

    home.restore(snapshot);
    assertThat(home.jobs()).isEqualTo(50);
    assertThat(home.read("config/search_profiles.yaml")).isEqualTo("profiles: [later]\n");
    assertThat(home.read("data/secrets.key")).isEqualTo(BackupHome.SECRET);
    assertThat(snapshot).exists();
    StoredBackup aside =
        home.backups().all().stream()
            .filter(each -> each.kind() == StoredBackup.Kind.BEFORE_RESTORE)
            .findFirst()
            .orElseThrow();
    home.restore(home.backups().named(aside.name()));
    assertThat(home.jobs()).isEqualTo(80);
  }

  @Test
  void aDamagedDatabaseFromBeforeAnUpgradeTouchesNothing() throws Exception {
    Path snapshot = home.path.resolve("data/backups/before-V006-1770000000001.db");
    Files.createDirectories(snapshot.getParent());
    Files.writeString(snapshot, "no database at all");
    assertThatThrownBy(() -> home.backups().prepare(snapshot, Optional.empty(), Progress.SILENT))
        .isInstanceOf(BackupException.class);
    assertThat(home.backups().isPrepared()).isFalse();
    assertThat(home.path.resolve("data/restoring")).doesNotExist();
  }

  @Test
  void anotherMachineGetsTheSameState() throws Exception {
    var other = new BackupHome(folder.resolve("other"));
    other.restore(backup);
    other.restore(other.backup());
    home.restore(backup);
    var here = home.state();
    here.keySet().removeIf(name -> name.startsWith("plugins/") || name.contains("secrets"));
    here.keySet().removeIf(name -> name.contains("answers") || name.contains("network"));
    here.remove("config/search_profiles.yaml.example");
    assertThat(other.state()).isEqualTo(here);
  }

  @Test
  void secretsOfThisMachineStayWhenTheBackupHasNone() throws Exception {
    home.sql("UPDATE extension_settings SET value = 'newer-key' WHERE secret = 1");
    home.restore(backup);
    assertThat(home.one("SELECT value FROM extension_settings WHERE secret = 1"))
        .isEqualTo("newer-key");
    assertThat(home.read("data/secrets.key")).isEqualTo(BackupHome.SECRET);
    assertThat(home.read("config/network.yaml")).contains(BackupHome.PROXY_PASSWORD);
  }

  @Test
  void secretsOfTheBackupReplaceThoseOfThisMachine() throws Exception {
    Passphrase phrase = Passphrase.forNew("correct horse battery");
    Path file = folder.resolve("locked.zip");
    home.backups()
        .make(file, new BackupPlan(Optional.of(phrase), true), List.of(), Progress.SILENT);
    var other = new BackupHome(folder.resolve("other"));
    other.write("data/secrets.key", "another");
    other.backups().prepare(file, Optional.of(phrase), Progress.SILENT);
    other.backups().apply();
    assertThat(other.read("data/secrets.key")).isEqualTo(BackupHome.SECRET);
    assertThat(other.one("SELECT value FROM extension_settings WHERE secret = 1"))
        .isEqualTo(BackupHome.SECRET);
    assertThat(other.path.resolve("plugins/board-mine-1.0.0.jar")).exists();
  }

  @Test
  void sealedSecretsTravelAsValuesAndAreSealedAnew() throws Exception {
    home.write("data/secrets.sealed", "opens with this machine's key only");
    Optional<Passphrase> phrase = Optional.of(Passphrase.forNew("correct horse battery"));
    Map<String, String> values = Map.of("board:adzuna/key", BackupHome.SECRET);
    Path file = folder.resolve("locked.zip");
    home.backups().make(file, new BackupPlan(phrase, false), List.of(), values, Progress.SILENT);
    var other = new BackupHome(folder.resolve("other"));
    other.write("data/secrets.sealed", "of the other machine");
    other.backups().prepare(file, phrase, Progress.SILENT);
    other.backups().apply();
    assertThat(other.path.resolve("data/secrets.sealed")).doesNotExist();
    var sealed = new TreeMap<String, String>();
    other.backups().handOverSecrets(sealed::putAll);
    assertThat(sealed).isEqualTo(values);
    assertThat(other.path.resolve("data/secrets.json")).doesNotExist();
    Path plain = folder.resolve("plain.zip");
    home.backups().make(plain, BackupPlan.usual(), List.of(), values, Progress.SILENT);
    assertThat(new String(Files.readAllBytes(plain), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("secrets.json");
  }

  @Test
  void whatWasThereBeforeComesBack() throws Exception {
    TreeMap<String, String> before = home.state();
    home.restore(backup);
    String aside =
        home.backups().all().stream()
            .filter(each -> each.kind() == StoredBackup.Kind.BEFORE_RESTORE)
            .findFirst()
            .orElseThrow()
            .name();
    home.restore(home.backups().named(aside));
    assertThat(home.state()).isEqualTo(before);
  }

  @Test
  void aDryRunSaysWhatWouldChangeAndChangesNothing() throws Exception {
    TreeMap<String, String> before = home.state();
    DryRun run = home.backups().look(backup, Optional.empty());
    assertThat(run.paths(DryRun.Kind.ADD))
        .containsExactly("data/documents/letters/Brief an Käthe.txt");
    assertThat(run.paths(DryRun.Kind.REPLACE))
        .containsExactly("config/search_profiles.yaml", "data/staging.db");
    assertThat(run.paths(DryRun.Kind.SET_ASIDE)).containsExactly("config/blocklist.yaml");
    assertThat(run.paths(DryRun.Kind.KEEP))
        .containsExactly("config/network.yaml", "data/secrets.db", "data/secrets.key");
    assertThat(run.jobs()).isEqualTo(40);
    assertThat(run.jobsNow()).isEqualTo(50);
    assertThat(home.state()).isEqualTo(before);
  }

  /** The program is killed. */
  private static final class Kill extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void killedAnywhereTheNextStartLeavesTheNewState() throws Exception {
    home.backups().prepare(backup, Optional.empty(), Progress.SILENT);
    Path prepared = folder.resolve("prepared");
    copy(home.path, prepared);
    home.backups().apply();
    TreeMap<String, String> restored = home.state();
    int moves = 0;
    boolean killed = true;
    for (; killed; moves++) {
      Path victim = folder.resolve("victim" + moves);
      copy(prepared, victim);
      killed = isKilled(victim, moves);
      var next = new BackupHome(victim);
      if (killed) {
        assertThat(next.backups().isHalfDone()).isTrue();
        assertThat(next.backups().apply().orElseThrow())
            .contains("interrupted restore was finished");
      }
      assertThat(next.state()).as("killed at move %d", moves).isEqualTo(restored);
      assertThat(next.backups().apply()).isEmpty();
    }
    assertThat(moves).isGreaterThan(6);
  }

  private static boolean isKilled(Path victim, int at) throws Exception {
    var moves = new AtomicInteger();
    var swap =
        new Swap(
            victim,
            BackupHome.CLOCK,
            move -> {
              if (moves.getAndIncrement() == at) {
                throw new Kill();
              }
            });
    try {
      swap.apply();
      return false;
    } catch (Kill killed) {
      return true;
    }
  }

  private static void copy(Path from, Path to) throws Exception {
    try (var walked = Files.walk(from)) {
      for (Path each : walked.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }

  @Test
  void killedWhileUnpackingEverythingIsAsBefore() throws Exception {
    TreeMap<String, String> before = home.state();
    home.write("data/restoring/files/config/search_profiles.yaml", "half");
    assertThat(home.backups().apply()).isEmpty();
    assertThat(home.state()).isEqualTo(before);
  }

  @Test
  void aDatabaseOfAnOlderVersionIsBroughtUpToDate() throws Exception {
    var old = new BackupHome(folder.resolve("old"));
    TestHome.older(old.path, 3);
    Path file = old.backup();
    assertThat(home.backups().look(file, Optional.empty()).olderSchema()).isTrue();
    home.restore(file);
    assertThat(home.one("PRAGMA user_version")).isEqualTo(Integer.toString(home.files.schema()));
    assertThat(home.jobs()).isZero();
  }

  @Test
  void aBackupOfANewerVersionIsRefused() throws Exception {
    var newer = BackupHome.filled(folder.resolve("newer"));
    newer.sql("PRAGMA user_version = 999");
    Path file = newer.backup();
    TreeMap<String, String> before = home.state();
    assertThatThrownBy(() -> home.restore(file))
        .hasMessageContaining("made by Peregrine 1.2.3, whose database has schema \"999\"")
        .hasMessageContaining("Nothing was changed");
    assertThat(home.state()).isEqualTo(before);
  }

  @Test
  void aDamagedDatabaseIsRefusedThoughItsChecksumIsRight() throws Exception {
    var damaged = BackupHome.filled(folder.resolve("damaged"));
    Path file = folder.resolve("damaged.zip");
    byte[] bytes = "no database".repeat(500).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Zips.write(file, Zips.manifest(1, 5, "data/staging.db", bytes), "data/staging.db", bytes);
    TreeMap<String, String> before = damaged.state();
    assertThatThrownBy(() -> damaged.restore(file))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("damaged");
    assertThat(damaged.state()).isEqualTo(before);
  }

  @Test
  void everythingIsDeletedButExamplesAndSources() throws Exception {
    home.write("logs/peregrine.log", "what was done");
    home.backups().erasure().plan();
    assertThat(home.backups().apply().orElseThrow()).contains("Everything was deleted");
    assertThat(home.path.resolve("config")).isDirectoryNotContaining("glob:**.yaml");
    assertThat(home.path.resolve("config/search_profiles.yaml.example")).exists();
    assertThat(home.path.resolve("data")).isEmptyDirectory();
    assertThat(home.path.resolve("logs/peregrine.log")).isEmptyFile();
    assertThat(home.path.resolve("plugins/board-mine-1.0.0.jar")).doesNotExist();
    assertThat(home.path.resolve("plugins/board-source/pom.xml")).exists();
    assertThat(home.backups().apply()).isEmpty();
  }
}
