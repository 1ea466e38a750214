package dev.peregrine.host.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabasesTest {

  private static final Migration FIRST =
      new Migration(
          1, "first", "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;");
  private static final Migration SECOND =
      new Migration(2, "second", "ALTER TABLE notes ADD COLUMN more TEXT; CREATE TABLE t (a);");
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadAgainAfterAReopen() {
    try (var databases = open(FIRST)) {
      write(databases, "hello");
    }
    assertThat(file().resolveSibling("staging.db-wal")).doesNotExist();
    try (var databases = open(FIRST)) {
      assertThat(read(databases)).containsExactly("hello");
    }
  }

  @Test
  void aWorkThatThrowsLeavesNothing() {
    try (var databases = open(FIRST)) {
      assertThatThrownBy(
              () ->
                  in(databases)
                      .write(
                          mappers -> {
                            mappers.of(NoteMapper.class).add("half");
                            throw new IllegalArgumentException("no");
                          }))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(read(databases)).isEmpty();
      write(databases, "whole");
      assertThat(read(databases)).containsExactly("whole");
    }
  }

  @Test
  void readersCannotWrite() {
    try (var databases = open(FIRST)) {
      assertThatThrownBy(
              () ->
                  in(databases)
                      .read(
                          mappers -> {
                            mappers.of(NoteMapper.class).add("sly");
                            return 0;
                          }))
          .isInstanceOf(StorageException.class);
    }
  }

  @Test
  void workThatAsksForWorkIsToldSoInsteadOfWaitingForItself() {
    try (var databases = open(FIRST)) {
      assertThatThrownBy(() -> in(databases).write(outer -> in(databases).read(inner -> 1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("wait for itself");
    }
  }

  @Test
  void sqliteNeverRunsOnAVirtualThreadAndTheTenantGoesAlong() throws Exception {
    try (var databases = open(FIRST);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> seen =
          callers.submit(
              () ->
                  tenant()
                      .call(
                          () ->
                              databases
                                  .current()
                                  .read(
                                      mappers ->
                                          Thread.currentThread().isVirtual()
                                              + " "
                                              + Tenant.current().id())));
      assertThat(seen.get()).isEqualTo("false a");
    }
  }

  @Test
  void manyCallersWriteAndReadAtOnce() throws Exception {
    try (var databases = open(FIRST);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int at = 0; at < 200; at++) {
        String text = "note " + at;
        all.add(callers.submit(() -> write(databases, text)));
        all.add(callers.submit(() -> read(databases)));
      }
      for (Future<?> each : all) {
        each.get();
      }
      assertThat(read(databases)).hasSize(200);
    }
  }

  @Test
  void anInterruptedCallerStillLearnsWhatWasStoredAndStaysInterrupted() {
    try (var databases = open(FIRST)) {
      Thread.currentThread().interrupt();
      write(databases, "kept");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(read(databases)).containsExactly("kept");
    }
  }

  @Test
  void tooManyFilesAreClosedButNeverOneInUse() throws Exception {
    var limits = new Databases.Limits(2, Duration.ofHours(1), 1, 4, Duration.ofSeconds(1));
    try (var databases =
            new Databases(
                List.of(NoteMapper.class), CLOCK, limits, TestFormat.of(folder), List.of(FIRST));
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var inUse = new CountDownLatch(1);
      var goOn = new CountDownLatch(1);
      Future<?> user =
          callers.submit(
              () ->
                  tenant(0)
                      .call(
                          () ->
                              databases
                                  .current()
                                  .write(
                                      mappers -> {
                                        inUse.countDown();
                                        await(goOn);
                                        mappers.of(NoteMapper.class).add("still open");
                                        return 0;
                                      })));
      inUse.await();
      try {
        for (int at = 1; at < 8; at++) {
          Database database = tenant(at).calling(databases::current);
          database.write(mappers -> mappers.of(NoteMapper.class).add("x"));
        }
        assertThat(databases.openFiles()).hasSize(2).contains(Databases.file(tenant(0)));
      } finally {
        goOn.countDown();
      }
      user.get();
      assertThat(tenant(0).calling(() -> read(databases.current()))).containsExactly("still open");
      assertThat(tenant(1).calling(() -> read(databases.current()))).containsExactly("x");
    }
  }

  @Test
  void anIdleFileIsClosedAndOpenedAgainWhenItIsWanted() {
    var limits = new Databases.Limits(9, Duration.ofMillis(20), 1, 2, Duration.ofSeconds(1));
    try (var databases =
        new Databases(
            List.of(NoteMapper.class), CLOCK, limits, TestFormat.of(folder), List.of(FIRST))) {
      write(databases, "hello");
      Deadline.until(() -> databases.openFiles().isEmpty());
      assertThat(read(databases)).containsExactly("hello");
    }
  }

  @Test
  void twoTenantsSeeNothingOfEachOther() {
    try (var databases = open(FIRST)) {
      tenant(1).run(() -> databases.current().write(m -> m.of(NoteMapper.class).add("mine")));
      assertThat(tenant(2).calling(() -> read(databases.current()))).isEmpty();
      assertThat(tenant(1).calling(() -> read(databases.current()))).containsExactly("mine");
    }
  }

  @Test
  void anUpgradeKeepsACopyOfWhatWasThere() throws IOException {
    try (var databases = open(FIRST)) {
      write(databases, "old");
    }
    try (var databases = open(FIRST, SECOND)) {
      assertThat(read(databases)).containsExactly("old");
    }
    try (var backups = Files.list(file().resolveSibling("backups"))) {
      assertThat(backups).singleElement().asString().contains("before-V002-");
    }
  }

  @Test
  void aMigrationThatFailsLeavesTheFileAsItWas() {
    try (var databases = open(FIRST)) {
      write(databases, "old");
    }
    var broken = new Migration(2, "broken", "CREATE TABLE half (a); CREATE TABLE half (a);");
    try (var databases = open(FIRST, broken)) {
      assertThatThrownBy(() -> read(databases)).isInstanceOf(StorageException.class);
    }
    try (var databases = open(FIRST, SECOND)) {
      assertThat(read(databases)).containsExactly("old");
    }
  }

  @Test
  void aFileOfANewerPeregrineIsRefusedAndSaysWhatToDo() {
    try (var databases = open(FIRST, SECOND)) {
      write(databases, "new");
    }
    try (var databases = open(FIRST)) {
      assertThatThrownBy(() -> read(databases))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("newer Peregrine: its schema is \"2\", this program knows up to 1")
          .hasMessageContaining("Start the newer program");
    }
  }

  @Test
  void aFileOfAnotherBuildIsRefused() {
    try (var databases = open(FIRST)) {
      write(databases, "x");
    }
    var other = new Migration(1, "first", FIRST.script() + "\nCREATE TABLE more (a);");
    try (var databases = open(other)) {
      assertThatThrownBy(() -> read(databases))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("migration \"1\" differs");
    }
  }

  @Test
  void aDamagedFileIsLeftAloneAndSaysWhatToDo() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "This is no database at all. ".repeat(100));
    byte[] before = Files.readAllBytes(file());
    try (var databases = open(FIRST)) {
      assertThatThrownBy(() -> read(databases))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining(file().toString())
          .hasMessageContaining("damaged or is not a database")
          .hasMessageContaining("put a backup in its place");
    }
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void aFullDiskIsAWholeSentenceAndLosesNothing() {
    var small = new Migration(1, "first", FIRST.script());
    try (var databases = open(small)) {
      write(databases, "before");
      // Stands for a disk that takes no more pages.
      in(databases)
          .write(
              mappers -> {
                mappers.of(NoteMapper.class).takeNoMorePages();
                return 0;
              });
      assertThatThrownBy(() -> write(databases, "x".repeat(1_000_000)))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("the disk is full. Free some space");
      assertThat(read(databases)).containsExactly("before");
    }
  }

  @Test
  void aFileThatAnotherProgramHoldsSaysSo() throws SQLException {
    assumeThat(TestFormat.isEncrypted()).isFalse();
    var limits = new Databases.Limits(9, Duration.ofHours(1), 1, 2, Duration.ofMillis(50));
    try (var databases =
        new Databases(
            List.of(NoteMapper.class), CLOCK, limits, TestFormat.of(folder), List.of(FIRST))) {
      write(databases, "x");
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        assertThatThrownBy(() -> write(databases, "y"))
            .isInstanceOf(StorageException.class)
            .hasMessageContaining("another program keeps it locked");
        statement.execute("ROLLBACK");
      }
      write(databases, "y");
      assertThat(read(databases)).containsExactly("x", "y");
    }
  }

  @Test
  void aFolderThatCannotBeMadeSaysSo() throws IOException {
    Files.writeString(folder.resolve("data"), "a file where a folder should be");
    try (var databases = open(FIRST)) {
      assertThatThrownBy(() -> read(databases))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("Give your user the right to write there");
    }
  }

  @Test
  void whatCouldNotBeOpenedIsTriedAgain() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("data"), "in the way");
    try (var databases = open(FIRST)) {
      assertThatThrownBy(() -> read(databases)).isInstanceOf(StorageException.class);
      Files.delete(inTheWay);
      assertThat(read(databases)).isEmpty();
    }
  }

  @Test
  void theRealMigrationsMakeADatabase() {
    try (var home = new TestHome(folder)) {
      assertThat(home.<Integer>with(() -> home.databases().current().read(mappers -> 1)))
          .isEqualTo(1);
    }
  }

  private Databases open(Migration... migrations) {
    return new Databases(
        List.of(NoteMapper.class),
        CLOCK,
        Databases.Limits.usual(),
        TestFormat.of(folder),
        List.of(migrations));
  }

  private Tenant tenant() {
    return new Tenant("a", folder);
  }

  private Tenant tenant(int number) {
    return new Tenant("t" + number, folder.resolve("t" + number));
  }

  private Path file() {
    return folder.resolve("data").resolve("staging.db");
  }

  private Database in(Databases databases) {
    return tenant().calling(databases::current);
  }

  private int write(Databases databases, String text) {
    return in(databases).write(mappers -> mappers.of(NoteMapper.class).add(text));
  }

  private List<String> read(Databases databases) {
    return read(in(databases));
  }

  private static List<String> read(Database database) {
    return database.read(mappers -> mappers.of(NoteMapper.class).all());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
