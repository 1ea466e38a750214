package dev.peregrine.plugin.board.naukri;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One row of Naukri's list {@code jobDetails}. */
record NaukriRow(Json row, InstantSource clock) {

  private static final URI SITE = URI.create(NaukriBoard.SERVER + "/");

  Posting posting() throws ExtensionException {
    Optional<String> where = text("location");
    return Posting.of(row.at("jobId").need(), row.at("title").need(), address())
        .withCompany(row.at("companyName").text())
        .withPlaces(where.map(NaukriRow::places).orElse(List.of()))
        .withRemote(where.flatMap(RemoteMode::ofPlace))
        .withPosted(posted())
        .withSalary(salary())
        .withDescription(row.at("jobDescription").text())
        .withTags(row.at("tagsAndSkills").text().map(NaukriRow::parts).orElse(List.of()))
        .withDetail(PostingDetail.EXPERIENCE, experience())
        .withDetail(PostingDetail.VACANCIES, row.at("vacancy").text())
        .withDetail(PostingDetail.COMPANY_PAGE, link(row.at("staticUrl")))
        .withDetail(
            PostingDetail.COMPANY_LOGO,
            link(row.at("logoPathV3")).or(() -> link(row.at("logoPath"))))
        .withDetail(
            PostingDetail.COMPANY_RATING,
            row.at("ambitionBoxData").at("AggregateRating").text().map("%s of 5"::formatted))
        .withDetail(
            PostingDetail.COMPANY_REVIEWS, row.at("ambitionBoxData").at("ReviewsCount").text());
  }

  private URI address() throws ExtensionException {
    return HttpCall.address(SITE, row.at("jdURL").need()).orElseThrow();
  }

  /** A label that people read, from the list of those or from where it stands in older rows. */
  private Optional<String> text(String type) {
    return row.at("placeholders").items().stream()
        .filter(item -> item.at("type").text().filter(type::equals).isPresent())
        .flatMap(item -> item.at("label").text().stream())
        .findFirst()
        .or(() -> row.at(type).text());
  }

  /** {@code Hybrid - Bengaluru, Noida}: how it is done, and the cities that one may choose from. */
  static List<Place> places(String text) {
    String cities = text.replaceFirst("(?i)^(?:hybrid|remote|on-?site)\\s*[-–]\\s*", "");
    return parts(cities).stream()
        .filter(city -> !Place.isWorkModel(city))
        .flatMap(city -> Place.parse(city).stream())
        .toList();
  }

  static List<String> parts(String text) {
    // Commas within brackets belong to a name: "Delhi / NCR (Noida, Gurugram)".
    return Stream.of(text.split(",(?![^(]*\\))"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }

  /** The label counts: {@code createdDate} is the day of the first of several renewals. */
  private Optional<LocalDate> posted() {
    return row.at("footerPlaceholderLabel")
        .text()
        .flatMap(label -> Posting.day(label, clock))
        .or(() -> row.at("createdDate").text().flatMap(when -> Posting.day(when, clock)));
  }

  private Optional<Salary> salary() {
    return salary(row.at("salaryDetail")).or(() -> text("salary").flatMap(Rupees::parse));
  }

  /** Rupees a year, unless the employer hides them. */
  static Optional<Salary> salary(Json pay) {
    return pay.at("hideSalary").flag().orElse(false)
        ? Optional.empty()
        : Salary.of(
            pay.at("minimumSalary").number(),
            pay.at("maximumSalary").number(),
            pay.at("currency").text().orElse("INR"),
            PayPeriod.YEAR);
  }

  private Optional<String> experience() {
    return row.at("experienceText").text().or(() -> text("experience"));
  }

  private static Optional<String> link(Json address) {
    return address.text().flatMap(text -> HttpCall.address(SITE, text)).map(URI::toString);
  }
}
