package dev.peregrine.plugin.board.lever;

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
 * Career pages on Lever. Its postings interface is read page by page; titles are filtered here, so
 * that the limit counts only what fits. Lever has a second server for European employers, which is
 * asked for those that the first does not know.
 *
 * <p><b>Source:</b> Lever, Postings API, https://github.com/lever/postings-api, read 2026-09.
 */
public final class LeverBoard implements JobBoard {

  private static final URI API = URI.create("https://api.lever.co");
  private static final URI EUROPEAN_API = URI.create("https://api.eu.lever.co");
  private static final int PAGE = 100;

  /** No employer has 10,000 postings: a server that goes on is not making sense. */
  private static final int MOST_PAGES = 100;

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.employers(
              About.of(
                      "lever",
                      "Lever",
                      "Postings from the career pages of employers that use Lever, such as Spotify or Palantir, read from its public interface.")
                  .withHosts("api.lever.co", "api.eu.lever.co")
                  .withCallGap(Duration.ofMillis(250))
                  .withSettings(SettingSpec.baseUrl(API.toString()))
                  .withHomepage("https://github.com/lever/postings-api"),
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
        query, context, found, (employer, handover) -> read(employer, handover, query, context));
  }

  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<LeverAddress> known = LeverAddress.of(address);
    if (known.isEmpty() || known.get().posting().isEmpty()) {
      return Optional.empty();
    }
    Employer employer = known.get().employer();
    String id = known.get().posting().get();
    URI server = known.get().european() ? european(context).orElse(base(context)) : base(context);
    Optional<Json> row =
        answer(
            HttpCall.get(HttpCall.under(server, "v0", "postings", employer.slug(), id)), context);
    if (row.isEmpty()) {
      throw employer.tookDown(id, "Lever");
    }
    return Optional.of(new LeverPosting(row.get()).read(employer));
  }

  @Override
  public Optional<Employer> employer(URI address) {
    return LeverAddress.of(address).map(LeverAddress::employer);
  }

  private static void read(
      Employer employer, Handover handover, BoardQuery query, BoardContext context)
      throws ExtensionException, InterruptedException {
    URI server = base(context);
    Optional<List<Json>> rows = page(server, employer, 0, context);
    if (rows.isEmpty() && european(context).isPresent()) {
      server = EUROPEAN_API;
      rows = page(server, employer, 0, context);
    }
    if (rows.isEmpty()) {
      throw employer.unknownTo("Lever", "spotify in jobs.lever.co/spotify");
    }
    for (int page = 1; ; page++) {
      int fresh =
          handover.take(
              rows.get(),
              query::fitsTitle,
              row -> Optional.of(new LeverPosting(row).read(employer)));
      // A page of another size is the last one, or comes from a server that does not page.
      boolean last = rows.get().size() != PAGE || fresh == 0 || page == MOST_PAGES;
      if (last || handover.isFull()) {
        return;
      }
      rows = page(server, employer, page, context);
      if (rows.isEmpty()) {
        return;
      }
    }
  }

  /** One page of an employer's postings; empty where the server does not know the employer. */
  private static Optional<List<Json>> page(
      URI server, Employer employer, int page, BoardContext context)
      throws ExtensionException, InterruptedException {
    var call =
        HttpCall.get(HttpCall.under(server, "v0", "postings", employer.slug()))
            .withQuery("mode", "json")
            .withQuery("skip", Integer.toString(page * PAGE))
            .withQuery("limit", Integer.toString(PAGE));
    Optional<Json> postings = answer(call, context);
    if (postings.isPresent() && !postings.get().isArray()) {
      throw employer.changed("Lever", "list of postings");
    }
    return postings.map(Json::items);
  }

  /** The answer; empty where Lever says that there is no such thing, by 404 or by its text. */
  private static Optional<Json> answer(HttpCall call, BoardContext context)
      throws ExtensionException, InterruptedException {
    HttpReply reply = context.http().fetch(call.accepting(404));
    if (reply.status() == 404) {
      return Optional.empty();
    }
    Json json = reply.json();
    return json.at("ok").flag().equals(Optional.of(false)) ? Optional.empty() : Optional.of(json);
  }

  private static URI base(BoardContext context) {
    return context.settings().address("base-url").orElse(API);
  }

  /** The second server, unless the person or a test reaches Lever somewhere else. */
  private static Optional<URI> european(BoardContext context) {
    return base(context).equals(API) ? Optional.of(EUROPEAN_API) : Optional.empty();
  }
}
