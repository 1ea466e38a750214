package dev.peregrine.plugin.integration.notion;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.PushOutcome;
import dev.peregrine.api.integration.PushOutcome.Change;
import dev.peregrine.api.integration.PushOutcome.Effect;
import dev.peregrine.api.integration.Tracker.Push;
import dev.peregrine.api.integration.TrackerRow;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.integration.wire.AtOnce;
import dev.peregrine.integration.wire.Cells;
import dev.peregrine.integration.wire.FittedRow;
import dev.peregrine.integration.wire.ServiceFailure;
import dev.peregrine.wire.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The pages of one push.
 *
 * @param dataSource to which they belong
 * @param push what is wanted
 * @param done takes outcomes
 */
record NotionRows(NotionApi api, NotionTable table, Push push, Consumer<PushOutcome> done) {

  /** Notion takes longer to answer than it asks to leave between two calls. */
  private static final int AT_ONCE = 3;

  void write() throws ExtensionException, InterruptedException {
    List<FittedRow> rows =
        FittedRow.of(
            push,
            table.target(),
            (cell, column) -> NotionCells.finished(cell, column, table),
            done);
    Map<String, NotionPage> there = NotionLookup.of(api, table, push).pages(push.rows());
    AtOnce.run(AT_ONCE, rows, row -> write(row, Optional.ofNullable(there.get(row.externalId()))));
  }

  void archive() throws ExtensionException, InterruptedException {
    Map<String, NotionPage> there = NotionLookup.of(api, table, push).pages(push.rows());
    AtOnce.run(
        AT_ONCE,
        push.rows(),
        row -> archive(row, Optional.ofNullable(there.get(row.externalId()))));
  }

  private void write(FittedRow row, Optional<NotionPage> page)
      throws ExtensionException, InterruptedException {
    List<Change> changes =
        Cells.changes(page.map(NotionPage::cells).orElseGet(Map::of), row.cells());
    boolean trashed = page.map(NotionPage::trashed).orElse(false);
    if (page.isPresent() && changes.isEmpty() && !trashed) {
      tell(new PushOutcome.Unchanged(row.externalId()));
      return;
    }
    Effect effect = page.isPresent() ? Effect.CHANGED : Effect.ADDED;
    if (push.dryRun()) {
      tell(
          new PushOutcome.Written(
              row.externalId(),
              page.map(NotionPage::id),
              effect,
              page.flatMap(NotionPage::link),
              changes));
      return;
    }
    if (trashed) {
      // A page in the trash takes no other change.
      Json _ =
          api.send("PATCH", path(page.get()), new JsonObject().flag("in_trash", false), named());
    }
    HttpReply reply = page.isPresent() ? changed(page.get(), changes) : added(row);
    if (reply.status() == 400 || reply.status() == 413) {
      ServiceFailure refused = api.service().failure(reply);
      tell(new PushOutcome.Failed(row.externalId(), refused.exception()));
      return;
    }
    NotionPage written =
        NotionPage.parse(api.json(api.accepted(reply, named())))
            .orElseThrow(api.service()::notUnderstood);
    tell(
        new PushOutcome.Written(
            row.externalId(), Optional.of(written.id()), effect, written.link(), changes));
  }

  private HttpReply added(FittedRow row) throws ExtensionException, InterruptedException {
    return api.exchange(
        "POST",
        "/v1/pages",
        new JsonObject()
            .object(
                "parent",
                new JsonObject()
                    .text("type", "data_source_id")
                    .text("data_source_id", push.target()))
            .object("properties", properties(row.cells())));
  }

  private HttpReply changed(NotionPage page, List<Change> changes)
      throws ExtensionException, InterruptedException {
    var cells = new HashMap<String, Cell>();
    changes.forEach(change -> cells.put(change.column(), change.after()));
    return api.exchange(
        "PATCH", path(page), new JsonObject().object("properties", properties(cells)));
  }

  private JsonObject properties(Map<String, Cell> cells) {
    var properties = new JsonObject();
    cells.forEach(
        (column, cell) ->
            properties.object(table.name(column), NotionCells.written(cell, table.type(column))));
    return properties;
  }

  private void archive(TrackerRow row, Optional<NotionPage> page)
      throws ExtensionException, InterruptedException {
    if (page.isEmpty() || page.get().trashed()) {
      tell(new PushOutcome.Unchanged(row.externalId()));
      return;
    }
    if (!push.dryRun()) {
      Json _ =
          api.send("PATCH", path(page.get()), new JsonObject().flag("in_trash", true), named());
    }
    tell(
        new PushOutcome.Written(
            row.externalId(),
            Optional.of(page.get().id()),
            Effect.ARCHIVED,
            page.get().link(),
            List.of()));
  }

  private void tell(PushOutcome outcome) {
    synchronized (done) {
      done.accept(outcome);
    }
  }

  private String named() {
    return "database \"%s\"".formatted(table.target().name());
  }

  private static String path(NotionPage page) {
    return "/v1/pages/" + page.id();
  }
}
