package dev.peregrine.host.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.storage.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {

  private static final int MEGABYTE = 1 << 20;

  @TempDir private Path folder;
  private TestHome home;
  private Room room;

  @BeforeEach
  void open() {
    home = new TestHome(folder);
    room = new Room(20 * MEGABYTE, home.databases(), home.clock());
  }

  @AfterEach
  void close() {
    home.close();
  }

  private Path document(String name, int megabytes) throws IOException {
    Path file = folder.resolve("data").resolve("documents").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, new byte[megabytes * MEGABYTE]);
  }

  @Test
  void documentsAndDatabaseCountAndWhatTheProgramCopiesForItselfDoesNot() throws IOException {
    long empty = home.with(room::used);
    assertThat(empty).isBetween(100_000L, 3L * MEGABYTE);
    document("one.pdf", 4);
    Files.write(folder.resolve("data").resolve("staging.db.before-9"), new byte[8 * MEGABYTE]);
    room.leave(home.tenant());
    assertThat(home.with(room::used)).isEqualTo(empty + 4 * MEGABYTE);
  }

  @Test
  void whoIsFullReadsHowMuchItIsAndHasRoomAsSoonAsSomethingWasDeleted() throws IOException {
    Path large = document("large.pdf", 19);
    assertThatThrownBy(() -> home.run(() -> room.need(4 * MEGABYTE)))
        .isInstanceOf(OverShareException.class)
        .hasMessageContaining("This has 4 MB")
        .hasMessageContaining("of the 20 MB");
    document("more.pdf", 2);
    room.leave(home.tenant());
    assertThatThrownBy(() -> home.run(() -> room.need(0)))
        .hasMessageContaining("nothing more is taken in")
        .hasMessageContaining("Delete what you no longer need");
    Files.delete(large);
    assertThatCode(() -> home.run(() -> room.need(4 * MEGABYTE))).doesNotThrowAnyException();
  }

  @Test
  void noLimitLooksAtNothing() {
    var open = new Room(0, home.databases(), home.clock());
    assertThatCode(() -> home.run(() -> open.need(Long.MAX_VALUE))).doesNotThrowAnyException();
  }
}
