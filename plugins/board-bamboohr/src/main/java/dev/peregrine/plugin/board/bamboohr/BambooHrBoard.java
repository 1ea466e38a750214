package dev.peregrine.plugin.board.bamboohr;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
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
 * Career pages on BambooHR, each on a host of its own. What the pages themselves ask for is one
 * list of all postings, without text and day; each of these needs a call of its own. Titles are
 * filtered here, so that the limit counts only what fits and only that costs a call.
 *
 * <p><b>Source:</b> BambooHR has not documented it; recorded answers, read 2026-11.
 */
public final class BambooHrBoard implements JobBoard {

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.employers(
              About.of(
                      "bamboohr",
                      "BambooHR",
                      "Postings from the career pages of employers that use BambooHR, such as Fly.io. Descriptions and dates cost a call each.")
                  .withHosts("*.bamboohr.com")
                  .withCallGap(Duration.ofMillis(500))
                  .withSettings(SettingSpec.baseUrl(BambooHrSite.SERVER))
                  .withHomepage("https://www.bamboohr.com"),
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
    Handover.ofEmployers(query, context, found, new BambooHrSearch(query, context)::read);
  }

  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<BambooHrAddress> known = BambooHrAddress.of(address);
    if (known.isEmpty() || known.get().posting().isEmpty()) {
      return Optional.empty();
    }
    Employer employer = known.get().employer();
    String id = known.get().posting().get();
    Json opening = BambooHrSite.of(employer, context).posting(id);
    return Optional.of(new BambooHrPosting(id, opening, opening).read(employer, context.clock()));
  }

  @Override
  public Optional<Employer> employer(URI address) {
    return BambooHrAddress.of(address).map(BambooHrAddress::employer);
  }
}
