package dev.peregrine.host.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rotation of keys that is killed again and again, each time while it writes a file. */
final class RotationKilledTest {

  private static final Migration NOTES =
      new Migration(
          1, "first", "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;");
  private static final int TENANTS = 8;
  private static final int ROWS = 300;
  private static final int KILLS = 4;

  @TempDir Path folder;

  @Test
  void nothingIsLostAndTheNextOneGoesOn() throws Exception {
    Path root = Files.createDirectory(folder.resolve("tenants"));
    String old = "1: the first secret, long enough to be one\n";
    String fresh = "2: the second secret, long enough to be one\n";
    Path secrets = Files.writeString(folder.resolve("secrets"), old);
    try (var databases = open(root, secrets)) {
      IntStream.range(0, TENANTS).forEach(at -> fill(databases, root, at));
      keepAsItIsNow(root, 0);
    }
    leaveAsAKilledProgramDoes(root, 0);
    Files.writeString(secrets, old + fresh);

    Set<Path> killedAt = new HashSet<>();
    while (killedAt.size() < KILLS) {
      Process rotation = rotation(root, secrets);
      var writing = new Path[1];
      Deadline.until(
          () -> {
            writing[0] = beingWritten(root, killedAt).orElse(null);
            return writing[0] != null || !rotation.isAlive();
          },
          Duration.ofMinutes(2));
      rotation.destroyForcibly().waitFor();
      if (writing[0] == null) {
        break; // It was through before it was seen, as may be where much else goes on.
      }
      killedAt.add(writing[0]);
      try (var databases = open(root, secrets)) {
        // Opening takes up what a kill left, too; every other one is left as the kill left it.
        check(databases, root, killedAt.size());
      }
    }
    assertThat(killedAt).isNotEmpty();
    assertThat(rotation(root, secrets).waitFor()).isZero();

    Files.writeString(secrets, fresh);
    try (var databases = open(root, secrets)) {
      for (int at = 0; at < TENANTS; at++) {
        check(databases, root, at);
      }
    }
    assertThat(beingWritten(root, Set.of())).isEmpty();
  }

  @Test
  void aFileIsReplacedInOneStepAndNeverWrittenOver() throws Exception {
    Path root = Files.createDirectory(folder.resolve("tenants"));
    String old = "1: the first secret, long enough to be one\n";
    Path secrets = Files.writeString(folder.resolve("secrets"), old);
    try (var databases = open(root, secrets)) {
      fill(databases, root, 0);
    }
    Path file = root.resolve("t0").resolve("data/staging.db");
    byte[] before = Files.readAllBytes(file);
    Object place = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    Files.writeString(secrets, old + "2: the second secret, long enough to be one\n");

    var done = new AtomicBoolean();
    var seen = new ConcurrentSkipListSet<Integer>();
    Thread watch =
        Thread.ofPlatform()
            .start(
                () -> {
                  // Whoever opens it at any moment finds a whole file of the one key or the other.
                  while (!done.get()) {
                    seen.add(FileKey.version(file).orElse(-1));
                  }
                });
    try (FileChannel opened = FileChannel.open(file, StandardOpenOption.READ)) {
      Deadline.until(() -> seen.contains(1));
      var result =
          new KeyRotation(root, Path.of(""), format(root, secrets)).run((step, total) -> {});
      Deadline.until(() -> seen.contains(2));
      done.set(true);
      watch.join();
      assertThat(result.failed()).isEmpty();
      assertThat(seen).containsExactly(1, 2);
      ByteBuffer kept = ByteBuffer.allocate(before.length);
      while (opened.read(kept, kept.position()) > 0) {
        assertThat(kept.position()).isLessThanOrEqualTo(before.length);
      }
      assertThat(kept.array()).as("the file that was there").isEqualTo(before);
    }
    assertThat(Files.readAttributes(file, BasicFileAttributes.class).fileKey()).isNotEqualTo(place);
  }

  /** Goes through all once, as the command does. */
  public static void main(String[] arguments) {
    KeyRotation.Result result =
        new KeyRotation(
                Path.of(arguments[0]),
                Path.of(""),
                format(Path.of(arguments[0]), Path.of(arguments[1])))
            .run((done, total) -> {});
    System.exit(result.failed().isEmpty() && result.inUse().isEmpty() ? 0 : 1);
  }

  private static Process rotation(Path root, Path secrets) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            RotationKilledTest.class.getName(),
            root.toString(),
            secrets.toString())
        .inheritIO()
        .start();
  }

  private static Optional<Path> beingWritten(Path root, Set<Path> but) {
    try (Stream<Path> tenants = Files.list(root)) {
      return tenants
          .map(tenant -> tenant.resolve("data/.staging.db.rekey"))
          .filter(part -> !but.contains(part) && Files.exists(part))
          .findFirst();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Databases open(Path root, Path secrets) {
    return new Databases(
        List.of(NoteMapper.class),
        InstantSource.system(),
        Databases.Limits.usual(),
        format(root, secrets),
        List.of(NOTES));
  }

  private static FileFormat format(Path root, Path secrets) {
    return FileFormat.encrypted(
        TestFormat.driver(), new TenantKeys(root, ServerSecrets.in(secrets)));
  }

  private static Tenant tenant(Path root, int number) {
    return new Tenant("t" + number, root.resolve("t" + number));
  }

  private static void fill(Databases databases, Path root, int number) {
    tenant(root, number)
        .run(
            () ->
                databases
                    .current()
                    .write(
                        mappers -> {
                          texts(number).forEach(mappers.of(NoteMapper.class)::add);
                          return 0;
                        }));
  }

  private static void check(Databases databases, Path root, int number) {
    List<String> read =
        tenant(root, number)
            .calling(() -> databases.current().read(mappers -> mappers.of(NoteMapper.class).all()));
    assertThat(read).isEqualTo(texts(number).toList());
  }

  private static Stream<String> texts(int number) {
    var random = new Random(number);
    return IntStream.range(0, ROWS)
        .mapToObj(
            row -> {
              var bytes = new byte[5_000];
              random.nextBytes(bytes);
              return HexFormat.of().formatHex(bytes);
            });
  }

  private static void keepAsItIsNow(Path root, int number) throws IOException {
    Path kept = Files.createDirectory(root.resolveSibling("kept"));
    for (String name : List.of("staging.db", "staging.db-wal")) {
      Files.copy(tenant(root, number).data().resolve(name), kept.resolve(name));
    }
    assertThat(Files.size(kept.resolve("staging.db-wal"))).isGreaterThan(1_000_000);
  }

  /** What was written stands in the journal alone. */
  private static void leaveAsAKilledProgramDoes(Path root, int number) throws IOException {
    Path data = tenant(root, number).data();
    for (String name : List.of("staging.db", "staging.db-wal")) {
      Files.move(
          root.resolveSibling("kept").resolve(name),
          data.resolve(name),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
