package dev.peregrine.plugin.board.smartrecruiters;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.Optional;

/** The two questions that SmartRecruiters' public interface answers. */
record SmartRecruitersApi(BoardContext context) {

  private static final String BOARD = "SmartRecruiters";

  static final String SERVER = "https://api.smartrecruiters.com";

  /** The most rows that one answer has. */
  static final int PAGE = 100;

  /** One page of an employer's postings; the answer has a list {@code content}. */
  Json page(Employer employer, int offset) throws ExtensionException, InterruptedException {
    HttpReply reply =
        context
            .http()
            .fetch(
                HttpCall.get(postings(employer))
                    .withQuery("limit", Integer.toString(PAGE))
                    .withQuery("offset", Integer.toString(offset))
                    .accepting(404));
    if (reply.status() == 404) {
      throw unknown(employer);
    }
    Json page = reply.json();
    if (!page.at("content").isArray()) {
      throw employer.changed(BOARD, "list of postings");
    }
    return page;
  }

  /**
   * One posting with its text.
   *
   * @throws ExtensionException {@code UNAVAILABLE} where it was taken down
   */
  Json posting(Employer employer, String id) throws ExtensionException, InterruptedException {
    HttpReply reply =
        context.http().fetch(HttpCall.get(HttpCall.under(postings(employer), id)).accepting(404));
    if (reply.status() == 404) {
      throw employer.tookDown(id, BOARD);
    }
    Json posting = reply.json();
    if (posting.at("active").flag().equals(Optional.of(false))) {
      throw employer.tookDown(id, BOARD);
    }
    boolean same = posting.at("id").text().map(id::equals).orElse(true);
    if (!posting.at("jobAd").isObject() || !same) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "The answer of SmartRecruiters for posting \"%s\" of \"%s\" is not that posting. Look for an update of the plugin."
              .formatted(id, employer.slug()));
    }
    return posting;
  }

  static ExtensionException unknown(Employer employer) {
    return employer.unknownTo(
        "SmartRecruiters, or has no posting there now",
        "BoschGroup in jobs.smartrecruiters.com/BoschGroup");
  }

  private URI postings(Employer employer) {
    URI base = context.server(SERVER);
    return HttpCall.under(base, "v1", "companies", employer.slug(), "postings");
  }
}
