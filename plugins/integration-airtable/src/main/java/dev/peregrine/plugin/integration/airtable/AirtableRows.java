package dev.peregrine.plugin.integration.airtable;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.PushOutcome;
import dev.peregrine.api.integration.PushOutcome.Change;
import dev.peregrine.api.integration.PushOutcome.Effect;
import dev.peregrine.api.integration.Tracker.Push;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.integration.wire.AtOnce;
import dev.peregrine.integration.wire.Cells;
import dev.peregrine.integration.wire.FittedRow;
import dev.peregrine.plugin.integration.airtable.AirtableRecords.Found;
import dev.peregrine.wire.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The records of one push. */
record AirtableRows(AirtableApi api, AirtableTable table, Push push, Consumer<PushOutcome> done) {

  private static final int IN_ONE_CALL = 10;

  /** Airtable takes longer to answer than it asks to leave between two calls. */
  private static final int AT_ONCE = 3;

  /** What some rows ask first is asked while others are written, so that no call waits for it. */
  private static final int LOTS_AT_ONCE = 2;

  /** A record that has to be written. */
  private record Write(FittedRow row, Optional<Found> there, List<Change> changes) {}

  void write() throws ExtensionException, InterruptedException {
    List<FittedRow> rows =
        FittedRow.of(
            push,
            table.target(),
            (cell, column) -> AirtableCells.finished(cell, table.type(column.id().orElse(""))),
            done);
    Set<String> columns =
        rows.stream().flatMap(row -> row.cells().keySet().stream()).collect(Collectors.toSet());
    AtOnce.run(
        LOTS_AT_ONCE, parts(rows, AirtableRecords.ASKED_AT_ONCE), lot -> write(lot, columns));
  }

  private void write(List<FittedRow> rows, Set<String> columns)
      throws ExtensionException, InterruptedException {
    Map<String, Found> there = AirtableRecords.of(api, table, push.idColumn()).of(rows, columns);
    var writes = new ArrayList<Write>();
    for (FittedRow row : rows) {
      Optional<Found> found = Optional.ofNullable(there.get(row.externalId()));
      List<Change> changes = Cells.changes(found.map(Found::cells).orElseGet(Map::of), row.cells());
      if (found.isPresent() && changes.isEmpty()) {
        tell(new PushOutcome.Unchanged(row.externalId()));
      } else if (push.dryRun()) {
        tell(written(new Write(row, found, changes), found.map(Found::id)));
      } else {
        writes.add(new Write(row, found, changes));
      }
    }
    AtOnce.run(AT_ONCE, parts(writes, IN_ONE_CALL), this::write);
  }

  /** Rows that Airtable does not take together it may take one by one. */
  private void write(List<Write> writes) throws ExtensionException, InterruptedException {
    HttpReply reply = api.service().exchange(upsert(writes));
    boolean refused = reply.status() == 422 || reply.status() == 400 || reply.status() == 413;
    if (refused && writes.size() > 1) {
      for (Write write : writes) {
        write(List.of(write));
      }
    } else if (refused) {
      tell(
          new PushOutcome.Failed(
              writes.getFirst().row().externalId(), api.service().failure(reply).exception()));
    } else {
      told(writes, api.json(api.accepted(reply, named())));
    }
  }

  private HttpCall upsert(List<Write> writes) {
    List<JsonObject> records = new ArrayList<>();
    for (Write write : writes) {
      var record = new JsonObject();
      var cells = new HashMap<String, Cell>();
      if (write.there().isPresent()) {
        record.text("id", write.there().get().id());
        write.changes().forEach(change -> cells.put(change.column(), change.after()));
      } else {
        cells.putAll(write.row().cells());
      }
      records.add(record.object("fields", AirtableCells.fields(cells, table)));
    }
    return api.call("PATCH", table.path())
        .withJson(
            new JsonObject()
                .object(
                    "performUpsert",
                    new JsonObject().texts("fieldsToMergeOn", List.of(push.idColumn())))
                // So that words which a list does not know yet are added to it.
                .flag("typecast", true)
                .flag("returnFieldsByFieldId", true)
                .objects("records", records)
                .toString());
  }

  private void told(List<Write> writes, Json answer) throws ExtensionException {
    List<Json> records = answer.at("records").items();
    if (records.size() != writes.size()) {
      throw api.service().notUnderstood();
    }
    for (int i = 0; i < writes.size(); i++) {
      String id = records.get(i).at("id").text().orElseThrow(api.service()::notUnderstood);
      tell(written(writes.get(i), Optional.of(id)));
    }
  }

  private PushOutcome written(Write write, Optional<String> id) {
    return new PushOutcome.Written(
        write.row().externalId(),
        id,
        write.there().isPresent() ? Effect.CHANGED : Effect.ADDED,
        id.map(table::link),
        write.changes());
  }

  /** What is deleted lies in the base's trash for a week, from which the person restores it. */
  void archive() throws ExtensionException, InterruptedException {
    AtOnce.run(
        LOTS_AT_ONCE,
        parts(
            push.rows().stream()
                .map(row -> new FittedRow(row.externalId(), row.remoteId(), Map.of()))
                .toList(),
            AirtableRecords.ASKED_AT_ONCE),
        this::archive);
  }

  private void archive(List<FittedRow> rows) throws ExtensionException, InterruptedException {
    Map<String, Found> there = AirtableRecords.of(api, table, push.idColumn()).of(rows, Set.of());
    var gone = new ArrayList<PushOutcome.Written>();
    for (FittedRow row : rows) {
      Found found = there.get(row.externalId());
      if (found == null) {
        tell(new PushOutcome.Unchanged(row.externalId()));
      } else if (push.dryRun()) {
        tell(archived(row, found));
      } else {
        gone.add(archived(row, found));
      }
    }
    AtOnce.run(
        AT_ONCE,
        parts(gone, IN_ONE_CALL),
        some -> {
          HttpCall call = api.call("DELETE", table.path());
          for (PushOutcome.Written row : some) {
            call = call.withQuery("records[]", row.remoteId().orElseThrow());
          }
          Json _ = api.json(call, named());
          some.forEach(this::tell);
        });
  }

  private static PushOutcome.Written archived(FittedRow row, Found found) {
    return new PushOutcome.Written(
        row.externalId(), Optional.of(found.id()), Effect.ARCHIVED, Optional.empty(), List.of());
  }

  private void tell(PushOutcome outcome) {
    synchronized (done) {
      done.accept(outcome);
    }
  }

  private String named() {
    return "table \"%s\"".formatted(table.target().name());
  }

  private static <T> List<List<T>> parts(List<T> all, int size) {
    var parts = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += size) {
      parts.add(List.copyOf(all.subList(from, Math.min(from + size, all.size()))));
    }
    return parts;
  }
}
