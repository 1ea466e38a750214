package dev.peregrine.host.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import net.lingala.zip4j.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making a backup: what is in it, what is not, and what becomes of one that fails. */
class BackupsTest {

  private static final Passphrase PHRASE = Passphrase.forNew("correct horse battery");

  @TempDir Path folder;
  private BackupHome home;

  @BeforeEach
  void fill() throws Exception {
    home = BackupHome.filled(folder.resolve("home"));
  }

  private static Manifest manifest(Path file, Optional<Passphrase> phrase) {
    try (var archive = Archive.open(file, phrase)) {
      return archive.manifest();
    }
  }

  private static List<String> names(Manifest manifest) {
    return manifest.entries().stream().map(Manifest.Entry::path).sorted().toList();
  }

  private Path made(BackupPlan plan) {
    Path target = folder.resolve("taken.zip");
    home.backups()
        .make(
            target,
            plan,
            List.of(new Backups.Plugin("board-mine", "1.0.0", "aa", false)),
            Progress.SILENT);
    return target;
  }

  @Test
  void aBackupHoldsDatabaseConfigurationAndDocuments() {
    Manifest manifest = manifest(made(BackupPlan.usual()), Optional.empty());
    assertThat(names(manifest))
        .containsExactly(
            "config/search_profiles.yaml",
            "data/documents/letters/Brief an Käthe.txt",
            "data/staging.db");
    assertThat(manifest.jobs()).isEqualTo(40);
    assertThat(manifest.peregrine()).isEqualTo("1.2.3");
    assertThat(manifest.schema()).isEqualTo(home.files.schema());
    assertThat(manifest.plugins())
        .containsExactly(new Manifest.Plugin("board-mine", "1.0.0", "aa", false));
  }

  @Test
  void withoutAPassphraseNoByteOfASecretIsInIt() throws Exception {
    assertThat(bytes(home.path.resolve("data"))).contains(BackupHome.SECRET);
    Path file = made(BackupPlan.usual());
    Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
    try (var zip = new ZipFile(file.toFile())) {
      zip.extractAll(unpacked.toString());
    }
    assertThat(bytes(unpacked))
        .contains("Gardener 7")
        .doesNotContain(BackupHome.SECRET)
        .doesNotContain(BackupHome.PROXY_PASSWORD);
    assertThat(manifest(file, Optional.empty()).leftOut())
        .containsExactly("config/network.yaml", "data/secrets.db", "data/secrets.key");
  }

