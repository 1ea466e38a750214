package dev.peregrine.plugin.board.greenhouse;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.Handover;
import dev.peregrine.api.board.JobBoard;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Career pages on Greenhouse. Its Job Board API gives all postings of an employer in one answer;
 * titles are filtered here, so that the limit counts only what fits.
 *
 * <p><b>Source:</b> Greenhouse, Job Board API, https://developers.greenhouse.io/job-board.html,
 * read 2026-09.
 */
public final class GreenhouseBoard implements JobBoard {

  private static final String API = "https://boards-api.greenhouse.io";

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.employers(
              About.of(
                      "greenhouse",
                      "Greenhouse",
                      "Postings from the career pages of employers that use Greenhouse, such as GitLab or Stripe, read from its public interface.")
                  .withHosts("boards-api.greenhouse.io")
                  .withCallGap(Duration.ofMillis(250))
                  .withSettings(SettingSpec.baseUrl(API))
                  .withHomepage("https://developers.greenhouse.io/job-board.html"),
              Starters.EMPLOYERS,
              BoardFilter.TITLE)
          .withDeadline(Duration.ofMinutes(5));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    Handover.ofEmployers(
        query,
        context,
        found,
        (employer, handover) ->
            handover.take(
                postings(employer, context),
                query::fitsTitle,
                row -> Optional.of(row.read(employer))));
  }

  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<GreenhouseAddress> known = GreenhouseAddress.of(address);
    if (known.isEmpty() || known.get().posting().isEmpty()) {
      return Optional.empty();
    }
    Employer employer = known.get().employer();
    String id = known.get().posting().get();
    var call =
        HttpCall.get(HttpCall.under(base(context), "v1", "boards", employer.slug(), "jobs", id))
            .withQuery("pay_transparency", "true");
    Json row = known(context, call, employer.tookDown(id, "Greenhouse")).json();
    return Optional.of(GreenhousePosting.of(row).read(employer));
  }

  @Override
  public Optional<Employer> employer(URI address) {
    return GreenhouseAddress.of(address).map(GreenhouseAddress::employer);
  }

  private static List<GreenhousePosting> postings(Employer employer, BoardContext context)
      throws ExtensionException, InterruptedException {
    var call =
        HttpCall.get(HttpCall.under(base(context), "v1", "boards", employer.slug(), "jobs"))
            .withQuery("content", "true");
    Json answer =
        known(
                context,
                call,
                employer.unknownTo("Greenhouse", "gitlab in job-boards.greenhouse.io/gitlab"))
            .json();
    if (!answer.at("jobs").isArray() && !answer.at("departments").isArray()) {
      throw employer.changed("Greenhouse", "list of jobs");
    }
    return GreenhousePosting.list(answer);
  }

  /** Calls, and throws the other exception where the answer is 404. */
  private static HttpReply known(BoardContext context, HttpCall call, ExtensionException unknown)
      throws ExtensionException, InterruptedException {
    HttpReply reply = context.http().fetch(call.accepting(404));
    if (reply.status() == 404) {
      throw unknown;
    }
    return reply;
  }

  private static URI base(BoardContext context) {
    return context.server(API);
  }
}
