package dev.peregrine.host.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.storage.StorageException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several programs make of one person's snapshots, at a real object store. */
class SnapshotsTest {

  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  @TempDir Path folder;
  private S3Server server;
  private StoreAddress address;

  @BeforeEach
  void open() throws Exception {
    server = S3Server.running();
    address = S3Server.address(server.url(), server.bucket());
  }

  private Node node(String disk, long epoch) {
    return new Node(folder.resolve(disk), address, epoch);
  }

  private StoreAddress away() {
    return S3Server.address(NOWHERE, address.bucket());
  }

  @Test
  void everythingComesBackOnAnEmptyDiskAndNothingOfItCouldBeReadOnTheWay() throws Exception {
    try (Node first = node("first", 1)) {
      first.says("kept");
      first.keeps("config/searches.yaml", "profiles: [plans of Anna]");
      first.keeps("data/documents/Lebenslauf Anna Müller.txt", "a life of work");
      first.keeps("data/backups/old.db", "not taken");
      assertThat(first.ships()).isTrue();
      try (var store = new ObjectStore(address)) {
        List<ObjectStore.Found> objects = store.list("");
        assertThat(objects).hasSize(2);
        for (ObjectStore.Found object : objects) {
          assertThat(new String(store.read(object.name()), StandardCharsets.ISO_8859_1))
              .doesNotContain("kept", "plans of Anna", "Lebenslauf", "a life of work", "SQLite");
        }
      }
    }
    try (Node second = node("second", 2)) {
      assertThat(second.words()).containsExactly("kept");
      assertThat(second.anna.config().resolve("searches.yaml"))
          .hasContent("profiles: [plans of Anna]");
      assertThat(second.anna.data().resolve("documents/Lebenslauf Anna Müller.txt"))
          .hasContent("a life of work");
      assertThat(second.anna.data().resolve("backups/old.db")).doesNotExist();
      assertThat(second.anna.data().resolve(".snapshot")).doesNotExist();
    }
  }

  @Test
  void whatDidNotChangeIsNotShippedAgain() {
    try (Node node = node("disk", 1)) {
      assertThat(node.ships()).as("nobody was here").isFalse();
      node.says("one");
      assertThat(node.snapshots.isChanged(node.anna)).isTrue();
      assertThat(node.ships()).isTrue();
      assertThat(node.snapshots.isChanged(node.anna)).isFalse();
      assertThat(node.ships()).isFalse();
      node.says("two");
      assertThat(node.ships()).isTrue();
      node.keeps("config/a.yaml", "a: 1");
      assertThat(node.ships()).isTrue();
      assertThat(node.snapshots.of(Node.ANNA))
          .containsExactly(new SnapshotId(1, 3), new SnapshotId(1, 2), new SnapshotId(1, 1));
    }
  }

  @Test
  void soManyAreKeptAndNoArchiveWithoutAManifestStays() {
    try (Node node = node("disk", 1);
        var store = new ObjectStore(address)) {
      for (int i = 0; i < Node.KEEP + 3; i++) {
        node.says("word " + i);
        assertThat(node.ships()).isTrue();
      }
      assertThat(node.snapshots.of(Node.ANNA))
          .containsExactly(new SnapshotId(1, 6), new SnapshotId(1, 5), new SnapshotId(1, 4));
      assertThat(store.list("")).hasSize(2 * Node.KEEP);
      assertThat(node.snapshots.people()).containsExactly(Node.ANNA);
      node.snapshots.delete(Node.ANNA);
      assertThat(store.list("")).isEmpty();
    }
  }

  @Test
  void whoComesBackGoesOnWithWhatTheOtherOneMadeAndTheOlderIsSetAside() {
    try (Node first = node("first", 1);
        Node second = node("second", 2)) {
      first.says("by the first");
      assertThat(first.ships()).isTrue();
      first.says("never shipped");
      first.databases.close(first.anna);
      assertThat(second.words()).containsExactly("by the first");
      second.says("by the second");
      assertThat(second.ships()).isTrue();

      first.epoch = 3;
      assertThat(first.words()).containsExactly("by the first", "by the second");
      assertThat(first.anna.data().resolve(Kept.ASIDE).resolve("data/staging.db")).exists();
    }
  }

  @Test
  void whoHadThemLastDoesNotAskTheStoreAndIsServedWhileItIsAway() {
    try (Node node = node("disk", 4)) {
      node.says("here");
    }
    try (Node again = new Node(folder.resolve("disk"), away(), 5)) {
      assertThat(again.words()).containsExactly("here");
      again.says("more");
      assertThatThrownBy(again::ships)
          .isInstanceOf(StoreAwayException.class)
          .hasMessageContaining("http://127.0.0.1:1/" + address.bucket())
          .hasMessageNotContaining("secret");
      assertThat(again.words()).containsExactly("here", "more");
    }
    try (Node later = new Node(folder.resolve("disk"), away(), 9)) {
      assertThatThrownBy(later::words)
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("Nothing of it is lost");
    }
    try (Node shared = new Node(folder.resolve("disk"), away(), 9, true)) {
      assertThat(shared.words()).as("one disk for all").containsExactly("here", "more");
    }
  }

