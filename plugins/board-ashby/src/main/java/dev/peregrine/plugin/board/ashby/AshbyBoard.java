package dev.peregrine.plugin.board.ashby;

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
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Career pages on Ashby. Its posting interface gives all postings of an employer in one answer, and
 * takes some ten seconds for it, however few there are; titles are filtered here, so that the limit
 * counts only what fits.
 *
 * <p><b>Source:</b> Ashby, Job Postings API,
 * https://developers.ashbyhq.com/docs/public-job-posting-api, read 2026-09.
 */
public final class AshbyBoard implements JobBoard {

  private static final String API = "https://api.ashbyhq.com";

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.employers(
              About.of(
                      "ashby",
                      "Ashby",
                      "Postings from the career pages of employers that use Ashby, such as OpenAI or Notion, read from its public interface. It is slow: some ten seconds an employer.")
                  .withHosts("api.ashbyhq.com")
                  .withCallGap(Duration.ofMillis(500))
                  .withSettings(SettingSpec.baseUrl(API))
                  .withHomepage("https://developers.ashbyhq.com/docs/public-job-posting-api"),
              Starters.EMPLOYERS,
              BoardFilter.TITLE)
          .withDeadline(Duration.ofMinutes(8));

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
                jobs(employer, context).items(),
                query::fitsTitle,
                row -> listed(new AshbyPosting(row), employer)));
  }

  /** Ashby has no answer for one posting, so all of the employer's are asked for. */
  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<AshbyAddress> known = AshbyAddress.of(address);
    if (known.isEmpty() || known.get().posting().isEmpty()) {
      return Optional.empty();
    }
    Employer employer = known.get().employer();
    String id = known.get().posting().get();
    for (Json row : jobs(employer, context).items()) {
      if (row.at("id").text().filter(id::equalsIgnoreCase).isPresent()) {
        return Optional.of(new AshbyPosting(row).read(employer));
      }
    }
    throw employer.tookDown(id, "Ashby");
  }

  @Override
  public Optional<Employer> employer(URI address) {
    return AshbyAddress.of(address).map(AshbyAddress::employer);
  }

  private static Optional<Posting> listed(AshbyPosting posting, Employer employer)
      throws ExtensionException {
    return posting.isListed() ? Optional.of(posting.read(employer)) : Optional.empty();
  }

  private static Json jobs(Employer employer, BoardContext context)
      throws ExtensionException, InterruptedException {
    URI base = context.server(API);
    var call =
        HttpCall.get(HttpCall.under(base, "posting-api", "job-board", employer.slug()))
            .withQuery("includeCompensation", "true")
            .accepting(404);
    HttpReply reply = context.http().fetch(call);
    if (reply.status() == 404) {
      throw employer.unknownTo("Ashby", "notion in jobs.ashbyhq.com/notion");
    }
    Json jobs = reply.json().at("jobs");
    if (!jobs.isArray()) {
      throw employer.changed("Ashby", "list of jobs");
    }
    return jobs;
  }
}
