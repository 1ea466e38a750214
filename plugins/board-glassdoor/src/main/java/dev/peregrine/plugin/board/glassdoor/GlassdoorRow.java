package dev.peregrine.plugin.board.glassdoor;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One {@code jobview} of Glassdoor's interface.
 *
 * @param site on which it was found
 */
record GlassdoorRow(Json jobview, URI site, InstantSource clock) {

  /** A posting may be years old, as Glassdoor says; this is no age of one any more. */
  private static final int MOST_DAYS = 9_000;

  /** Glassdoor's numbers of countries, as far as they are known. */
  private static final Map<String, String> COUNTRIES =
      Map.of("1", "US", "2", "GB", "3", "CA", "16", "AU", "86", "FR", "96", "DE", "115", "IN");

  Posting posting() throws ExtensionException {
    Json header = jobview.at("header");
    Json overview = jobview.at("overview");
    String id = jobview.at("job").at("listingId").need();
    Optional<String> title = header.at("jobTitleText").text();
    Optional<URI> link =
        header.at("seoJobLink").address().filter(address -> GlassdoorSite.of(address).isPresent());
    URI home = link.flatMap(GlassdoorSite::of).orElse(site);
    Optional<String> where = header.at("locationName").text();
    return Posting.of(
            id,
            title.isPresent() ? title.get() : jobview.at("job").at("jobTitleText").need(),
            link.orElseGet(() -> URI.create(home + "/job-listing/j?jl=" + id)))
        .withCompany(
            Stream.of(
                    header.at("employerNameFromSearch"),
                    header.at("employer").at("name"),
                    overview.at("shortName"))
                .flatMap(name -> name.text().stream())
                .findFirst())
        .withPlaces(where.flatMap(this::place).stream().toList())
        .withRemote(where.flatMap(RemoteMode::ofPlace))
        .withPosted(posted())
        .withSalary(salary())
        .withDescription(description())
        .withDetail(PostingDetail.COMPANY_PAGE, employerId().map(employer -> page(home, employer)))
        .withDetail(PostingDetail.COMPANY_LOGO, overview.at("squareLogoUrl").text())
        .withDetail(
            PostingDetail.COMPANY_RATING,
            header
                .at("rating")
                .number()
                .filter(rating -> rating.signum() > 0)
                .map(rating -> rating + " of 5"))
        .withDetail(PostingDetail.FUNCTION, header.at("goc").text())
        .withDetail(
            PostingDetail.LISTING,
            header.at("isSponsoredJob").flag().map(paid -> paid ? "sponsored" : "organic"));
  }

  /** The description that only the answer about one posting has. */
  Optional<String> description() {
    Json job = jobview.at("job");
    Json fragments = job.at("descriptionFragmentsText");
    return job.at("description")
        .text()
        .or(fragments::text)
        .or(
            () ->
                Optional.of(
                    fragments.items().stream()
                        .flatMap(part -> part.text().stream())
                        .collect(Collectors.joining(" "))));
  }

  private Optional<Place> place(String name) {
    if (Place.isWorkModel(name)) {
      return Optional.empty();
    }
    Json header = jobview.at("header");
    Optional<String> country =
        header.at("jobCountryId").text().flatMap(id -> Optional.ofNullable(COUNTRIES.get(id)));
    boolean isCity = header.at("locationType").text().filter("C"::equals).isPresent();
    String[] parts = name.split("\\s*,\\s*", 2);
    return Optional.of(
        new Place(
            name,
            isCity ? Optional.of(parts[0]) : Optional.empty(),
            isCity && parts.length > 1 ? Optional.of(parts[1]) : Optional.empty(),
            country));
  }

  private Optional<LocalDate> posted() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return jobview
        .at("header")
        .at("ageInDays")
        .number()
        .map(Number::intValue)
        .filter(days -> days >= 0 && days <= MOST_DAYS)
        .map(today::minusDays);
  }

  /** From the tenth to the ninetieth of a hundred, which is how Glassdoor shows a range. */
  private Optional<Salary> salary() {
    Json header = jobview.at("header");
    Json pay = header.at("payPeriodAdjustedPay");
    Optional<PayPeriod> period = header.at("payPeriod").text().flatMap(PayPeriod::parse);
    Optional<String> currency = header.at("payCurrency").text();
    boolean estimated = header.at("salarySource").text().filter("ESTIMATED"::equals).isPresent();
    return period.isEmpty() || currency.isEmpty()
        ? Optional.empty()
        : Salary.of(pay.at("p10").number(), pay.at("p90").number(), currency.get(), period.get())
            .map(salary -> estimated ? salary.withOrigin(Salary.Origin.ESTIMATED) : salary);
  }

  /** The interface gives a number, the cache of the site a reference such as {@code Employer:7}. */
  private Optional<String> employerId() {
    Json employer = jobview.at("header").at("employer");
    return employer
        .at("id")
        .text()
        .or(() -> employer.at("__ref").text().map(ref -> ref.replaceFirst("^Employer:", "")))
        .filter(id -> id.matches("[1-9]\\d{0,11}"));
  }

  private static String page(URI site, String employer) {
    return site + "/Overview/W-EI_IE" + employer + ".htm";
  }
}