  @Test
  void nobodyBeginsAnewWhileItIsNotKnownWhetherSomethingIsKeptOfThem() {
    try (Node node = new Node(folder.resolve("empty"), away(), 1)) {
      assertThatThrownBy(node::words).isInstanceOf(StorageException.class);
      assertThat(node.anna.data().resolve("staging.db")).doesNotExist();
    }
  }

  @Test
  void whatWasShippedByWhoWasReplacedLandsDead() {
    try (Node zombie = node("first", 1);
        Node owner = node("second", 2);
        Node next = node("third", 3)) {
      zombie.says("early");
      assertThat(zombie.ships()).isTrue();
      owner.says("right");
      assertThat(owner.ships()).isTrue();
      zombie.says("too late");
      assertThat(zombie.ships()).isTrue();
      assertThat(next.words()).containsExactly("early", "right");
    }
  }

  @Test
  void twoUnderOneNumberDoNotOverwriteEachOther() {
    try (Node one = node("first", 1);
        Node other = node("second", 1)) {
      // Both began when nothing was kept, as two services in one bucket would.
      one.says("of one");
      other.says("of the other");
      assertThat(one.ships()).isTrue();
      assertThatThrownBy(other::ships)
          .isInstanceOf(SnapshotException.class)
          .hasMessageContaining("is there already")
          .hasMessageContaining("CLOUD_SNAPSHOT_S3_PREFIX");
      assertThat(other.ships()).as("under the next number").isTrue();
      assertThat(one.snapshots.of(Node.ANNA))
          .containsExactly(new SnapshotId(1, 2), new SnapshotId(1, 1));
    }
  }

  @Test
  void aKillBeforeTheManifestMakesWhatIsHereNoOlder() {
    try (Node node = node("disk", 1)) {
      node.says("shipped");
      assertThat(node.ships()).isTrue();
      node.says("only here");
    }
    // As it stands after the number was taken and before anything was shipped.
    new Marker(new SnapshotId(1, 2), "").write(data("disk"));
    try (Node again = node("disk", 5)) {
      assertThat(again.words()).containsExactly("only here", "shipped");
    }
  }

  @Test
  void aRestoreThatWasKilledIsDoneAgain() throws Exception {
    try (Node node = node("first", 1)) {
      node.says("kept");
      node.keeps("config/a.yaml", "a: 1");
      assertThat(node.ships()).isTrue();
    }
    try (Node second = node("second", 2)) {
      assertThat(second.words()).containsExactly("kept");
    }
    // As a kill leaves it when the database was in place and the rest was not.
    Files.delete(data("second").resolveSibling("config").resolve("a.yaml"));
    Files.createFile(data("second").resolve(Kept.UNDER_WAY));
    try (Node again = node("second", 3)) {
      assertThat(again.words()).containsExactly("kept");
      assertThat(again.anna.config().resolve("a.yaml")).hasContent("a: 1");
      assertThat(data("second").resolve(Kept.UNDER_WAY)).doesNotExist();
    }
  }

  @Test
  void whatSomebodyElsePutThereIsNotRestored() throws Exception {
    try (Node node = node("first", 1);
        var store = new ObjectStore(address)) {
      node.says("genuine");
      assertThat(node.ships()).isTrue();
      var shelf = new Shelf(store, user -> 7);
      String manifest = shelf.manifest(Node.ANNA, new SnapshotId(1, 1));
      String text = new String(store.read(manifest), StandardCharsets.UTF_8);
      boolean _ =
          store.putNew(
              shelf.manifest(Node.ANNA, new SnapshotId(1, 2)),
              text.replace("\"sequence\":1", "\"sequence\":2").getBytes(StandardCharsets.UTF_8));
    }
    try (Node second = node("second", 2)) {
      assertThatThrownBy(second::words).isInstanceOf(StorageException.class);
      assertThatThrownBy(() -> second.snapshots.restore(second.anna, 0))
          .isInstanceOf(SnapshotException.class)
          .hasMessageContaining("this service did not make it");
      assertThat(second.snapshots.restore(second.anna, 1).rows()).isPositive();
      assertThat(second.words()).containsExactly("genuine");
    }
  }

  @Test
  void aDamagedArchiveLeavesWhatIsHere() throws Exception {
    try (Node first = node("first", 1);
        var store = new ObjectStore(address)) {
      first.says("one");
      assertThat(first.ships()).isTrue();
      String archive =
          store.list("").stream()
              .map(ObjectStore.Found::name)
              .filter(name -> name.endsWith(".zip"))
              .findFirst()
              .orElseThrow();
      Path fetched = folder.resolve("fetched");
      store.fetch(archive, fetched);
      byte[] bytes = Files.readAllBytes(fetched);
      bytes[bytes.length / 2] ^= 1;
      Files.write(fetched, bytes);
      store.put(archive, fetched);
    }
    try (Node second = node("second", 2)) {
      second.epoch = 2;
      assertThatThrownBy(() -> second.snapshots.restore(second.anna, 0))
          .isInstanceOf(SnapshotException.class)
          .hasMessageContaining("its hash is another");
      assertThat(files(second.anna.home())).isEmpty();
    }
  }

  private static List<Path> files(Path home) throws IOException {
    if (Files.notExists(home)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private Path data(String disk) {
    return folder.resolve(disk).resolve(Node.ANNA).resolve("peregrine/data");
  }
}
