package dev.peregrine.plugin.board.indeed;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One of the job cards that stand in Indeed's search page as JSON.
 *
 * @param country as the page names it
 */
record IndeedCard(Json card, IndeedCountry site, Optional<String> country, InstantSource clock) {

  Posting posting() throws ExtensionException {
    String key = card.at("jobkey").need();
    Optional<String> title = card.at("displayTitle").text();
    Optional<Place> place = place();
    List<IndeedAttribute> attributes = attributes();
    return Posting.of(
            key, title.isPresent() ? title.get() : card.at("title").need(), site.posting(key))
        .withCompany(card.at("company").text().or(() -> card.at("truncatedCompany").text()))
        .withApplyUrl(card.at("thirdPartyApplyUrl").address())
        .withPlaces(place.stream().toList())
        .withRemote(mode(place, attributes))
        .withPosted(
            Stream.of("pubDate", "createDate", "formattedRelativeTime")
                .flatMap(name -> card.at(name).text().stream())
                .flatMap(text -> Posting.day(text, clock).stream())
                .findFirst())
        .withEmploymentTypes(types(attributes))
        .withSalary(salary())
        .withDescription(card.at("snippet").text())
        .withTags(tags(attributes))
        .withDetail(PostingDetail.COMPANY_PAGE, companyPage())
        .withDetail(PostingDetail.COMPANY_LOGO, logo())
        .withDetail(
            PostingDetail.COMPANY_RATING,
            aboveZero(card.at("companyRating")).map(rating -> rating + " of 5"))
        .withDetail(PostingDetail.COMPANY_REVIEWS, aboveZero(card.at("companyReviewCount")))
        .withDetail(
            PostingDetail.VACANCIES,
            aboveZero(card.at("hiringMultipleCandidatesModel").at("hiresNeededExact")))
        .withDetail(
            PostingDetail.LISTING,
            card.at("sponsored").flag().map(paid -> paid ? "sponsored" : "organic"));
  }

  private Optional<Place> place() {
    Optional<String> city = card.at("jobLocationCity").text();
    Optional<String> state = card.at("jobLocationState").text();
    return card.at("formattedLocation")
        .text()
        .map(text -> new Place(text, city, state, country.flatMap(Place::countryCode)))
        .or(() -> Place.of(city, state, country))
        .filter(place -> !Place.isWorkModel(place.text()));
  }

  /** The work model before the flag, which is also set for hybrid work and not for all remote. */
  private Optional<RemoteMode> mode(Optional<Place> place, List<IndeedAttribute> attributes) {
    return card.at("remoteWorkModel")
        .at("type")
        .text()
        .flatMap(IndeedCard::mode)
        .or(() -> IndeedAttribute.mode(attributes))
        .or(() -> place.flatMap(where -> RemoteMode.ofPlace(where.text())))
        .or(
            () ->
                card.at("remoteLocation")
                    .flag()
                    .map(isRemote -> isRemote ? RemoteMode.REMOTE : RemoteMode.ON_SITE));
  }

  /** {@code REMOTE_ALWAYS}, {@code REMOTE_HYBRID} and the like. */
  private static Optional<RemoteMode> mode(String model) {
    String upper = model.toUpperCase(Locale.ROOT);
    if (upper.contains("HYBRID")) {
      return Optional.of(RemoteMode.HYBRID);
    }
    return upper.contains("REMOTE") ? Optional.of(RemoteMode.REMOTE) : Optional.empty();
  }

  private Set<EmploymentType> types(List<IndeedAttribute> attributes) {
    var types = EnumSet.noneOf(EmploymentType.class);
    types.addAll(IndeedAttribute.types(attributes));
    for (Json type : card.at("jobTypes").items()) {
      type.text().map(EmploymentType::parse).ifPresent(types::addAll);
    }
    return types;
  }

  private List<IndeedAttribute> attributes() {
    return card.at("taxonomyAttributes").items().stream()
        .flatMap(group -> IndeedAttribute.list(group.at("attributes"), "suid").stream())
        .toList();
  }

  private List<String> tags(List<IndeedAttribute> attributes) {
    Stream<IndeedAttribute> required =
        IndeedAttribute.list(
            card.at("jobCardRequirementsModel").at("jobTagRequirements"), "attrSuid")
            .stream();
    return IndeedAttribute.tags(Stream.concat(required, attributes.stream()).toList());
  }

  private Optional<Salary> salary() {
    Json snippet = card.at("salarySnippet");
    Optional<String> text = snippet.at("text").text();
    Salary.Origin origin =
        snippet.at("source").text().filter("EXTRACTION"::equals).isPresent()
            ? Salary.Origin.DESCRIPTION
            : Salary.Origin.STATED;
    return salary(card.at("extractedSalary"), text)
        .or(() -> text.flatMap(Salary::parse))
        .map(salary -> salary.withOrigin(origin))
        .or(
            () ->
                salary(
                        card.at("estimatedSalary"),
                        card.at("estimatedSalary").at("formattedRange").text())
                    .map(salary -> salary.withOrigin(Salary.Origin.ESTIMATED)));
  }

  /** An open end is written as -1, which is no amount. */
  private Optional<Salary> salary(Json range, Optional<String> asText) {
    Optional<PayPeriod> period = range.at("type").text().flatMap(PayPeriod::parse);
    Optional<String> currency =
        card.at("salarySnippet")
            .at("currency")
            .text()
            .or(() -> asText.flatMap(Salary::parse).map(pay -> pay.currency().getCurrencyCode()));
    return period.isEmpty() || currency.isEmpty()
        ? Optional.empty()
        : Salary.of(
            range.at("min").number(), range.at("max").number(), currency.get(), period.get());
  }

  private Optional<String> companyPage() {
    return card.at("companyOverviewLink")
        .text()
        .flatMap(path -> HttpCall.address(site.site(), path))
        .map(URI::toString);
  }

  private Optional<String> logo() {
    return card.at("companyBrandingAttributes")
        .at("logoUrl")
        .text()
        .or(() -> card.at("featuredCompanyAttributes").at("logoUrl").text())
        .flatMap(HttpCall::address)
        .map(URI::toString);
  }

  /** Zero stands for "nobody rated it", and words for "many". */
  private static Optional<String> aboveZero(Json value) {
    return value.number().filter(number -> number.signum() > 0).flatMap(number -> value.text());
  }
}
