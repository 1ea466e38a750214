package dev.peregrine.plugin.board.workday;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.Handover;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** One search: pages of employers' postings, and the text of those that are wanted. */
final class WorkdaySearch {

  /** So few that reading all of them is surer than the server's idea of a title. */
  private static final int FEW = 200;

  /** Where some employers' servers begin again. */
  private static final int ROUND = 2_000;

  private final BoardQuery query;
  private final BoardContext context;
  private final WorkdayApi api;

  WorkdaySearch(BoardQuery query, BoardContext context) {
    this.query = query;
    this.context = context;
    this.api = new WorkdayApi(context);
  }

  void read(Employer employer, Handover handover) throws ExtensionException, InterruptedException {
    for (WorkdaySite site : api.sites(employer)) {
      Optional<Json> first = api.page(site, WorkdayQuestion.ALL, 0);
      if (first.isPresent()) {
        var pages = new Pages(employer, site, handover);
        if (query.titles().isEmpty() || total(first.get()) <= FEW) {
          pages.read(WorkdayQuestion.ALL, first.get());
        } else {
          for (String title : query.titles()) {
            pages.read(new WorkdayQuestion(title, Optional.empty()));
          }
        }
        return;
      }
    }
    throw WorkdaySite.unknown(employer);
  }

  /** How many there are in all; only the first page says it. */
  private static int total(Json page) {
    return WorkdayApi.count(page.at("total"));
  }

  /** The pages of one employer. */
  private final class Pages {

    private final Employer employer;
    private final WorkdaySite site;
    private final Handover handover;

    Pages(Employer employer, WorkdaySite site, Handover handover) {
      this.employer = employer;
      this.site = site;
      this.handover = handover;
    }

    void read(WorkdayQuestion question) throws ExtensionException, InterruptedException {
      if (!handover.isFull()) {
        read(question, page(question, 0));
      }
    }

    void read(WorkdayQuestion question, Json first)
        throws ExtensionException, InterruptedException {
      int total = total(first);
      var seen = new HashSet<String>();
      int offset = 0;
      for (Json page = first; ; page = page(question, offset)) {
        List<Json> rows = page.at("jobPostings").items();
        boolean fresh = false;
        for (Json row : rows) {
          fresh |= seen.add(row.at("externalPath").text().orElse(""));
        }
        if (!fresh) {
          if (offset < total) {
            split(question, first, offset);
          }
          return;
        }
        handover.take(
            rows,
            query::fitsTitle,
            row -> Optional.of(posting(row, row)),
            (row, listed) -> posting(row, api.posting(site, path(row))));
        offset += rows.size();
        boolean last = total > 0 ? offset >= total : rows.size() < WorkdayApi.PAGE;
        if (last || handover.isFull()) {
          return;
        }
      }
    }

    private Json page(WorkdayQuestion question, int offset)
        throws ExtensionException, InterruptedException {
      return api.page(site, question, offset).orElseThrow(() -> WorkdaySite.unknown(employer));
    }

    private Posting posting(Json row, Json detail) throws ExtensionException {
      return new WorkdayPosting(site, path(row), row, detail).read(employer, context.clock());
    }

    private static String path(Json row) throws ExtensionException {
      return row.at("externalPath").need();
    }

    /** The server repeats itself although there are more: smaller parts may be read whole. */
    private void split(WorkdayQuestion question, Json first, int offset)
        throws ExtensionException, InterruptedException {
      List<WorkdayFacet> parts =
          question.facet().isEmpty() && offset >= ROUND
              ? WorkdayFacet.finest(first.at("facets"))
              : List.of();
      if (parts.isEmpty()) {
        context.skipped(
            "Employer \"%s\", postings after the first %,d".formatted(employer.slug(), offset),
            new ExtensionException(
                Kind.CHANGED_REMOTE,
                "Workday says that there are %,d and repeats the first %,d. Search by title to find the others."
                    .formatted(total(first), offset)));
      }
      for (WorkdayFacet part : parts) {
        read(question.within(part));
      }
    }
  }
}