  private static String bytes(Path folder) throws IOException {
    var all = new StringBuilder();
    try (Stream<Path> walked = Files.walk(folder)) {
      for (Path each : walked.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void withAPassphraseSecretsGoAlongAndNothingCanBeReadWithoutIt() throws Exception {
    Path file = made(new BackupPlan(Optional.of(PHRASE), false));
    assertThat(names(manifest(file, Optional.of(PHRASE))))
        .contains("data/secrets.db", "data/secrets.key", "config/network.yaml");
    try (var zip = new ZipFile(file.toFile())) {
      assertThat(zip.getFileHeaders()).allMatch(header -> header.isEncrypted());
    }
    assertThat(bytes(file)).doesNotContain(BackupHome.SECRET).doesNotContain("Gardener");
    assertThatThrownBy(() -> manifest(file, Optional.empty()))
        .isInstanceOf(LockedBackupException.class)
        .hasMessageContaining("is encrypted");
    assertThatThrownBy(() -> manifest(file, Optional.of(new Passphrase("correct horse"))))
        .hasMessageContaining("passphrase does not open \"taken.zip\"");
  }

  @Test
  void pluginsThatThePersonAddedGoAlongOnRequestAndSourcesNever() {
    assertThat(names(manifest(made(new BackupPlan(Optional.empty(), true)), Optional.empty())))
        .contains("plugins/board-mine-1.0.0.jar")
        .noneMatch(name -> name.startsWith("plugins/board-source"));
  }

  @Test
  void aShortPassphraseIsRefused() {
    assertThatThrownBy(() -> Passphrase.forNew("12345678901"))
        .hasMessageContaining("has 11 characters, expected at least 12");
    assertThat(PHRASE.toString()).doesNotContain("horse");
  }

  @Test
  void theProgramGoesOnWritingMeanwhileAndTheCopyIsOfOneMoment() throws Exception {
    var wrote = new CountDownLatch(3);
    var enough = new AtomicBoolean();
    var writer =
        Thread.ofPlatform()
            .start(
                () ->
                    home.withJobs(
                        jobs -> {
                          for (int at = 1; !enough.get(); at++) {
                            jobs.store(BackupHome.found(at * 100, at * 100 + 5));
                            wrote.countDown();
                          }
                        }));
    wrote.await();
    Path file = made(BackupPlan.usual());
    enough.set(true);
    writer.join();
    var other = new BackupHome(folder.resolve("other"));
    other.restore(file);
    assertThat(other.jobs()).isBetween(55L, home.jobs()).matches(jobs -> jobs % 5 == 0);
    assertThat(other.jobs()).isEqualTo(manifest(file, Optional.empty()).jobs());
  }

  @Test
  void aFullDiskLeavesNothingUnderAnyName() throws Exception {
    var full =
        new Backups(
            home.path, home.files, "1", BackupHome.CLOCK, file -> new Full(Packing.open(file)));
    Path target = folder.resolve("there").resolve("full.zip");
    assertThatThrownBy(() -> full.make(target, BackupPlan.usual(), List.of(), Progress.SILENT))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("the disk is full. Nothing is left of it");
    assertThat(target.getParent()).isEmptyDirectory();
    assertThat(home.path.resolve("data/backups")).isEmptyDirectory();
  }

  /** A disk that has room for a little. */
  private static final class Full extends FilterOutputStream {
    private int room = 2_000;

    Full(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      room -= length;
      if (room < 0) {
        throw new IOException("No space left on device");
      }
      out.write(bytes, from, length);
    }
  }

  @Test
  void brokenOffItLeavesNothing() {
    var stops =
        new Progress() {
          @Override
          public void step(String text) {
            if (text.equals("Packing")) {
              throw new java.util.concurrent.CancellationException();
            }
          }

          @Override
          public void of(long done, long total) {}
        };
    Path target = folder.resolve("stopped.zip");
    assertThatThrownBy(() -> home.backups().make(target, BackupPlan.usual(), List.of(), stops))
        .isInstanceOf(java.util.concurrent.CancellationException.class);
    assertThat(target).doesNotExist();
    assertThat(home.path.resolve("data/backups")).isEmptyDirectory();
  }

  @Test
  void anotherFileIsNeverOverwritten() throws Exception {
    Files.writeString(folder.resolve("taken.zip"), "mine");
    assertThatThrownBy(() -> made(BackupPlan.usual())).hasMessageContaining("exists already");
    assertThat(Files.readString(folder.resolve("taken.zip"))).isEqualTo("mine");
  }

  @Test
  void deletingABackupCanBeUndoneAndAnUnknownNameIsNone() {
    String name = home.backup().getFileName().toString();
    String at = home.backups().delete(name);
    assertThat(home.backups().all()).isEmpty();
    home.backups().undelete(at, name);
    assertThat(home.backups().all()).extracting(StoredBackup::name).containsExactly(name);
    assertThatThrownBy(() -> home.backups().named("../../config/network.yaml"))
        .hasMessageContaining("There is no backup");
  }

  @Test
  void ofTheScheduledOnesTheOldestGo() {
    for (int at = 0; at < 4; at++) {
      Path file = home.backups().newFile(true);
      home.backups().make(file, BackupPlan.usual(), List.of(), Progress.SILENT);
    }
    Path byHand = home.backup();
    home.backups().tidy(2);
    assertThat(home.backups().all()).hasSize(3);
    assertThat(byHand).exists();
  }

  @Test
  void checkingSaysWhatItIs() {
    assertThat(home.backups().verify(made(BackupPlan.usual()), Optional.empty(), Progress.SILENT))
        .contains("3 files", "40 jobs", "All checksums are right");
  }
}
