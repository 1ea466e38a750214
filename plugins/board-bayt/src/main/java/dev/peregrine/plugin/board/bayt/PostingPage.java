package dev.peregrine.plugin.board.bayt;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The page of one posting.
 *
 * @param data what its JSON-LD says
 */
record PostingPage(Posting data) {

  static Optional<PostingPage> of(Markup page, URI address, BoardContext context) {
    List<Posting> postings = Posting.inPage(page, context, address);
    return postings.stream().findFirst().map(PostingPage::new);
  }

  /** A posting of which nothing is known but its address. */
  Posting posting(String id, URI address) {
    return complete(Posting.of(id, data.title(), address));
  }

  /**
   * A posting of the list with the rest. Full time and remote are not taken: the page says full
   * time where the employer says nothing, and remote of what is hybrid, too.
   */
  Posting complete(Posting found) {
    Posting complete =
        found
            .withDescription(data.description().or(found::description))
            .withCloses(data.closes())
            .withEmploymentTypes(isDefault() ? found.employmentTypes() : data.employmentTypes())
            .withSalary(found.salary().or(data::salary))
            .withPosted(found.posted().or(data::posted))
            .withPlaces(found.places().isEmpty() ? data.places() : found.places())
            .withCompany(found.company().or(data::company))
            .withTags(found.tags().isEmpty() ? data.tags() : found.tags());
    for (var detail : data.details().entrySet()) {
      if (!found.details().containsKey(detail.getKey())) {
        complete = complete.withDetail(detail.getKey(), Optional.of(detail.getValue()));
      }
    }
    return complete;
  }

  private boolean isDefault() {
    return data.employmentTypes().equals(Set.of(EmploymentType.FULL_TIME));
  }
}
