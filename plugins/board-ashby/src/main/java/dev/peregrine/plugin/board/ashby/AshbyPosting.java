package dev.peregrine.plugin.board.ashby;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.Employer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A posting as Ashby writes it. */
record AshbyPosting(Json row) {

  /**
   * Whether the employer shows it; the others can be reached only by those who know the address.
   */
  boolean isListed() {
    return row.at("isListed").flag().orElse(true);
  }

  /**
   * The posting.
   *
   * @throws ExtensionException {@code CHANGED_REMOTE} where id, title or address is missing
   */
  Posting read(Employer employer) throws ExtensionException {
    return Posting.of(row.at("id").need(), row.at("title").need(), row.at("jobUrl").needAddress())
        .withCompany(Optional.of(employer.label()))
        .withApplyUrl(row.at("applyUrl").address())
        .withPlaces(places())
        .withRemote(remote())
        .withPosted(row.at("publishedAt").text().flatMap(AshbyPosting::day))
        .withEmploymentTypes(
            row.at("employmentType").text().map(EmploymentType::parse).orElse(Set.of()))
        .withSalary(new AshbyPay(row.at("compensation")).salary())
        .withDescription(
            row.at("descriptionHtml").text().or(() -> row.at("descriptionPlain").text()))
        .withTags(
            Stream.of("department", "team")
                .flatMap(name -> row.at(name).text().stream())
                .distinct()
                .toList())
        .withDetail(
            PostingDetail.DEPARTMENT, row.at("department").text().or(() -> row.at("team").text()));
  }

  private List<Place> places() {
    var places = new LinkedHashSet<Place>();
    place(row).ifPresent(places::add);
    row.at("secondaryLocations").items().forEach(one -> place(one).ifPresent(places::add));
    return List.copyOf(places);
  }

  /** The place as the employer named it, with the parts of its address. */
  private static Optional<Place> place(Json at) {
    Json address = at.at("address").at("postalAddress");
    Optional<String> city = address.at("addressLocality").text();
    Optional<String> region = address.at("addressRegion").text();
    Optional<String> country = address.at("addressCountry").text();
    Optional<String> text = at.at("location").text();
    if (text.isEmpty()) {
      return Place.of(city, region, country);
    }
    Optional<String> code = country.flatMap(Place::countryCode);
    return text.map(
        name ->
            new Place(
                name, city, region, code.or(() -> Place.parse(name).flatMap(Place::country))));
  }

  /** The workplace type says more than the flag: hybrid postings are often flagged as remote. */
  private Optional<RemoteMode> remote() {
    return row.at("workplaceType")
        .text()
        .flatMap(RemoteMode::parse)
        .or(() -> row.at("isRemote").flag().filter(flag -> flag).map(flag -> RemoteMode.REMOTE))
        .or(() -> row.at("location").text().flatMap(RemoteMode::ofPlace));
  }

  /** The day in the zone that the time names. */
  private static Optional<LocalDate> day(String time) {
    try {
      return Optional.of(LocalDate.parse(time.substring(0, Math.min(10, time.length()))));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
