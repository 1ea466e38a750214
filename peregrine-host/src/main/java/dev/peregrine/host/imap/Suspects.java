package dev.peregrine.host.imap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages that were on their way when a connection broke. Some servers break it over a message
 * that they cannot give; it would keep all others from being read. Suspects are asked for last and
 * in ever smaller groups, until it is known which one it is.
 */
final class Suspects {

  private static final int FEW = 20;

  /** How often a message was on its way, from which on it is asked for alone. */
  private static final int ALONE = 2;

  /** The same from which on it is given up: it was alone for half of them. */
  private static final int GIVEN_UP = 4;

  private final Map<Long, Map<Long, Integer>> cuts = new ConcurrentHashMap<>();
  private final AtomicLong noted = new AtomicLong();

  /** Notes which messages of a folder were on their way. */
  void cut(long folder, List<Long> uids) {
    Map<Long, Integer> counts = cuts.computeIfAbsent(folder, any -> new ConcurrentHashMap<>());
    uids.forEach(uid -> counts.merge(uid, 1, Integer::sum));
    noted.incrementAndGet();
  }

  /** Forgets those of a folder of which all that can be had was. */
  void cleared(long folder) {
    cuts.remove(folder);
  }

  /** A number that differs where something was noted since. */
  long noted() {
    return noted.get();
  }

  /** In which groups messages are asked for. */
  List<List<Long>> batches(long folder, List<Long> uids, int most) {
    Map<Long, Integer> counts = cuts.getOrDefault(folder, Map.of());
    var batches = new ArrayList<List<Long>>();
    grouped(uids.stream().filter(uid -> count(counts, uid) == 0).toList(), most, batches);
    grouped(uids.stream().filter(uid -> count(counts, uid) == 1).toList(), FEW, batches);
    // Who was alone before comes last: by then others told whether the server gives any.
    grouped(
        uids.stream()
            .filter(uid -> count(counts, uid) >= ALONE)
            .sorted(Comparator.comparingInt(uid -> count(counts, uid)))
            .toList(),
        1,
        batches);
    return batches;
  }

  private static void grouped(List<Long> uids, int most, List<List<Long>> batches) {
    for (int from = 0; from < uids.size(); from += most) {
      batches.add(uids.subList(from, Math.min(from + most, uids.size())));
    }
  }

  private static int count(Map<Long, Integer> counts, Long uid) {
    return counts.getOrDefault(uid, 0);
  }

  /** Whether a group is one message whose turn it is to be asked for alone. */
  boolean isAlone(long folder, List<Long> batch) {
    return batch.size() == 1
        && count(cuts.getOrDefault(folder, Map.of()), batch.getFirst()) >= ALONE;
  }

  /** Whether it was alone already when a connection broke. */
  boolean wasAlone(long folder, List<Long> batch) {
    return batch.size() == 1
        && count(cuts.getOrDefault(folder, Map.of()), batch.getFirst()) > ALONE;
  }

  /** Whether a group is one message that the server will never give. */
  boolean isGivenUp(long folder, List<Long> batch) {
    return batch.size() == 1
        && count(cuts.getOrDefault(folder, Map.of()), batch.getFirst()) >= GIVEN_UP;
  }
}
