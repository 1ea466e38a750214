package dev.peregrine.host.snapshots;

import java.util.Comparator;

/**
 * Which snapshot of somebody it is. A higher epoch is the newer one, whatever the clocks said:
 * whoever made it was the one whom the data belonged to later.
 *
 * @param sequence counted from 1 within an epoch
 */
public record SnapshotId(long epoch, long sequence) implements Comparable<SnapshotId> {

  /** Before all others. */
  static final SnapshotId NONE = new SnapshotId(0, 0);

  private static final Comparator<SnapshotId> ORDER =
      Comparator.comparingLong(SnapshotId::epoch).thenComparingLong(SnapshotId::sequence);

  @Override
  public int compareTo(SnapshotId other) {
    return ORDER.compare(this, other);
  }

  /** The order of such texts is that of what they name. */
  String text() {
    return "e%020d/%012d".formatted(epoch, sequence);
  }

  @Override
  public String toString() {
    return "%d/%d".formatted(epoch, sequence);
  }
}
