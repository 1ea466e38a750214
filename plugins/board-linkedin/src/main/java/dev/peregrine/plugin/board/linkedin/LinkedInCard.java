package dev.peregrine.plugin.board.linkedin;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One card of a list of search results. */
record LinkedInCard(Markup card, InstantSource clock) {

  /** Cards of the list; those of similar postings beside another one have other names. */
  static final String SELECTOR = ".base-search-card, .job-search-card";

  Posting posting() throws ExtensionException {
    Optional<LinkedInAddress> link = link();
    String id = id(link).orElseThrow(LinkedInCard::withoutId);
    String title =
        card.text(".base-search-card__title")
            .or(() -> card.text(".sr-only"))
            .orElseThrow(() -> withoutTitle(id));
    Optional<Markup> company = card.first(".base-search-card__subtitle");
    Optional<Place> place = card.text(".job-search-card__location").flatMap(LinkedInPlace::parse);
    Optional<String> perk = card.text(".job-posting-benefits__text");
    boolean aboutApplicants = perk.filter(LinkedInCard::isAboutApplicants).isPresent();
    URI address =
        link.filter(known -> known.posting().isPresent())
            .map(LinkedInAddress::address)
            .orElseGet(() -> LinkedInAddress.ofPosting(id));
    return Posting.of(id, title, address)
        .withCompany(company.flatMap(Markup::text))
        .withPlaces(place.stream().toList())
        .withRemote(place.flatMap(where -> RemoteMode.ofPlace(where.text())))
        .withPosted(posted())
        .withSalary(card.text(".job-search-card__salary-info").flatMap(Salary::parse))
        .withTags(aboutApplicants ? List.of() : perk.stream().toList())
        .withDetail(PostingDetail.APPLICANTS, aboutApplicants ? perk : Optional.empty())
        .withDetail(PostingDetail.COMPANY_PAGE, company.flatMap(LinkedInCard::page))
        .withDetail(PostingDetail.COMPANY_LOGO, logo(card));
  }

  /** The address of the page to which an element links. */
  static Optional<String> page(Markup element) {
    return element
        .first("a[href]")
        .flatMap(link -> link.attribute("href"))
        .flatMap(LinkedInAddress::parse)
        .map(page -> page.address().toString());
  }

  /** The employer's logo, if it has one of its own. */
  static Optional<String> logo(Markup element) {
    return element
        .first("img[data-delayed-url]")
        .flatMap(image -> image.attribute("data-delayed-url"))
        .filter(address -> address.startsWith("https://") && !address.contains("//static."));
  }

  /** Of two elements of the old and the new list the link is the card itself or stands in it. */
  private Optional<LinkedInAddress> link() {
    return card.first("a.base-card__full-link")
        .flatMap(link -> link.attribute("href"))
        .or(() -> card.attribute("href"))
        .flatMap(LinkedInAddress::parse);
  }

  private Optional<String> id(Optional<LinkedInAddress> link) {
    return card.attribute("data-entity-urn")
        .or(
            () ->
                card.first("[data-entity-urn]").flatMap(part -> part.attribute("data-entity-urn")))
        .map(urn -> urn.substring(urn.lastIndexOf(':') + 1))
        .filter(id -> id.matches("\\d{1,20}"))
        .or(() -> link.flatMap(LinkedInAddress::posting));
  }

  private Optional<LocalDate> posted() {
    Optional<Markup> time = card.first("time");
    return Stream.of(time.flatMap(at -> at.attribute("datetime")), time.flatMap(Markup::text))
        .flatMap(Optional::stream)
        .flatMap(text -> Posting.day(text, clock).stream())
        .findFirst();
  }

  private static boolean isAboutApplicants(String perk) {
    return perk.toLowerCase(Locale.ROOT).contains("applicant");
  }

  private static ExtensionException withoutId() {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "LinkedIn: a card has no \"data-entity-urn\" with the posting's id. It was left out.");
  }

  private static ExtensionException withoutTitle(String id) {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "LinkedIn: the card of posting \"%s\" has no title. It was left out.".formatted(id));
  }
}
