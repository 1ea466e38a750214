package dev.peregrine.plugin.board.bamboohr;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.Handover;
import java.util.Optional;

/** One search: employers' lists, and the text of those postings that are wanted. */
final class BambooHrSearch {

  /** So many texts in a row that cannot be had mean that none can. */
  private static final int IN_A_ROW = 3;

  private final BoardQuery query;
  private final BoardContext context;
  private int failedTexts;

  BambooHrSearch(BoardQuery query, BoardContext context) {
    this.query = query;
    this.context = context;
  }

  void read(Employer employer, Handover handover) throws ExtensionException, InterruptedException {
    var site = BambooHrSite.of(employer, context);
    failedTexts = 0;
    handover.take(site.list(), this::fits, row -> Optional.of(posting(row, site)));
  }

  private boolean fits(Posting posting) {
    return query.fitsTitle(posting.title(), posting.tags());
  }

  private Posting posting(Json row, BambooHrSite site)
      throws ExtensionException, InterruptedException {
    String id = row.at("id").need();
    Posting listed = new BambooHrPosting(id, row, row).read(site.employer(), context.clock());
    if (!query.fullDescriptions() || failedTexts == IN_A_ROW || !fits(listed)) {
      return listed;
    }
    try {
      Json detail = site.posting(id);
      failedTexts = 0;
      return new BambooHrPosting(id, row, detail).read(site.employer(), context.clock());
    } catch (ExtensionException withoutText) {
      failedTexts = withoutText.kind() == Kind.RATE_LIMITED ? IN_A_ROW : failedTexts + 1;
      context.skipped(
          failedTexts < IN_A_ROW
              ? "Text of posting \"%s\"".formatted(listed.nativeId())
              : "Texts of postings from \"%s\" on".formatted(listed.nativeId()),
          withoutText);
      return listed;
    }
  }
}
