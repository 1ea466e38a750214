package dev.peregrine.plugin.board.workday;

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
 * Career pages on Workday, each on a host of its own. What the pages themselves ask for is read
 * twenty rows at a time, and each text with a call of its own. Large employers are searched by the
 * wanted titles, small ones are read whole; either way titles are filtered here again.
 *
 * <p><b>Source:</b> Workday has not documented it; recorded answers, read 2026-11.
 */
public final class WorkdayBoard implements JobBoard {

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.employers(
              About.of(
                      "workday",
                      "Workday",
                      "Postings from the career pages of employers that use Workday, such as NVIDIA or Adobe. Descriptions cost a call each, and some employers refuse automated calls.")
                  .withHosts("*.myworkdayjobs.com")
                  .withCallGap(Duration.ofMillis(300))
                  .withSettings(SettingSpec.baseUrl(WorkdayApi.SERVER))
                  .withHomepage("https://www.workday.com"),
              Starters.EMPLOYERS,
              BoardFilter.TITLE)
          .withDeadline(Duration.ofMinutes(10));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    Handover.ofEmployers(query, context, found, new WorkdaySearch(query, context)::read);
  }

  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<WorkdayAddress> known = WorkdayAddress.of(address);
    if (known.isEmpty() || known.get().posting().isEmpty()) {
      return Optional.empty();
    }
    Employer employer = known.get().employer();
    String path = known.get().posting().get();
    var api = new WorkdayApi(context);
    WorkdaySite site = api.sites(employer).getFirst();
    Json posting = api.posting(site, path);
    return Optional.of(
        new WorkdayPosting(site, path, posting.at("jobPostingInfo"), posting)
            .read(employer, context.clock()));
  }

  @Override
  public Optional<Employer> employer(URI address) {
    return WorkdayAddress.of(address).map(WorkdayAddress::employer);
  }
}
