package dev.peregrine.plugin.board.workday;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.Employer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The two questions that a page on Workday asks its server. */
record WorkdayApi(BoardContext context) {

  static final String SERVER = "https://myworkdayjobs.com";

  /** The most rows that one answer has; more are refused. */
  static final int PAGE = 20;

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
  private static final int TRIES = 3;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final Duration USUAL_WAIT = Duration.ofSeconds(2);

  /** Where an employer's page may be; a server that stands in for Workday's has no data centres. */
  List<WorkdaySite> sites(Employer employer) throws ExtensionException {
    List<WorkdaySite> sites = WorkdaySite.of(employer);
    return server().isEmpty() ? sites : sites.subList(0, 1);
  }

  /** One page of postings, with a list {@code jobPostings}; empty where there is no such site. */
  Optional<Json> page(WorkdaySite site, WorkdayQuestion question, int offset)
      throws ExtensionException, InterruptedException {
    URI address = HttpCall.under(data(site), "jobs");
    Optional<Json> page = answer(site, HttpCall.postJson(address, question.json(PAGE, offset)));
    if (page.isPresent() && !page.get().at("jobPostings").isArray()) {
      throw changed("The answer of Workday for \"%s\" has no list of postings.", site.tenant());
    }
    return page;
  }

  /**
   * One posting with its text.
   *
   * @throws ExtensionException {@code UNAVAILABLE} where it was taken down
   */
  Json posting(WorkdaySite site, String path) throws ExtensionException, InterruptedException {
    URI address =
        WorkdaySite.below(data(site), path)
            .orElseThrow(() -> changed("The path \"%s\" is not a posting's.", path));
    Json posting =
        answer(site, HttpCall.get(address))
            .orElseThrow(
                () ->
                    new ExtensionException(
                        Kind.UNAVAILABLE,
                        "Posting \"%s\" of \"%s\" is no longer on Workday. It was taken down."
                            .formatted(path, site.tenant())));
    Json info = posting.at("jobPostingInfo");
    boolean other = info.at("jobReqId").text().filter(id -> !path.contains(id)).isPresent();
    if (!info.isObject() || other) {
      throw changed("The answer of Workday for posting \"%s\" is not that posting.", path);
    }
    return posting;
  }

  /** A count of the server's, 0 where it tells none that makes sense. */
  static int count(Json number) {
    return number
        .number()
        .filter(count -> count.signum() > 0 && count.compareTo(MOST) < 0)
        .map(BigDecimal::intValue)
        .orElse(0);
  }

  /** Empty where there is no such thing: Workday says so by its status or leads elsewhere. */
  private Optional<Json> answer(WorkdaySite site, HttpCall call)
      throws ExtensionException, InterruptedException {
    HttpReply reply =
        patiently(
            call.accepting(301, 302, 303, 307, 308, 404, 422)
                .withHeader("Accept", "application/json")
                // "Posted 3 Days Ago" is written in the reader's language.
                .withHeader("Accept-Language", "en-US")
                .withHeader("Referer", HttpCall.under(site.host(), site.site()).toString()));
    if (reply.header("Location").filter(to -> to.contains("maintenance")).isPresent()) {
      throw new ExtensionException(
          Kind.UNAVAILABLE, "Workday is being maintained. It is tried again later.");
    }
    return reply.status() == 200 ? Optional.of(reply.json()) : Optional.empty();
  }

  /** The host repeats only calls that change nothing; a search does not, although it is a POST. */
  private HttpReply patiently(HttpCall call) throws ExtensionException, InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        return context.http().fetch(call);
      } catch (ExtensionException failed) {
        Duration wait = failed.retryAfter().orElse(USUAL_WAIT);
        boolean again =
            call.method().equals("POST")
                && failed.kind() == Kind.RATE_LIMITED
                && tries < TRIES
                && wait.compareTo(LONGEST_WAIT) <= 0;
        if (!again) {
          throw failed;
        }
        Thread.sleep(wait);
      }
    }
  }

  private URI data(WorkdaySite site) {
    return site.data(server().orElseGet(site::host));
  }

  /** A server that stands in for those of Workday. */
  private Optional<URI> server() {
    return context.settings().address("base-url").filter(at -> !at.equals(URI.create(SERVER)));
  }

  private static ExtensionException changed(String what, String value) {
    return new ExtensionException(
        Kind.CHANGED_REMOTE, what.formatted(value) + " Look for an update of the plugin.");
  }
}
