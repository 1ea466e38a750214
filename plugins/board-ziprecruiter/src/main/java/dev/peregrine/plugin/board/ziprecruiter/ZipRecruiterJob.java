package dev.peregrine.plugin.board.ziprecruiter;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** One row of ZipRecruiter's interface for publishers. */
record ZipRecruiterJob(Json job, InstantSource clock) {

  Posting posting() throws ExtensionException {
    URI address = job.at("url").address().orElseThrow(this::withoutAddress);
    Optional<Place> place =
        Place.of(job.at("city").text(), job.at("state").text(), job.at("country").text())
            .or(() -> job.at("location").text().flatMap(Place::parse));
    Json company = job.at("hiring_company");
    return Posting.of(job.at("id").need(), job.at("name").need(), address)
        .withCompany(company.at("name").text())
        .withPlaces(place.stream().toList())
        .withRemote(place.flatMap(where -> RemoteMode.ofPlace(where.text())))
        .withPosted(job.at("posted_time").text().flatMap(text -> Posting.day(text, clock)))
        .withSalary(salary())
        .withDescription(job.at("snippet").text())
        .withDetail(PostingDetail.COMPANY_SITE, company.at("url").text())
        .withDetail(PostingDetail.INDUSTRY, job.at("industry_name").text())
        .withDetail(PostingDetail.FUNCTION, job.at("category").text());
  }

  /** As it was given, or else for a year; the interface is for the United States alone. */
  private Optional<Salary> salary() {
    Optional<PayPeriod> period = job.at("salary_interval").text().flatMap(ZipRecruiterCard::period);
    String currency = ZipRecruiterCard.currency(job.at("country").text()).orElse("USD");
    Optional<Salary> given =
        period.flatMap(
            time ->
                Salary.of(
                    job.at("salary_min").number(), job.at("salary_max").number(), currency, time));
    return given
        .or(
            () ->
                Salary.of(
                    job.at("salary_min_annual").number(),
                    job.at("salary_max_annual").number(),
                    currency,
                    PayPeriod.YEAR))
        .map(
            salary ->
                job.at("salary_source").text().filter(ZipRecruiterJob::isEstimate).isPresent()
                    ? salary.withOrigin(Salary.Origin.ESTIMATED)
                    : salary);
  }

  private static boolean isEstimate(String source) {
    return source.matches("(?i).*(?:estimat|predict|infer).*");
  }

  private ExtensionException withoutAddress() {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "ZipRecruiter: \"%s\" is no absolute address. The posting was left out."
            .formatted(job.at("url").path()));
  }
}
