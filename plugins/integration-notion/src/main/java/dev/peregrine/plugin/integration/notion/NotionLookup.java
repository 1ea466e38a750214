package dev.peregrine.plugin.integration.notion;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.Tracker.Push;
import dev.peregrine.api.integration.TrackerRow;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.integration.wire.FittedRow;
import dev.peregrine.wire.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which pages stand for which rows.
 *
 * @param target id of the data source
 * @param idColumn id of the column with the external ids
 */
record NotionLookup(NotionApi api, NotionTable table, String target, String idColumn) {

  static NotionLookup of(NotionApi api, NotionTable table, Push push) throws ExtensionException {
    var _ = FittedRow.idColumn(table.target(), push.idColumn());
    return new NotionLookup(api, table, push.target(), push.idColumn());
  }

  /** The pages of these rows by external id; those in the trash only where a row has a hint. */
  Map<String, NotionPage> pages(List<TrackerRow> rows)
      throws ExtensionException, InterruptedException {
    var pages = new HashMap<String, NotionPage>();
    for (int from = 0; from < rows.size(); from += NotionApi.MOST) {
      query(rows.subList(from, Math.min(from + NotionApi.MOST, rows.size())), pages);
    }
    for (TrackerRow row : rows) {
      if (!pages.containsKey(row.externalId())) {
        hinted(row).ifPresent(page -> pages.put(row.externalId(), page));
      }
    }
    return pages;
  }

  private void query(List<TrackerRow> rows, Map<String, NotionPage> pages)
      throws ExtensionException, InterruptedException {
    var hints = new HashMap<String, String>();
    rows.forEach(row -> hints.put(row.externalId(), row.remoteId().orElse("")));
    api.pages(
        "/v1/data_sources/%s/query".formatted(target),
        () -> new JsonObject().object("filter", anyOf(rows)),
        "database \"%s\"".formatted(table.target().name()),
        results -> {
          for (Json result : results.items()) {
            NotionPage.parse(result)
                .filter(page -> !page.trashed())
                .ifPresent(page -> keep(page, hints, pages));
          }
        });
  }

  /** Of pages with the same id, which the person copied, the one that was written from here. */
  private void keep(NotionPage page, Map<String, String> hints, Map<String, NotionPage> pages) {
    String externalId = page.externalId(idColumn);
    if (hints.containsKey(externalId)
        && (!pages.containsKey(externalId) || page.id().equals(hints.get(externalId)))) {
      pages.put(externalId, page);
    }
  }

  /** A page that was written before and has lost its id, or lies in the trash. */
  private Optional<NotionPage> hinted(TrackerRow row)
      throws ExtensionException, InterruptedException {
    Optional<String> hint = row.remoteId().filter(NotionApi::isId);
    if (hint.isEmpty()) {
      return Optional.empty();
    }
    return api.find("/v1/pages/" + hint.get())
        .flatMap(NotionPage::parse)
        .filter(page -> page.source().equals(target))
        .filter(
            page ->
                page.externalId(idColumn).isEmpty()
                    || page.externalId(idColumn).equals(row.externalId()));
  }

  private JsonObject anyOf(List<TrackerRow> rows) {
    String type =
        FittedRow.find(table.target(), idColumn)
            .filter(column -> column.kind() == TrackerTarget.Kind.TITLE)
            .map(column -> "title")
            .orElse("rich_text");
    return new JsonObject()
        .objects(
            "or",
            rows.stream()
                .map(
                    row ->
                        new JsonObject()
                            .text("property", table.name(idColumn))
                            .object(type, new JsonObject().text("equals", row.externalId())))
                .toList());
  }
}
