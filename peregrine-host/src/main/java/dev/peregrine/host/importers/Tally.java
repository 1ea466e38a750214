package dev.peregrine.host.importers;

import dev.peregrine.host.importers.Report.Count;
import dev.peregrine.host.importers.Report.Lines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what becomes of the rows of a list. */
final class Tally {

  private static final int FIRST = 12;

  private final Map<Standing, Integer> stages = new TreeMap<>();
  private final Map<String, Integer> odd = new LinkedHashMap<>();
  private final Map<String, List<Integer>> left = new LinkedHashMap<>();
  private int rows;
  private int fresh;
  private int further;
  private int same;
  private int twice;
  private int unnoted;

  void fresh(Item.Taken item) {
    fresh++;
    taken(item);
  }

  void further(Item.Taken item) {
    further++;
    taken(item);
  }

  void same() {
    rows++;
    same++;
  }

  /**
   * A row of a job that an earlier row told of.
   *
   * @param goes whether it takes it further
   */
  void twice(Item.Taken item, boolean goes) {
    rows++;
    twice++;
    if (goes) {
      stages.merge(item.standing(), 1, Integer::sum);
    }
  }

  void unnoted() {
    unnoted++;
  }

  void left(Item.Left item) {
    rows++;
    left.computeIfAbsent(item.why(), why -> new ArrayList<>()).add(item.row());
  }

  private void taken(Item.Taken item) {
    rows++;
    stages.merge(item.standing(), 1, Integer::sum);
    item.odd().stream().distinct().forEach(what -> odd.merge(what, 1, Integer::sum));
  }

  Report report(long more) {
    return new Report(
        rows,
        fresh,
        further,
        same,
        twice,
        left.values().stream().mapToInt(List::size).sum(),
        stages.entrySet().stream()
            .map(each -> new Count(each.getKey().key(), each.getValue()))
            .toList(),
        left.entrySet().stream()
            .map(
                each ->
                    new Lines(
                        each.getKey(),
                        each.getValue().size(),
                        each.getValue().stream().limit(FIRST).toList()))
            .toList(),
        odd.entrySet().stream()
            .map(each -> new Count(each.getKey(), each.getValue()))
            .sorted(Comparator.comparing(Count::n).reversed())
            .toList(),
        unnoted,
        more);
  }
}
