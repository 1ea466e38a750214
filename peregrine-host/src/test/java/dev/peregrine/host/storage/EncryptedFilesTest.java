package dev.peregrine.host.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncryptedFilesTest {

  private static final Migration FIRST =
      new Migration(
          1, "first", "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;");
  private static final Migration SECOND = new Migration(2, "second", "CREATE TABLE t (a);");
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String OLD = "1: the first secret, long enough to be one\n";
  private static final String NEW = OLD + "2: the second secret, long enough to be one\n";
  private static final String MARKER = "ornithology";

  @TempDir Path folder;
  private Path root;
  private Path secrets;

  @BeforeEach
  void aServer() throws IOException {
    root = Files.createDirectory(folder.resolve("tenants"));
    secrets = Files.writeString(folder.resolve("secrets"), OLD);
  }

  @Test
  void nothingStandsInClearNeitherInTheFileNorInItsJournalNorInSnapshots() throws IOException {
    try (var databases = open(FIRST)) {
      write(databases, tenant("a"), MARKER);
      assertNothingInClear();
    }
    try (var databases = open(FIRST, SECOND)) {
      assertThat(read(databases, tenant("a"))).containsExactly(MARKER);
      assertThat(Migrations.snapshots(file("a"))).hasSize(1);
      assertNothingInClear();
    }
    assertNothingInClear();
  }

  @Test
  void eachTenantHasAKeyOfTheirOwn() throws IOException {
    try (var databases = open(FIRST)) {
      write(databases, tenant("a"), "of a");
      write(databases, tenant("b"), "of b");
    }
    byte[] ofA = Files.readAllBytes(file("a"));
    Files.write(file("b"), ofA);
    try (var databases = open(FIRST)) {
      assertThatThrownBy(() -> read(databases, tenant("b")))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("or for another tenant");
      assertThat(read(databases, tenant("a"))).containsExactly("of a");
    }
    assertThat(Files.readAllBytes(file("b"))).isEqualTo(ofA);
  }

  @Test
  void aWrongSecretIsSaidAndTheFileStaysAsItIs() throws IOException {
    try (var databases = open(FIRST)) {
      write(databases, tenant("a"), "x");
    }
    byte[] before = Files.readAllBytes(file("a"));
    Files.writeString(secrets, "1: some other secret, long enough to be one\n");
    try (var databases = open(FIRST)) {
      assertThatThrownBy(() -> read(databases, tenant("a")))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("another secret of version \"1\"")
          .hasMessageContaining("Put the right secret in place");
    }
    assertThat(Files.readAllBytes(file("a"))).isEqualTo(before);
  }

  @Test
  void aFullDiskLosesNothingAndAGuestReadsWhatBecameOfTheirsAndNoPlace() {
    var guest = new Tenant("a", tenant("a").home(), true);
    try (var databases = open(FIRST)) {
      write(databases, guest, "before");
      // Stands for a disk that takes no more pages.
      guest.run(
          () -> {
            var _ =
                databases
                    .current()
                    .write(mappers -> mappers.of(NoteMapper.class).takeNoMorePages());
          });
      assertThatThrownBy(() -> write(databases, guest, "x".repeat(1_000_000)))
          .isInstanceOfSatisfying(
              StorageException.class,
              full -> {
                assertThat(full).hasMessageContaining("the disk is full. Free some space");
                assertThat(full.told(tenant("a"))).isEqualTo(full.getMessage());
                assertThat(full.told(guest))
                    .contains("is full, so nothing was stored", "is not lost")
                    .doesNotContain(root.toString(), "staging.db");
              });
      assertThat(read(databases, guest)).containsExactly("before");
    }
    try (var databases = open(FIRST)) {
      write(databases, guest, "after");
      assertThat(read(databases, guest)).containsExactly("before", "after");
    }
  }

  @Test
  void aSecretThatThisServerDoesNotHaveIsNamedByItsVersion() throws IOException {
    Files.writeString(secrets, NEW);
    try (var databases = open(FIRST)) {
      write(databases, tenant("a"), "x");
    }
    Files.writeString(secrets, OLD);
    try (var databases = open(FIRST)) {
      assertThatThrownBy(() -> read(databases, tenant("a")))
          .hasMessageContaining("version \"2\" of the server's secret; this server knows [1]");
      Files.writeString(secrets, NEW);
      assertThat(read(databases, tenant("a"))).containsExactly("x");
    }
  }

  @Test
  void aPlainFileIsRefusedAndLeftAlone() throws IOException {
    try (var databases =
        new Databases(
            List.of(NoteMapper.class),
            CLOCK,
            Databases.Limits.usual(),
            FileFormat.plain(),
            List.of(FIRST))) {
      write(databases, tenant("a"), "x");
    }
    byte[] before = Files.readAllBytes(file("a"));
    try (var databases = open(FIRST)) {
      assertThatThrownBy(() -> read(databases, tenant("a")))
          .hasMessageContaining("is not encrypted, as all of this server are");
    }
    assertThat(Files.readAllBytes(file("a"))).isEqualTo(before);
  }

  @Test
  void aDamagedFileIsItsTenantsTroubleAndNobodyElses() throws IOException {
    try (var databases = open(FIRST)) {
      write(databases, tenant("a"), "x");
      write(databases, tenant("b"), "y");
    }
    try (var channel = java.nio.channels.FileChannel.open(file("a"), StandardOpenOption.WRITE)) {
      var _ =
          channel.write(java.nio.ByteBuffer.wrap("damage".getBytes(StandardCharsets.UTF_8)), 99);
    }
    byte[] before = Files.readAllBytes(file("a"));
    try (var databases = open(FIRST)) {
      assertThatThrownBy(() -> read(databases, tenant("a")))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("damaged");
      assertThat(read(databases, tenant("b"))).containsExactly("y");
    }
    assertThat(Files.readAllBytes(file("a"))).isEqualTo(before);
  }

  @Test
  void noKeyStandsInWhatIsSaidOfTrouble() throws IOException {
    try (var databases = open(FIRST)) {
      write(databases, tenant("a"), "x");
    }
    byte[] key = TenantKeys.hmac(OLD.substring(3).strip().getBytes(StandardCharsets.UTF_8), "a");
    Files.write(file("a"), new byte[2_000], StandardOpenOption.APPEND);
    Files.write(file("a"), java.util.Arrays.copyOf(Files.readAllBytes(file("a")), 3_000));
    try (var databases = open(FIRST)) {
      assertThatThrownBy(() -> read(databases, tenant("a")))
          .satisfies(
              thrown -> {
                var text = new StringWriter();
                thrown.printStackTrace(new PrintWriter(text));
                assertThat(text.toString()).doesNotContain(HexFormat.of().formatHex(key));
              });
    }
    assertThat(keys().of(file("a"), 1).literal()).contains(HexFormat.of().formatHex(key));
    assertThat(keys().of(file("a"), 1).toString()).isEqualTo("key of version 1");
  }

  @Test
  void aFileThatAnotherProgramHasIsWaitedForAndThenSaidToBeSo() {
    var limits = new Databases.Limits(9, Duration.ofHours(1), 1, 2, Duration.ofMillis(50));
    try (var databases =
        new Databases(List.of(NoteMapper.class), CLOCK, limits, format(), List.of(FIRST))) {
      try (FileHold _ = FileHold.take(file("a"), Duration.ZERO)) {
        assertThatThrownBy(() -> read(databases, tenant("a")))
            .hasMessageContaining("another program keeps it locked");
      }
      assertThat(read(databases, tenant("a"))).isEmpty();
      assertThatThrownBy(() -> FileHold.take(file("a"), Duration.ZERO))
          .isInstanceOf(InUseException.class);
    }
    FileHold.take(file("a"), Duration.ZERO).close();
  }

  @Test
  void copiesStayEncryptedAndAPortableOneIsForEverybody() {
    try (var databases = open(FIRST)) {
      write(databases, tenant("a"), MARKER);
      var files = new DatabaseFiles(CLOCK, databases);
      assertThat(files.areEncrypted()).isTrue();
      Path copy = tenant("a").data().resolve("copy.db");
      Path portable = tenant("a").data().resolve("portable.db");
      tenant("a")
          .run(
              () -> {
                assertThat(files.copy(file("a"), copy)).isEqualTo(1);
                assertThat(files.rows(file("a"), "notes")).isEqualTo(1);
                assertThat(files.rows(copy, "notes")).isEqualTo(1);
                files.makePortable(copy, portable);
              });
      assertThat(clear(copy)).isFalse();
      assertThat(clear(portable)).isTrue();
      assertThat(new DatabaseFiles(CLOCK).rows(portable, "notes")).isEqualTo(1);
      assertThatThrownBy(() -> new DatabaseFiles(CLOCK).rows(copy, "notes"))
          .hasMessageContaining("is encrypted by the server on which it was made");
      tenant("a").run(() -> assertThat(files.add(file("a"), copy, "notes", "id > 0")).isZero());
    }
  }

  @Test
  void aPlainBackupIsEncryptedBeforeItIsPutInPlace() throws IOException {
    TestHome.older(folder.resolve("elsewhere"), 3);
    Path coming = Files.createDirectories(root.resolve("a")).resolve("coming.db");
    Files.copy(folder.resolve("elsewhere/data/staging.db"), coming);
    try (var databases = open(FIRST)) {
      var files = new DatabaseFiles(CLOCK, databases);
      assertThat(tenant("a").calling(() -> files.prove(coming))).isEqualTo(3);
    }
    assertThat(clear(coming)).isFalse();
    assertThat(FileKey.version(coming)).contains(1);
  }

  @Test
  void aNewerSecretIsTakenUpForFilesInUseAndNoWorkIsLost() throws Exception {
    try (var databases = open(FIRST)) {
      write(databases, tenant("a"), "before");
    }
    try (var databases = open(FIRST, SECOND);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      write(databases, tenant("a"), "open");
      assertThat(FileKey.version(Migrations.snapshots(file("a")).getFirst())).contains(1);
      var goOn = new AtomicBoolean(true);
      List<Future<Integer>> writers = new ArrayList<>();
      for (int at = 0; at < 4; at++) {
        writers.add(
            callers.submit(
                () -> {
                  int written = 0;
                  while (goOn.get()) {
                    write(databases, tenant("a"), "meanwhile");
                    written++;
                  }
                  return written;
                }));
      }
      Files.writeString(secrets, NEW);
      Deadline.until(() -> FileKey.version(file("a")).orElseThrow() == 2);
      goOn.set(false);
      int written = 2;
      for (Future<Integer> writer : writers) {
        written += writer.get();
      }
      assertThat(read(databases, tenant("a"))).hasSize(written);
      assertThat(FileKey.version(Migrations.snapshots(file("a")).getFirst())).contains(2);
    }
    Files.writeString(secrets, "2: the second secret, long enough to be one\n");
    try (var databases = open(FIRST, SECOND)) {
      assertThat(read(databases, tenant("a"))).contains("before", "open", "meanwhile");
    }
  }

  @Test
  void aRotationPassesOverWhatIsInUseAndSaysWhatIsWrong() throws IOException {
    try (var databases = open(FIRST)) {
      for (String id : List.of("a", "b", "c")) {
        write(databases, tenant(id), "of " + id);
      }
    }
    byte[] damaged = "no database, but long enough to be one".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(Files.readAllBytes(file("c")), 0, damaged, 0, 16);
    Files.write(file("c"), damaged);
    Files.writeString(secrets, NEW);
    var rotation = new KeyRotation(root, Path.of(""), format());
    var told = new ArrayList<String>();
    try (FileHold _ = FileHold.take(file("b"), Duration.ZERO)) {
      KeyRotation.Result result = rotation.run((done, total) -> told.add(done + "/" + total));
      assertThat(result.tenants()).isEqualTo(3);
      assertThat(result.written()).isEqualTo(1);
      assertThat(result.inUse()).containsExactly("b");
      assertThat(result.failed()).containsOnlyKeys("c");
    }
    assertThat(told).containsExactly("1/3", "2/3", "3/3");
    assertThat(rotation.isDone("a")).isTrue();
    assertThat(rotation.isDone("b")).isFalse();
    assertThat(rotation.run((done, total) -> {}).written()).isEqualTo(1);
    assertThat(rotation.isDone("b")).isTrue();
    assertThat(Files.readAllBytes(file("c"))).isEqualTo(damaged);
  }

  @Test
  void secretsThatAreNoneAreRefusedAndNotRepeated() throws IOException {
    for (String wrong :
        List.of(
            "",
            "# nothing\n",
            "1: short and secret\n",
            "no version, but thirty-two characters long\n",
            "70000: a version beyond those that there are\n",
            OLD + OLD)) {
      Files.writeString(secrets, wrong);
      assertThatThrownBy(() -> ServerSecrets.in(secrets))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining(secrets.toString())
          .message()
          .doesNotContain("secret, long")
          .doesNotContain("short and")
          .doesNotContain("thirty");
    }
    assertThat(ServerSecrets.of(TestFormat.SECRET)).hasToString("secrets of versions [1]");
    assertThatThrownBy(() -> ServerSecrets.of("short")).hasMessageContaining("has 5 characters");
  }

  @Test
  void aFileOutsideOfAllTenantsHasNoKey() {
    assertThatThrownBy(() -> keys().of(folder.resolve("x.db"), 1))
        .hasMessageContaining("is in no tenant's folder");
    assertThatThrownBy(() -> keys().of(root.resolve("a/../../x/y.db"), 1))
        .hasMessageContaining("is in no tenant's folder");
  }

  private void assertNothingInClear() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      assertThat(all.filter(Files::isRegularFile).filter(EncryptedFilesTest::clear)).isEmpty();
    }
  }

  private static boolean clear(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      return text.contains(MARKER) || text.contains("SQLite format") || text.contains("CREATE");
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private TenantKeys keys() {
    return new TenantKeys(root, ServerSecrets.in(secrets));
  }

  private FileFormat format() {
    return FileFormat.encrypted(TestFormat.driver(), keys());
  }

  private Databases open(Migration... migrations) {
    return new Databases(
        List.of(NoteMapper.class), CLOCK, Databases.Limits.usual(), format(), List.of(migrations));
  }

  private Tenant tenant(String id) {
    return new Tenant(id, root.resolve(id));
  }

  private Path file(String id) {
    return Databases.file(tenant(id));
  }

  private static void write(Databases databases, Tenant tenant, String text) {
    var _ =
        tenant.calling(
            () -> databases.current().write(mappers -> mappers.of(NoteMapper.class).add(text)));
  }

  private static List<String> read(Databases databases, Tenant tenant) {
    return tenant.calling(
        () -> databases.current().read(mappers -> mappers.of(NoteMapper.class).all()));
  }
}
