package dev.peregrine.plugin.integration.airtable;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.api.integration.TrackerTarget.Column;
import dev.peregrine.integration.wire.Cells;
import dev.peregrine.integration.wire.FittedRow;
import dev.peregrine.wire.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads records of a table.
 *
 * @param idColumn the column with the external ids
 */
record AirtableRecords(AirtableApi api, AirtableTable table, Column idColumn) {

  /** So many ids make a formula of some ten thousand characters. */
  static final int ASKED_AT_ONCE = 200;

  /**
   * A record.
   *
   * @param externalId empty where the record has none
   */
  record Found(String id, String externalId, Map<String, Cell> cells) {
    Found {
      cells = Map.copyOf(cells);
    }
  }

  /** What takes records. */
  @FunctionalInterface
  interface Taker {
    void take(Found found);
  }

  static AirtableRecords of(AirtableApi api, AirtableTable table, String idColumn)
      throws ExtensionException {
    return new AirtableRecords(api, table, FittedRow.idColumn(table.target(), idColumn));
  }

  /**
   * The records of these rows, by external id, with those columns.
   *
   * @param rows no more than {@link #ASKED_AT_ONCE}
   */
  Map<String, Found> of(List<FittedRow> rows, Collection<String> columns)
      throws ExtensionException, InterruptedException {
    var hints = new HashMap<String, String>();
    rows.forEach(row -> hints.put(row.externalId(), row.remoteId().orElse("")));
    Map<String, String> hinted =
        rows.stream()
            .filter(row -> row.remoteId().filter(id -> AirtableTable.isId(id, "rec")).isPresent())
            .collect(
                Collectors.toMap(
                    row -> row.remoteId().orElseThrow(),
                    FittedRow::externalId,
                    (first, second) -> first));
    var found = new HashMap<String, Found>();
    list(
        formula(rows),
        columns,
        record -> {
          // A record that was written before and has lost its id.
          String externalId =
              record.externalId().isEmpty()
                  ? hinted.getOrDefault(record.id(), "")
                  : record.externalId();
          boolean written = record.id().equals(hints.get(externalId));
          boolean known = found.containsKey(externalId);
          if (hints.containsKey(externalId)
              && (!known || (written && !record.externalId().isEmpty()))) {
            found.put(externalId, record);
          }
        });
    return found;
  }

  /** All records that have an external id. */
  void all(Collection<String> columns, Taker taker)
      throws ExtensionException, InterruptedException {
    list("%s!=''".formatted(named(idColumn)), columns, taker);
  }

  private void list(String formula, Collection<String> columns, Taker taker)
      throws ExtensionException, InterruptedException {
    var fields = new TreeSet<>(columns);
    fields.add(idColumn.id().orElseThrow());
    Optional<String> offset = Optional.empty();
    long count = 0;
    do {
      JsonObject asked =
          new JsonObject()
              .text("filterByFormula", formula)
              .texts("fields", List.copyOf(fields))
              .flag("returnFieldsByFieldId", true)
              .whole("pageSize", 100);
      offset.ifPresent(from -> asked.text("offset", from));
      HttpCall call = api.call("POST", table.path() + "/listRecords").withJson(asked.toString());
      Json answer = api.json(call, "table \"%s\"".formatted(table.target().name()));
      if (!answer.at("records").isArray()) {
        throw api.service().notUnderstood();
      }
      for (Json record : answer.at("records").items()) {
        parse(record, fields).ifPresent(taker::take);
        count++;
      }
      api.service().context().progress().of(count, 0);
      offset = answer.at("offset").text();
    } while (offset.isPresent());
  }

  private Optional<Found> parse(Json record, Collection<String> columns) {
    return record
        .at("id")
        .text()
        .filter(id -> AirtableTable.isId(id, "rec"))
        .map(
            id -> {
              var cells = new HashMap<String, Cell>();
              for (String column : columns) {
                cells.put(
                    column, AirtableCells.read(record.at("fields").at(column), table.type(column)));
              }
              String externalId =
                  Cells.text(cells.getOrDefault(idColumn.id().orElseThrow(), new Cell.Empty()));
              return new Found(id, externalId.strip(), cells);
            });
  }

  /** Finds the rows by their external id, or by the id that their record had. */
  private String formula(List<FittedRow> rows) {
    String ids = joined(rows.stream().map(FittedRow::externalId));
    String byId = "FIND('|'&%s&'|',%s)>0".formatted(named(idColumn), ids);
    List<String> records =
        rows.stream()
            .flatMap(row -> row.remoteId().stream())
            .filter(id -> AirtableTable.isId(id, "rec"))
            .toList();
    return records.isEmpty()
        ? byId
        : "OR(%s,FIND('|'&RECORD_ID()&'|',%s)>0)".formatted(byId, joined(records.stream()));
  }

  private static String joined(Stream<String> ids) {
    return ids.map(AirtableRecords::escaped).collect(Collectors.joining("|", "'|", "|'"));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }

  private static String named(Column column) {
    return "{%s}".formatted(column.name().replace("\\", "\\\\").replace("}", "\\}"));
  }
}
