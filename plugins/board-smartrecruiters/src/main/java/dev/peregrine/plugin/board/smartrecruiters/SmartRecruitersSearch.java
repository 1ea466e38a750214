package dev.peregrine.plugin.board.smartrecruiters;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.Handover;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** One search: pages of employers' postings, and the text of those that are wanted. */
final class SmartRecruitersSearch {

  /** No employer has 10,000 postings: a server that goes on is not making sense. */
  private static final int MOST_PAGES = 100;

  private final BoardQuery query;
  private final BoardContext context;
  private final SmartRecruitersApi api;

  SmartRecruitersSearch(BoardQuery query, BoardContext context) {
    this.query = query;
    this.context = context;
    this.api = new SmartRecruitersApi(context);
  }

  void read(Employer employer, Handover handover) throws ExtensionException, InterruptedException {
    int offset = 0;
    for (int page = 0; page < MOST_PAGES && !handover.isFull(); page++) {
      Json answer = api.page(employer, offset);
      List<Json> rows = answer.at("content").items();
      Optional<BigDecimal> total = answer.at("totalFound").number();
      if (page == 0 && rows.isEmpty() && total.map(BigDecimal::signum).orElse(0) == 0) {
        throw SmartRecruitersApi.unknown(employer);
      }
      int fresh =
          handover.take(
              rows,
              query::fitsTitle,
              row -> Optional.of(SmartRecruitersPosting.of(row).read(employer, context.clock())),
              (row, listed) ->
                  listed.description().isPresent() ? listed : complete(row, listed, employer));
      offset += rows.size();
      boolean last =
          total
              .map(BigDecimal.valueOf(offset)::compareTo)
              .map(order -> order >= 0)
              .orElse(rows.size() < SmartRecruitersApi.PAGE);
      if (last || fresh == 0) {
        return;
      }
    }
  }

  private Posting complete(Json row, Posting listed, Employer employer)
      throws ExtensionException, InterruptedException {
    Json detail = api.posting(employer, listed.nativeId());
    return new SmartRecruitersPosting(row, detail).read(employer, context.clock());
  }
}
