package dev.peregrine.api.board;

import dev.peregrine.api.Posting;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/** What one search may still hand over, and the part of it that one employer may. */
final class Quota {

  private final Consumer<Posting> found;
  private final boolean fullDescriptions;
  private final Set<String> seen = new HashSet<>();
  private final Queue<Posting> spare = new ArrayDeque<>();
  private int toLeaveOut;
  private int room;
  private int share;

  Quota(BoardQuery query, Consumer<Posting> found) {
    this.found = found;
    this.fullDescriptions = query.fullDescriptions();
    this.toLeaveOut = query.offset();
    this.room = query.limit();
    this.share = room;
  }

  boolean isUsedUp() {
    return room == 0;
  }

  /** Whether more postings of the present share can be of use, now or in the end. */
  boolean isShareFull() {
    return share == 0 && spare.size() >= room;
  }

  /** Begins the share of the next of some that are left. */
  void shareAmong(int left) {
    share = Math.ceilDiv(room, left);
  }

  /** Whether descriptions are wanted at all, and the next posting will not be left out. */
  boolean wantsDescription() {
    return fullDescriptions && toLeaveOut == 0;
  }

  boolean isNew(Posting posting) {
    return seen.add(posting.nativeId());
  }

  void offer(Posting posting) {
    if (toLeaveOut > 0) {
      toLeaveOut--;
    } else if (share > 0) {
      share--;
      handOver(posting);
    } else {
      spare.add(posting);
    }
  }

  /** Hands over what the shares had no room for. */
  void handOverSpare() {
    while (room > 0 && !spare.isEmpty()) {
      handOver(spare.remove());
    }
  }

  private void handOver(Posting posting) {
    room--;
    found.accept(posting);
  }
}
