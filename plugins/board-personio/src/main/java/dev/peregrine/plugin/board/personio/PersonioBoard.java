package dev.peregrine.plugin.board.personio;

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
 * Career pages on Personio, each on a host of its own with a feed of all postings; where an
 * employer has switched that off, the links on its page are read. Titles are filtered here, so that
 * the limit counts only what fits.
 *
 * <p><b>Source:</b> Personio, Retrieving open job positions,
 * https://developer.personio.de/docs/retrieving-open-job-positions, read 2026-09.
 */
public final class PersonioBoard implements JobBoard {

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.employers(
              About.of(
                      "personio",
                      "Personio",
                      "Postings from the career pages of employers that use Personio, such as YAGER, read from their public feeds.")
                  .withHosts("*.jobs.personio.de", "*.jobs.personio.com")
                  .withCallGap(Duration.ofSeconds(1))
                  .withSettings(SettingSpec.baseUrl(PersonioSite.SERVER))
                  .withHomepage("https://developer.personio.de/docs/retrieving-open-job-positions"),
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
          PersonioSite.Postings postings = PersonioSite.of(employer, context).postings();
          handover.take(
              postings.rows(),
              query::fitsTitle,
              row -> Optional.of(row.read(employer, postings.pages(), context.clock())));
        });
  }

  /** Personio has no feed of one posting, so all of the employer's are asked for. */
  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<PersonioAddress> known = PersonioAddress.of(address);
    if (known.isEmpty() || known.get().posting().isEmpty()) {
      return Optional.empty();
    }
    Employer employer = known.get().employer();
    String id = known.get().posting().get();
    PersonioSite.Postings postings = PersonioSite.of(employer, context).postings();
    for (PersonioRow row : postings.rows()) {
      if (row.id().equals(id)) {
        return Optional.of(row.read(employer, postings.pages(), context.clock()));
      }
    }
    throw employer.tookDown(id, "Personio");
  }

  @Override
  public Optional<Employer> employer(URI address) {
    return PersonioAddress.of(address).map(PersonioAddress::employer);
  }
}
