package dev.peregrine.plugin.board.bamboohr;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * An employer's own host on BambooHR. At a server that stands in for BambooHR it is the folder of
 * the employer's name, or the server itself where it has no such folder.
 *
 * @param roots where it may be; the first that knows the employer counts
 */
record BambooHrSite(Employer employer, List<URI> roots, BoardContext context) {

  private static final String BOARD = "BambooHR";

  static final String SERVER = "https://bamboohr.com";

  static BambooHrSite of(Employer employer, BoardContext context) {
    return new BambooHrSite(
        employer, context.sites(employer, SERVER, "https://%s.bamboohr.com"), context);
  }

  /** The rows of the employer's list. */
  List<Json> list() throws ExtensionException, InterruptedException {
    Json rows =
        answer("careers", "list")
            .orElseThrow(() -> employer.unknownTo(BOARD, "flyio in flyio.bamboohr.com/careers"))
            .at("result");
    if (!rows.isArray()) {
      throw employer.changed(BOARD, "list of postings");
    }
    return rows.items();
  }

  /**
   * One posting with its text.
   *
   * @throws ExtensionException {@code UNAVAILABLE} where it was taken down
   */
  Json posting(String id) throws ExtensionException, InterruptedException {
    Json opening =
        answer("careers", id, "detail")
            .orElseThrow(() -> employer.tookDown(id, BOARD))
            .at("result")
            .at("jobOpening");
    if (!opening.isObject()) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "The answer of BambooHR for posting \"%s\" of \"%s\" has no posting. Look for an update of the plugin."
              .formatted(id, employer.slug()));
    }
    return opening;
  }

  /** Empty where there is no such thing: BambooHR says so with 404 or leads to its own pages. */
  private Optional<Json> answer(String... steps) throws ExtensionException, InterruptedException {
    for (URI root : roots) {
      HttpCall call =
          HttpCall.get(HttpCall.under(root, steps)).withHeader("Accept", "application/json");
      Optional<HttpReply> reply = context.http().find(call);
      if (reply.isPresent()) {
        return Optional.of(reply.get().json());
      }
    }
    return Optional.empty();
  }
}
