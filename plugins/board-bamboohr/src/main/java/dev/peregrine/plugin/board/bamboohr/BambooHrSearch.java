package dev.peregrine.plugin.board.bamboohr;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.Handover;
import java.util.Optional;

/** One search: employers' lists, and the text of those postings that are wanted. */
final class BambooHrSearch {

  private final BoardQuery query;
  private final BoardContext context;

  BambooHrSearch(BoardQuery query, BoardContext context) {
    this.query = query;
    this.context = context;
  }

  void read(Employer employer, Handover handover) throws ExtensionException, InterruptedException {
    var site = BambooHrSite.of(employer, context);
    handover.take(
        site.list(),
        query::fitsTitle,
        row -> Optional.of(posting(row, row, site)),
        (row, listed) -> posting(row, site.posting(row.at("id").need()), site));
  }

  private Posting posting(Json row, Json detail, BambooHrSite site) throws ExtensionException {
    return new BambooHrPosting(row.at("id").need(), row, detail)
        .read(site.employer(), context.clock());
  }
}
