package dev.peregrine.plugin.integration.notion;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.SyncPoint;
import dev.peregrine.api.integration.Tracker.Pull;
import dev.peregrine.api.integration.Tracker.Pulled;
import dev.peregrine.api.integration.TrackerRow;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.integration.wire.FittedRow;
import dev.peregrine.wire.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reading pages back. Notion tells what was changed since a minute, by its own clock, but not what
 * was deleted; so everything is read once a day.
 */
record NotionPull(NotionApi api, NotionTable table, Pull pull, Consumer<Pulled> found) {

  private static final Duration WHOLE = Duration.ofDays(1);

  /**
   * How far was read.
   *
   * @param edited the latest change that was seen
   * @param whole when everything was read
   */
  private record Mark(Instant edited, Instant whole) {

    static Optional<Mark> parse(String token) {
      String[] parts = token.split(" ", -1);
      try {
        return parts.length == 2
            ? Optional.of(new Mark(Instant.parse(parts[0]), Instant.parse(parts[1])))
            : Optional.empty();
      } catch (DateTimeException nonsense) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return edited + " " + whole;
    }
  }

  SyncPoint read(Optional<String> since) throws ExtensionException, InterruptedException {
    var _ = FittedRow.idColumn(table.target(), pull.idColumn());
    Instant now = api.service().context().clock().instant();
    Optional<Mark> mark =
        since.flatMap(Mark::parse).filter(last -> now.isBefore(last.whole().plus(WHOLE)));
    var seen = new ArrayList<Instant>();
    seen.add(mark.map(Mark::edited).orElse(Instant.EPOCH));
    var count = new int[1];
    api.pages(
        "/v1/data_sources/%s/query".formatted(pull.target()),
        () -> new JsonObject().object("filter", filter(mark)),
        "database \"%s\"".formatted(table.target().name()),
        results -> {
          for (Json result : results.items()) {
            NotionPage.parse(result).filter(page -> !page.trashed()).ifPresent(this::hand);
            NotionPage.parse(result).flatMap(NotionPage::edited).ifPresent(seen::add);
            count[0]++;
          }
          api.service().context().progress().of(count[0], 0);
        });
    Instant latest = seen.stream().max(Instant::compareTo).orElse(Instant.EPOCH);
    return new SyncPoint(
        new Mark(latest, mark.map(Mark::whole).orElse(now)).toString(), mark.isEmpty());
  }

  private void hand(NotionPage page) {
    String externalId = page.externalId(pull.idColumn());
    if (externalId.isEmpty()) {
      return;
    }
    var cells = new HashMap<String, Cell>();
    for (String column : pull.columns()) {
      FittedRow.find(table.target(), column)
          .ifPresent(
              there -> cells.put(column, page.cells().getOrDefault(column, new Cell.Empty())));
    }
    found.accept(
        new Pulled(
            new TrackerRow(externalId, Optional.of(page.id()), cells), page.edited(), false));
  }

  private JsonObject filter(Optional<Mark> mark) {
    String type =
        FittedRow.find(table.target(), pull.idColumn())
            .filter(column -> column.kind() == TrackerTarget.Kind.TITLE)
            .map(column -> "title")
            .orElse("rich_text");
    JsonObject ours =
        new JsonObject()
            .text("property", table.name(pull.idColumn()))
            .object(type, new JsonObject().flag("is_not_empty", true));
    if (mark.isEmpty()) {
      return ours;
    }
    JsonObject later =
        new JsonObject()
            .text("timestamp", "last_edited_time")
            .object(
                "last_edited_time",
                new JsonObject().text("on_or_after", mark.get().edited().toString()));
    return new JsonObject().objects("and", List.of(ours, later));
  }
}
