package dev.peregrine.host.leads;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import java.net.URI;
import java.util.Optional;

/**
 * A link of a mail. All texts are the mail's and hostile.
 *
 * @param address canonical; of the mail's own redirect where that does not tell where it leads
 * @param title of the position; of another link its words; empty where the mail has none
 * @param isPosting whether it leads to one posting, as far as that can be told
 * @param isRedirect whether it is known only after it was followed where it leads
 */
public record AlertLink(
    URI address,
    String title,
    Optional<String> company,
    Optional<String> place,
    boolean isPosting,
    boolean isRedirect) {

  /** This with what another reading of the same mail has beyond it. */
  AlertLink completedBy(AlertLink other) {
    return new AlertLink(
        address,
        title.isEmpty() ? other.title : title,
        company.or(other::company),
        place.or(() -> company.equals(other.company) || company.isEmpty() ? other.place : place),
        isPosting,
        isRedirect);
  }

  /** The host that a person sees in its address. */
  public String host() {
    return String.valueOf(address.getHost()).replaceFirst("^www\\.", "");
  }

  /**
   * This, where it was followed and turned out to lead.
   *
   * @return empty if there is no single posting, such as at the home page of a board
   */
  public Optional<AlertLink> leadingTo(URI there) {
    return MailLink.of(there.toString())
        .filter(link -> link.isPosting() || link.mayBePage())
        .map(link -> new AlertLink(link.address(), title, company, place, true, false));
  }

  /** It as a posting of which nothing else is known yet. */
  public Posting posting() {
    String shown = title.isBlank() ? company.orElseGet(this::host) : title;
    return Posting.of(address.toString(), shown, address)
        .withCompany(company)
        .withPlaces(place.flatMap(Place::of).stream().toList())
        .withRemote(place.flatMap(RemoteMode::parse));
  }
}
