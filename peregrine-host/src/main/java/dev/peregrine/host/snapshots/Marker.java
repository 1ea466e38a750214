package dev.peregrine.host.snapshots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How new somebody's data on this disk are: a small file beside the database, written by whoever
 * has that open. It is raised before a snapshot is shipped, so that a kill in between never makes
 * the data here look older than what was shipped of them.
 *
 * @param stamp of what was shipped last; empty where something else may be here
 */
record Marker(SnapshotId id, String stamp) {

  /** Its name in the folder of data; no backup takes files that are called so. */
  static final String FILE = "snapshot-mark";

  private static final Marker NONE = new Marker(SnapshotId.NONE, "");
  private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,12}) ?(\\S*)");

  static Marker of(Path data) {
    try {
      Matcher line = LINE.matcher(Files.readString(data.resolve(FILE)).strip());
      return line.matches()
          ? new Marker(
              new SnapshotId(Long.parseLong(line.group(1)), Long.parseLong(line.group(2))),
              line.group(3))
          : NONE;
    } catch (NoSuchFileException none) {
      return NONE;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static Optional<Marker> find(Path data) {
    return Optional.of(of(data)).filter(marker -> !marker.equals(NONE));
  }

  void write(Path data) {
    Path part = data.resolve("." + FILE + ".part");
    try {
      Files.writeString(part, "%d %d %s%n".formatted(id.epoch(), id.sequence(), stamp));
      Files.move(
          part,
          data.resolve(FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
