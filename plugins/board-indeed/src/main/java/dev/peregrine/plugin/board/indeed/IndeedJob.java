package dev.peregrine.plugin.board.indeed;

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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One {@code job} of Indeed's interface. */
record IndeedJob(Json job, IndeedCountry site, InstantSource clock) {

  Posting posting() throws ExtensionException {
    String key = job.at("key").need();
    Json employer = job.at("employer");
    Json dossier = employer.at("dossier");
    Json details = dossier.at("employerDetails");
    List<IndeedAttribute> attributes = IndeedAttribute.list(job.at("attributes"), "key");
    Optional<Place> place = place();
    return Posting.of(key, job.at("title").need(), site.posting(key))
        .withCompany(employer.at("name").text())
        .withApplyUrl(job.at("recruit").at("viewJobUrl").address())
        .withPlaces(place.stream().toList())
        .withRemote(
            IndeedAttribute.mode(attributes)
                .or(() -> place.flatMap(where -> RemoteMode.ofPlace(where.text()))))
        .withPosted(
            Stream.of("datePublished", "dateOnIndeed")
                .flatMap(name -> job.at(name).text().stream())
                .flatMap(text -> Posting.day(text, clock).stream())
                .findFirst())
        .withEmploymentTypes(IndeedAttribute.types(attributes))
        .withSalary(salary())
        .withDescription(job.at("description").at("html").text())
        .withTags(tags(attributes))
        .withDetail(PostingDetail.COMPANY_PAGE, page(employer.at("relativeCompanyPageUrl")))
        .withDetail(PostingDetail.COMPANY_SITE, dossier.at("links").at("corporateWebsite").text())
        .withDetail(PostingDetail.COMPANY_LOGO, dossier.at("images").at("squareLogoUrl").text())
        .withDetail(PostingDetail.INDUSTRY, details.at("industry").text().map(IndeedJob::words))
        .withDetail(PostingDetail.COMPANY_SIZE, details.at("employeesLocalizedLabel").text())
        .withDetail(PostingDetail.COMPANY_REVENUE, details.at("revenueLocalizedLabel").text())
        .withDetail(PostingDetail.COMPANY_ABOUT, details.at("briefDescription").text())
        .withDetail(PostingDetail.COMPANY_ADDRESS, addresses(details.at("addresses")));
  }

  private Optional<Place> place() {
    Json location = job.at("location");
    Optional<String> city = location.at("city").text();
    Optional<String> region = location.at("admin1Code").text();
    Optional<String> country =
        location.at("countryCode").text().or(() -> location.at("countryName").text());
    return Stream.of("long", "short")
        .flatMap(name -> location.at("formatted").at(name).text().stream())
        .findFirst()
        .map(text -> new Place(text, city, region, country.flatMap(Place::countryCode)))
        .or(() -> Place.of(city, region, country));
  }

  /** What the employer states, or else what Indeed estimates, or else what stands in words. */
  private Optional<Salary> salary() {
    Json pay = job.at("compensation");
    Json estimate = pay.at("estimated");
    Optional<String> currency = pay.at("currencyCode").text();
    return salary(pay.at("baseSalary"), currency)
        .or(
            () ->
                salary(
                        estimate.at("baseSalary"),
                        estimate.at("currencyCode").text().or(() -> currency))
                    .map(salary -> salary.withOrigin(Salary.Origin.ESTIMATED)))
        .or(() -> job.at("recruit").at("detailedSalary").text().flatMap(Salary::parse));
  }

  /** The range is one of {@code Range}, {@code AtLeast}, {@code AtMost} and {@code Exactly}. */
  private static Optional<Salary> salary(Json pay, Optional<String> currency) {
    Optional<PayPeriod> period = pay.at("unitOfWork").text().flatMap(PayPeriod::parse);
    Json range = pay.at("range");
    return period.isEmpty() || currency.isEmpty()
        ? Optional.empty()
        : Salary.of(
            range.at("min").number().or(() -> range.at("value").number()),
            range.at("max").number().or(() -> range.at("value").number()),
            currency.get(),
            period.get());
  }

  private List<String> tags(List<IndeedAttribute> attributes) {
    return Stream.concat(
            IndeedAttribute.tags(attributes).stream(),
            job.at("recruit").at("workSchedule").text().stream())
        .distinct()
        .toList();
  }

  private Optional<String> page(Json relative) {
    return relative.text().flatMap(path -> HttpCall.address(site.site(), path)).map(URI::toString);
  }

  /** Industries come as {@code Iv1_SOFTWARE_AND_SERVICES} where they are not words already. */
  private static String words(String industry) {
    return industry.replaceFirst("^Iv1_?", "").replace('_', ' ');
  }

  private static Optional<String> addresses(Json addresses) {
    return Optional.of(
        addresses.items().stream()
            .flatMap(address -> address.text().stream())
            .collect(Collectors.joining("; ")));
  }
}
