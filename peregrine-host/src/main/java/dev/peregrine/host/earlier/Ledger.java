package dev.peregrine.host.earlier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What an import notes while it goes on; a report is made of it. */
final class Ledger {

  private final Map<String, long[]> lines = new LinkedHashMap<>();
  private final Map<String, Long> stages = new LinkedHashMap<>();
  private final Map<String, Long> odd = new LinkedHashMap<>();
  private final Map<String, Long> kept = new LinkedHashMap<>();
  private final List<String> different = new ArrayList<>();
  private final TreeSet<String> secrets = new TreeSet<>();
  private final List<String> unread = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** What became of one of a kind. */
  enum Fate {
    ADDED,
    JOINED,
    SAME,
    /** Found, and not to be had as it is. */
    LEFT
  }

  void line(String what, Fate fate) {
    long[] numbers = lines.computeIfAbsent(what, key -> new long[4]);
    numbers[0]++;
    if (fate != Fate.LEFT) {
      numbers[fate.ordinal() + 1]++;
    }
  }

  void stage(String key) {
    stages.merge(key, 1L, Long::sum);
  }

  void odd(String what) {
    odd.merge(what, 1L, Long::sum);
  }

  void kept(String what) {
    kept.merge(what, 1L, Long::sum);
  }

  void different(String what) {
    if (!different.contains(what)) {
      different.add(what);
    }
  }

  void secret(String name) {
    secrets.add(name);
  }

  void unread(String sentence) {
    unread.add(sentence);
  }

  void note(String sentence) {
    if (!notes.contains(sentence)) {
      notes.add(sentence);
    }
  }

  Report report(String source, Instant at, boolean dry, String zone, String folder, String before) {
    return new Report(
        source,
        at,
        dry,
        zone,
        lines.entrySet().stream()
            // What people look for first.
            .sorted(Comparator.comparing(line -> !line.getKey().equals("jobs")))
            .map(
                line -> {
                  long[] n = line.getValue();
                  return new Report.Line(line.getKey(), n[0], n[1], n[2], n[3]);
                })
            .toList(),
        counts(stages),
        counts(odd),
        counts(kept),
        folder,
        different,
        List.copyOf(secrets),
        unread,
        notes,
        before);
  }

  private static List<Report.Count> counts(Map<String, Long> numbers) {
    return numbers.entrySet().stream()
        .map(each -> new Report.Count(each.getKey(), each.getValue()))
        .toList();
  }
}
