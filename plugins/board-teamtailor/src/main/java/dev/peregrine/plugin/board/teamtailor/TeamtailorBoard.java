package dev.peregrine.plugin.board.teamtailor;

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
 * Career pages on Teamtailor, each on a host of its own with two feeds of all postings, in JSON and
 * in RSS. Titles are filtered here, so that the limit counts only what fits.
 *
 * <p><b>Source:</b> Teamtailor, RSS feed,
 * https://support.teamtailor.com/en/articles/11171756-rss-feed-how-to-guide, and recorded answers,
 * read 2026-11.
 */
public final class TeamtailorBoard implements JobBoard {

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.employers(
              About.of(
                      "teamtailor",
                      "Teamtailor",
                      "Postings from the career pages of employers that use Teamtailor, such as Paradox Interactive, read from their public feeds.")
                  .withHosts("*.teamtailor.com")
                  .withCallGap(Duration.ofMillis(500))
                  .withSettings(SettingSpec.baseUrl(TeamtailorSite.SERVER))
                  .withHomepage(
                      "https://support.teamtailor.com/en/articles/11171756-rss-feed-how-to-guide"),
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
        (employer, handover) -> {
          var all = TeamtailorSearch.of(employer, context);
          handover.take(all.rows(), query::fitsTitle, row -> Optional.of(all.read(row, context)));
        });
  }

  /** Teamtailor has no feed of one posting, so all of the employer's are asked for. */
  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<TeamtailorAddress> known = TeamtailorAddress.of(address);
    if (known.isEmpty() || known.get().posting().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> number = known.get().posting();
    var all = TeamtailorSearch.of(known.get().employer(), context);
    for (TeamtailorRow row : all.rows()) {
      Posting posting = all.read(row, context);
      if (TeamtailorAddress.number(posting.url()).equals(number)) {
        return Optional.of(posting);
      }
    }
    throw known.get().employer().tookDown(number.get(), "Teamtailor");
  }

  @Override
  public Optional<Employer> employer(URI address) {
    return TeamtailorAddress.of(address).map(TeamtailorAddress::employer);
  }
}
