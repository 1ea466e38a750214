package dev.peregrine.plugin.integration.googlesheets;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.PushOutcome;
import dev.peregrine.api.integration.PushOutcome.Change;
import dev.peregrine.api.integration.PushOutcome.Effect;
import dev.peregrine.api.integration.Tracker.Push;
import dev.peregrine.api.integration.TrackerRow;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.integration.wire.FittedRow;
import dev.peregrine.wire.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The rows of one push. A row is known by its external id alone, because people sort sheets; so
 * what is written is found in what was read just before.
 */
final class SheetRows {

  private final SheetsApi api;
  private final Sheet sheet;
  private final Push push;
  private final Consumer<PushOutcome> done;
  private final int idPlace;
  private int end;
  private boolean marked;

  SheetRows(SheetsApi api, Sheet sheet, Push push, Consumer<PushOutcome> done)
      throws ExtensionException {
    this.api = api;
    this.sheet = sheet;
    this.push = push;
    this.done = done;
    var _ = FittedRow.idColumn(sheet.target(), push.idColumn());
    this.idPlace = sheet.place(push.idColumn()).orElseThrow();
    this.end = sheet.end();
    this.marked = sheet.untagged().isEmpty();
  }

  /**
   * A row that has to be written.
   *
   * @param there its number, from 0; empty for a new one
   */
  private record Write(
      String externalId,
      Optional<Integer> there,
      boolean hidden,
      SortedMap<Integer, Cell> cells,
      List<Change> changes) {}

  void write() throws ExtensionException, InterruptedException {
    Map<String, Integer> numbers = numbers();
    var writes = new ArrayList<Write>();
    for (TrackerRow row : push.rows()) {
      try {
        writes.add(wanted(row, Optional.ofNullable(numbers.get(row.externalId()))));
      } catch (ExtensionException unfit) {
        done.accept(new PushOutcome.Failed(row.externalId(), unfit));
      }
    }
    for (Write write : List.copyOf(writes)) {
      if (write.there().isPresent() && write.changes().isEmpty() && !write.hidden()) {
        done.accept(new PushOutcome.Unchanged(write.externalId()));
        boolean _ = writes.remove(write);
      } else if (push.dryRun()) {
        done.accept(written(write, write.there()));
      }
    }
    if (!push.dryRun() && !writes.isEmpty()) {
      write(writes);
    }
  }

  /** Rows that the service does not take together are halved until the one is found. */
  private void write(List<Write> writes) throws ExtensionException, InterruptedException {
    var numbers = new HashMap<String, Integer>();
    var requests = new ArrayList<JsonObject>(marks(writes));
    var cells = new ArrayList<JsonObject>();
    int next = end;
    for (Write write : writes) {
      int number = write.there().isPresent() ? write.there().get() : next++;
      numbers.put(write.externalId(), number);
      cells.addAll(SheetRequests.cells(sheet.id(), number, write.cells(), sheet.zone()));
      if (write.hidden()) {
        cells.add(SheetRequests.hide(sheet.id(), number, false));
      }
    }
    if (next > Math.max(end, sheet.rowCount())) {
      requests.add(SheetRequests.grow(sheet.id(), "ROWS", next - Math.max(end, sheet.rowCount())));
    }
    requests.addAll(cells);
    HttpReply reply = api.update(sheet.spreadsheet(), requests);
    boolean refused = reply.status() == 400 || reply.status() == 413;
    if (refused && writes.size() > 1) {
      write(List.copyOf(writes.subList(0, writes.size() / 2)));
      write(List.copyOf(writes.subList(writes.size() / 2, writes.size())));
    } else if (refused) {
      done.accept(
          new PushOutcome.Failed(writes.getFirst().externalId(), api.google().failure(reply, "")));
    } else {
      Json _ = api.updated(reply);
      end = next;
      marked = true;
      for (Write write : writes) {
        done.accept(written(write, Optional.ofNullable(numbers.get(write.externalId()))));
      }
    }
  }

