package dev.peregrine.host.snapshots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is kept of each person: {@code <shard>/<person>/e<epoch>/<sequence>-<sha256>.zip}, and
 * beside it {@code <sequence>.json}, without which the archive counts as not there. A program that
 * goes on after another took over writes below an epoch that nobody reads any more.
 */
final class Shelf {

  private static final Pattern MANIFEST = Pattern.compile("e(\\d{20})/(\\d{12})\\.json");
  private static final Pattern ARCHIVE =
      Pattern.compile("e(\\d{20})/(\\d{12})-([0-9a-f]{64})\\.zip");

  private final ObjectStore store;
  private final ToIntFunction<String> shards;

  /**
   * @param shards to which part of all people somebody belongs, for ever
   */
  Shelf(ObjectStore store, ToIntFunction<String> shards) {
    this.store = store;
    this.shards = shards;
  }

  /**
   * An object.
   *
   * @param sha256 of an archive; empty for a manifest
   */
  record Item(String name, SnapshotId id, long bytes, Optional<String> sha256) {

    boolean isManifest() {
      return sha256.isEmpty();
    }
  }

  ObjectStore store() {
    return store;
  }

  String folder(String person) {
    return "%03d/%s/".formatted(shards.applyAsInt(person), person);
  }

  String manifest(String person, SnapshotId id) {
    return folder(person) + id.text() + ".json";
  }

  String archive(String person, SnapshotId id, String sha256) {
    return folder(person) + id.text() + "-" + sha256 + ".zip";
  }

  /** Everything of somebody. */
  List<Item> of(String person) {
    String folder = folder(person);
    var items = new ArrayList<Item>();
    for (ObjectStore.Found found : store.list(folder)) {
      String name = found.name().substring(folder.length());
      Matcher manifest = MANIFEST.matcher(name);
      Matcher archive = ARCHIVE.matcher(name);
      if (manifest.matches()) {
        items.add(new Item(found.name(), id(manifest), found.bytes(), Optional.empty()));
      } else if (archive.matches()) {
        items.add(
            new Item(found.name(), id(archive), found.bytes(), Optional.of(archive.group(3))));
      }
    }
    return items;
  }

  private static SnapshotId id(Matcher name) {
    return new SnapshotId(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)));
  }

  /** The snapshots of somebody, the newest first. */
  List<SnapshotId> snapshots(String person) {
    return of(person).stream()
        .filter(Item::isManifest)
        .map(Item::id)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Everybody of whom something is kept. */
  List<String> people() {
    return store.folders("").stream()
        .filter(shard -> shard.matches("\\d{3}/"))
        .flatMap(shard -> store.folders(shard).stream().map(each -> each.substring(shard.length())))
        .map(each -> each.substring(0, each.length() - 1))
        .toList();
  }

  /**
   * Deletes what is too old.
   *
   * @param newest which was kept just now
   * @param keep how many stay, that one included
   */
  void tidy(String person, SnapshotId newest, int keep) {
    List<Item> all = of(person);
    List<SnapshotId> kept =
        all.stream()
            .filter(Item::isManifest)
            .map(Item::id)
            .sorted(Comparator.reverseOrder())
            .limit(keep)
            .toList();
    all.stream()
        .filter(item -> !kept.contains(item.id()) && item.id().compareTo(newest) < 0)
        // The manifest goes first: without it nobody looks for the archive.
        .sorted(Comparator.comparing(Item::isManifest).reversed())
        .forEach(item -> store.delete(item.name()));
  }

  /** Deletes everything of somebody, whatever it is called. */
  void clear(String person) {
    store.list(folder(person)).forEach(found -> store.delete(found.name()));
  }
}
