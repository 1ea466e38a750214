package dev.peregrine.host.importers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list with what its columns mean.
 *
 * @param id by which it waits; empty where it does not
 * @param name of its file
 * @param remembered whether the meaning is that of a list before
 */
record Opened(String id, String name, Sheet sheet, Meaning meaning, boolean remembered) {

  private static final int MOST_WORDS = 100;

  /** A word of the stage, how often it stands there, and what it means. */
  record Word(String word, int rows, Optional<Standing> means) {}

  /**
   * Which order of figures the dates have: what the person or the program says, else what the dates
   * themselves leave no doubt about.
   */
  Optional<DayOrder> order() {
    return meaning.order().or(this::told);
  }

  /** Whether the list has dates that could be two days, and nobody knows which. */
  boolean asksForOrder() {
    return order().isEmpty() && hasOpenDates();
  }

  /** Whether there is anything to choose about the order of figures. */
  boolean hasOpenDates() {
    return dates().anyMatch(text -> SheetTimes.orders(text).size() == 2);
  }

  /** A date that could be two days. */
  Optional<String> openDate() {
    return dates().filter(text -> SheetTimes.orders(text).size() == 2).findFirst();
  }

  private Optional<DayOrder> told() {
    List<DayOrder> told =
        dates()
            .map(SheetTimes::orders)
            .filter(orders -> orders.size() == 1)
            .map(List::getFirst)
            .distinct()
            .toList();
    return told.size() == 1 ? Optional.of(told.getFirst()) : Optional.empty();
  }

  private java.util.stream.Stream<String> dates() {
    List<Integer> columns =
        java.util.stream.IntStream.range(0, meaning.fields().size())
            .filter(at -> meaning.fields().get(at).isTime())
            .boxed()
            .toList();
    return sheet.rows().stream()
        .flatMap(row -> columns.stream().map(row::cell))
        .filter(text -> !text.isEmpty());
  }

  /** The words of the stage that stand in the list. */
  List<Word> words() {
    if (meaning.column(Field.STAGE).isEmpty()) {
      return List.of();
    }
    int column = meaning.column(Field.STAGE).getAsInt();
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, String> shown = new LinkedHashMap<>();
    for (Sheet.Row row : sheet.rows()) {
      String word = row.cell(column);
      String plain = Standing.plain(word);
      if (!plain.isEmpty()) {
        counts.merge(plain, 1, Integer::sum);
        shown.putIfAbsent(plain, word);
      }
    }
    return counts.entrySet().stream()
        .limit(MOST_WORDS)
        .map(
            each ->
                new Word(
                    shown.getOrDefault(each.getKey(), each.getKey()),
                    each.getValue(),
                    meaning.standing(each.getKey())))
        .toList();
  }

  /** What keeps it from being brought; empty for nothing. */
  boolean hasNeither() {
    return meaning.column(Field.TITLE).isEmpty() && meaning.column(Field.LINK).isEmpty();
  }
}
