package dev.peregrine.host.boot;

import dev.peregrine.host.numbers.Range;
import dev.peregrine.host.numbers.Table;
import dev.peregrine.host.web.Times;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "numbers",
    description = "Says what came of searching and applying.",
    mixinStandardHelpOptions = true)
final class NumbersCommand extends TenantCommand {

  /** How they are written. */
  static final class Format {
    @Option(names = "--json", description = "One JSON object a line: a row of a table.")
    private boolean json;

    @Option(names = "--csv", description = "The tables as CSV, an empty line between them.")
    private boolean csv;
  }

  @ArgGroup private @Nullable Format format;

  @Option(
      names = "--range",
      paramLabel = "DAYS",
      description = "30, 90, year or all (default: ${DEFAULT-VALUE})",
      defaultValue = "90")
  private String range = "";

  @Option(names = "--table", paramLabel = "NAME", description = "Only this table.")
  private @Nullable String only;

  @Override
  int run(Peregrine peregrine, Output output) {
    Range asked = Range.of(range);
    if (!asked.key().equals(range)) {
      throw new UsageException("Range \"%s\": expected one of 30, 90, year, all.".formatted(range));
    }
    Installation installation = peregrine.installation();
    var times = new Times(installation.clock().instant(), installation.zone());
    List<Table> tables = peregrine.afterApplying().figures().tables(asked, times);
    List<Table> chosen =
        tables.stream().filter(table -> only == null || table.key().equals(only)).toList();
    if (chosen.isEmpty()) {
      throw new UsageException(
          "Table \"%s\": expected one of %s."
              .formatted(only, String.join(", ", tables.stream().map(Table::key).toList())));
    }
    for (Table table : chosen) {
      if (format != null && format.json) {
        table.rows().forEach(row -> output.json(json(table, row)));
      } else if (format != null && format.csv) {
        if (chosen.size() > 1) {
          output.line(table.key());
        }
        Arrays.stream(table.csv().split("\r\n")).forEach(output::line);
        output.line("");
      } else {
        output.line(table.title());
        output.table(cells(table));
        output.line("");
      }
    }
    return ExitCode.DONE;
  }

  private static Map<String, @Nullable Object> json(Table table, Table.Row row) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("table", table.key());
    object.put("key", row.key());
    for (int at = 0; at < table.columns().size(); at++) {
      object.put(table.columns().get(at).key(), row.cells().get(at).value());
    }
    return object;
  }

  private static List<List<String>> cells(Table table) {
    var lines = new ArrayList<List<String>>();
    lines.add(table.columns().stream().map(Table.Column::label).toList());
    table.rows().forEach(row -> lines.add(row.cells().stream().map(Table.Cell::text).toList()));
    return lines;
  }
}