  /** Hidden rows are out of sight, and the person can show them again. */
  void archive() throws ExtensionException, InterruptedException {
    Map<String, Integer> numbers = numbers();
    var requests = new ArrayList<JsonObject>();
    var outcomes = new ArrayList<PushOutcome>();
    for (TrackerRow row : push.rows()) {
      Integer number = numbers.get(row.externalId());
      if (number == null || sheet.hidden().contains(number)) {
        outcomes.add(new PushOutcome.Unchanged(row.externalId()));
      } else {
        requests.add(SheetRequests.hide(sheet.id(), number, true));
        outcomes.add(
            new PushOutcome.Written(
                row.externalId(), remoteId(number), Effect.ARCHIVED, Optional.empty(), List.of()));
      }
    }
    if (!push.dryRun() && !requests.isEmpty()) {
      Json _ = api.updated(api.update(sheet.spreadsheet(), requests));
    }
    outcomes.forEach(done);
  }

  private Write wanted(TrackerRow row, Optional<Integer> number) throws ExtensionException {
    var cells = new TreeMap<Integer, Cell>();
    var changes = new ArrayList<Change>();
    var wanted = new TreeMap<>(row.cells());
    wanted.put(push.idColumn(), new Cell.Text(row.externalId()));
    for (Map.Entry<String, Cell> cell : wanted.entrySet()) {
      var _ = FittedRow.column(sheet.target(), cell.getKey());
      int place = sheet.place(cell.getKey()).orElseThrow();
      Optional<Json> there = number.map(at -> sheet.value(at, place));
      boolean same =
          there.isPresent()
              ? SheetCells.isSame(there.get(), cell.getValue(), sheet.zone())
              : cell.getValue() instanceof Cell.Empty;
      if (!same) {
        cells.put(place, cell.getValue());
        Cell before =
            there
                .map(value -> SheetCells.like(value, cell.getValue(), sheet.zone()))
                .orElseGet(Cell.Empty::new);
        changes.add(new Change(cell.getKey(), Optional.of(before), cell.getValue()));
      }
    }
    return new Write(
        row.externalId(),
        number,
        number.filter(sheet.hidden()::contains).isPresent(),
        cells,
        List.copyOf(changes));
  }

  /** Marks the columns, so that they are found again when the person renames them. */
  private List<JsonObject> marks(List<Write> writes) {
    if (marked) {
      return List.of();
    }
    var kinds = new HashMap<Integer, TrackerTarget.Kind>();
    for (Write write : writes) {
      write
          .cells()
          .forEach(
              (place, cell) -> {
                if (!(cell instanceof Cell.Empty)) {
                  kinds.merge(place, SheetCells.kind(cell), SheetRows::wider);
                }
              });
    }
    var marks = new ArrayList<JsonObject>();
    for (String column : sheet.untagged()) {
      int place = sheet.place(column).orElseThrow();
      marks.add(
          SheetRequests.mark(
              sheet.id(), place, kinds.getOrDefault(place, TrackerTarget.Kind.TEXT), column));
    }
    return marks;
  }

  private static TrackerTarget.Kind wider(TrackerTarget.Kind one, TrackerTarget.Kind other) {
    if (one == other) {
      return one;
    }
    var both = new HashSet<>(List.of(one, other));
    return both.equals(
            new HashSet<>(List.of(TrackerTarget.Kind.CHOICE, TrackerTarget.Kind.CHOICES)))
        ? TrackerTarget.Kind.CHOICES
        : TrackerTarget.Kind.TEXT;
  }

  /** The numbers of the rows by external id; of copies the first. */
  private Map<String, Integer> numbers() {
    var numbers = new HashMap<String, Integer>();
    for (int row = 1; row < sheet.rows().size(); row++) {
      int number = row;
      sheet.value(row, idPlace).text().ifPresent(id -> numbers.putIfAbsent(id, number));
    }
    return numbers;
  }

  private PushOutcome written(Write write, Optional<Integer> number) {
    return new PushOutcome.Written(
        write.externalId(),
        number.flatMap(SheetRows::remoteId),
        write.there().isPresent() ? Effect.CHANGED : Effect.ADDED,
        number.flatMap(
            at ->
                sheet
                    .link()
                    .map(link -> "%s&range=%d:%d".formatted(link, at + 1, at + 1))
                    .flatMap(HttpCall::address)),
        write.changes());
  }

  /** Where the row is now, as people count; it moves when they sort. */
  private static Optional<String> remoteId(int number) {
    return Optional.of(Integer.toString(number + 1));
  }
}
