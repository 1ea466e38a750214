package dev.peregrine.host.rest;

import dev.peregrine.host.numbers.Figures;
import dev.peregrine.host.numbers.Range;
import dev.peregrine.host.numbers.Table;
import dev.peregrine.host.web.Times;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of searching and applying. */
final class NumberOperations {

  private final Figures figures;
  private final InstantSource clock;
  private final ZoneId zone;

  NumberOperations(Figures figures, InstantSource clock, ZoneId zone) {
    this.figures = figures;
    this.clock = clock;
    this.zone = zone;
  }

  record NumberColumn(String key, String label) {}

  record NumberRow(
      String key,
      @Meaning("A number, a text or null for each column, by its key.")
          Map<String, @Nullable Object> values) {}

  record NumberTable(String key, String title, List<NumberColumn> columns, List<NumberRow> rows) {

    static NumberTable of(Table table) {
      return new NumberTable(
          table.key(),
          table.title(),
          table.columns().stream()
              .map(column -> new NumberColumn(column.key(), column.label()))
              .toList(),
          table.rows().stream().map(row -> row(table, row)).toList());
    }

    private static NumberRow row(Table table, Table.Row row) {
      var values = new LinkedHashMap<String, @Nullable Object>();
      for (int at = 0; at < table.columns().size(); at++) {
        values.put(table.columns().get(at).key(), row.cells().get(at).value());
      }
      return new NumberRow(row.key(), values);
    }
  }

  record Numbers(String range, List<NumberTable> tables) {}

  List<Operation<?, ?>> all() {
    return List.of(
        Operation.get(
            Topic.NUMBERS,
            "getNumbers",
            "/numbers",
            "Gives what came of it all, as tables.",
            List.of(
                Parameter.oneOf(
                    "range",
                    List.of("30", "90", "year", "all"),
                    "Since when jobs count, in days; 90 where it is left out."),
                Parameter.text("table", "Only the table of that key.")),
            Numbers.class,
            this::numbers));
  }

  private Numbers numbers(Asked asked) {
    Range range = Range.of(asked.text("range").orElse("90"));
    List<Table> all = figures.tables(range, new Times(clock.instant(), zone));
    List<Table> chosen =
        asked
            .text("table")
            .map(key -> all.stream().filter(table -> table.key().equals(key)).toList())
            .orElse(all);
    if (chosen.isEmpty()) {
      throw Refusal.invalid(
          "table is \"%s\", expected one of %s."
              .formatted(
                  asked.text("table").orElse(""),
                  String.join(", ", all.stream().map(Table::key).toList())));
    }
    return new Numbers(range.key(), chosen.stream().map(NumberTable::of).toList());
  }
}
