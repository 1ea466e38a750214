package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.NameMapper.KeyData;
import dev.peregrine.host.pipeline.NameMapper.NameData;
import dev.peregrine.host.storage.Mappers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds jobs by words of their title and employer; where few have them, by words like them. */
final class JobNames {

  /** What the index of keys may hand over to be compared letter by letter. */
  private static final int MOST_COMPARED = 3_000;

  private static final int SHORTEST = 4;

  /** What is longer is a list of places. */
  private static final int LONGEST_PLACE = 60;

  private JobNames() {}

  static List<NamedJob> find(Mappers mappers, String typed, int most) {
    NameMapper names = mappers.of(NameMapper.class);
    var found = new LinkedHashMap<Long, NamedJob>();
    String query = SearchWords.beginnings(typed);
    if (query.isEmpty()) {
      return List.of();
    }
    names.withWords("{title company} : (" + query + ")", most).forEach(row -> add(found, row));
    List<String> words = Spelling.words(typed);
    // With two letters typed, everything would be nearly right.
    if (found.size() < most && words.stream().anyMatch(word -> word.length() >= SHORTEST)) {
      nearly(names, words, most).stream().limit(most).forEach(row -> add(found, row));
    }
    return found.values().stream().limit(most).toList();
  }

  static Map<String, Integer> places(Mappers mappers, String typed, int most) {
    String plain = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    var found = new LinkedHashMap<String, Integer>();
    mappers
        .of(NameMapper.class)
        .places(plain + "%", "% " + plain + "%", LONGEST_PLACE, most)
        .forEach(place -> found.put(place.place(), place.jobs()));
    return found;
  }

  private static void add(Map<Long, NamedJob> found, NameData row) {
    found.putIfAbsent(row.id(), named(row));
  }

  static NamedJob named(NameData row) {
    return new NamedJob(
        row.id(), row.title(), Optional.ofNullable(row.company()), Stage.of(row.stage()));
  }

  private static List<NameData> nearly(NameMapper names, List<String> words, int most) {
    record Fit(long id, int fit) {}
    List<Fit> best =
        names.maybe(words.stream().map(JobNames::pieces).toList(), MOST_COMPARED).stream()
            .map(key -> new Fit(key.id(), fit(words, key)))
            .filter(fit -> fit.fit() > 0)
            .sorted(Comparator.comparingInt(Fit::fit).thenComparingLong(Fit::id).reversed())
            .limit(most * 2L)
            .toList();
    if (best.isEmpty()) {
      return List.of();
    }
    String ids =
        best.stream()
            .map(fit -> Long.toString(fit.id()))
            .collect(Collectors.joining(",", "[", "]"));
    Map<Long, NameData> rows =
        names.byId(ids).stream().collect(Collectors.toMap(NameData::id, row -> row));
    return best.stream().map(fit -> rows.get(fit.id())).filter(Objects::nonNull).toList();
  }

  private static int fit(List<String> words, KeyData key) {
    return Spelling.fit(words, List.of(key.words().split(" ", -1)));
  }

  /** With n typos, one of n + 1 pieces of a word is as it should be. */
  private static List<String> pieces(String word) {
    int count = Spelling.typos(word) + 1;
    var pieces = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      pieces.add(word.substring(word.length() * i / count, word.length() * (i + 1) / count));
    }
    return pieces;
  }
}
