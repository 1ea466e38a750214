package dev.peregrine.plugin.board.smartrecruiters;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
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
 * Career pages on SmartRecruiters. Its postings interface is read page by page; a posting's text
 * needs a call of its own. Titles are filtered here, so that the limit counts only what fits and
 * only that costs a call: the interface's own keyword looks into more than the title.
 *
 * <p><b>Source:</b> SmartRecruiters, Posting API,
 * https://developers.smartrecruiters.com/docs/posting-api, read 2026-09.
 */
public final class SmartRecruitersBoard implements JobBoard {

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.employers(
              About.of(
                      "smartrecruiters",
                      "SmartRecruiters",
                      "Postings from the career pages of employers that use SmartRecruiters, such as Bosch or Visa, read from its public interface. Descriptions cost a call each.")
                  .withHosts("api.smartrecruiters.com")
                  .withCallGap(Duration.ofMillis(150))
                  .withSettings(SettingSpec.baseUrl(SmartRecruitersApi.SERVER))
                  .withHomepage("https://developers.smartrecruiters.com/docs/posting-api"),
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
    Handover.ofEmployers(query, context, found, new SmartRecruitersSearch(query, context)::read);
  }

  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<SmartRecruitersAddress> known = SmartRecruitersAddress.of(address);
    if (known.isEmpty() || known.get().posting().isEmpty()) {
      return Optional.empty();
    }
    Employer employer = known.get().employer();
    var posting = new SmartRecruitersApi(context).posting(employer, known.get().posting().get());
    return Optional.of(SmartRecruitersPosting.of(posting).read(employer, context.clock()));
  }

  @Override
  public Optional<Employer> employer(URI address) {
    return SmartRecruitersAddress.of(address).map(SmartRecruitersAddress::employer);
  }
}
