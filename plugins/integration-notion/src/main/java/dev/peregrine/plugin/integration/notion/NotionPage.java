package dev.peregrine.plugin.integration.notion;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.integration.wire.Cells;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A page of a data source.
 *
 * @param source the data source that it belongs to; empty where it belongs to none
 * @param trashed whether it lies in the trash
 * @param edited when it was last changed, to the minute
 */
record NotionPage(
    String id,
    String source,
    Optional<URI> link,
    boolean trashed,
    Optional<Instant> edited,
    Map<String, Cell> cells) {

  NotionPage {
    cells = Map.copyOf(cells);
  }

  static Optional<NotionPage> parse(Json page) {
    Optional<String> id = page.at("id").text().filter(NotionApi::isId);
    if (id.isEmpty() || !page.at("properties").isObject()) {
      return Optional.empty();
    }
    var cells = new HashMap<String, Cell>();
    for (Json property : page.at("properties").items()) {
      property.at("id").text().ifPresent(column -> cells.put(column, NotionCells.read(property)));
    }
    return Optional.of(
        new NotionPage(
            id.get(),
            page.at("parent").at("data_source_id").text().orElse(""),
            page.at("url").text().flatMap(HttpCall::address),
            page.at("in_trash").flag().orElse(false) || page.at("archived").flag().orElse(false),
            page.at("last_edited_time").text().flatMap(NotionPage::moment),
            cells));
  }

  /** The external id in that column. */
  String externalId(String idColumn) {
    return Cells.text(cells.getOrDefault(idColumn, new Cell.Empty())).strip();
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
