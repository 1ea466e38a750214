package dev.peregrine.plugin.board.lever;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.Employer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A posting as Lever writes it, in a list or alone. */
record LeverPosting(Json row) {

  private static final BigDecimal YEAR_2100 = new BigDecimal("4102444800000");

  /**
   * The posting.
   *
   * @throws ExtensionException {@code CHANGED_REMOTE} where id, title or address is missing
   */
  Posting read(Employer employer) throws ExtensionException {
    return Posting.of(row.at("id").need(), row.at("text").need(), row.at("hostedUrl").needAddress())
        .withCompany(Optional.of(employer.label()))
        .withApplyUrl(row.at("applyUrl").address())
        .withPlaces(places())
        .withRemote(remote())
        .withPosted(row.at("createdAt").number().flatMap(LeverPosting::day))
        .withEmploymentTypes(employmentTypes())
        .withSalary(new LeverPay(row.at("salaryRange")).salary())
        .withDescription(new LeverText(row).html())
        .withTags(
            Stream.of("department", "team")
                .flatMap(name -> category(name).stream())
                .distinct()
                .toList())
        .withDetail(PostingDetail.DEPARTMENT, category("department").or(() -> category("team")))
        .withDetail(PostingDetail.LEVEL, category("level"));
  }

  private Optional<String> category(String name) {
    return row.at("categories").at(name).text();
  }

  private Set<EmploymentType> employmentTypes() {
    return category("commitment").map(EmploymentType::parse).orElse(Set.of());
  }

  /** The main place first; Lever's country is the main place's. */
  private List<Place> places() {
    var texts = new LinkedHashSet<String>();
    category("location").ifPresent(texts::add);
    row.at("categories")
        .at("allLocations")
        .items()
        .forEach(one -> one.text().ifPresent(texts::add));
    var places = new ArrayList<Place>();
    texts.forEach(text -> Place.parse(text).ifPresent(places::add));
    Optional<String> country = row.at("country").text().flatMap(Place::countryCode);
    if (places.isEmpty()) {
      return Place.of(Optional.empty(), Optional.empty(), country).stream().toList();
    }
    if (country.isPresent()) {
      places.set(
          0, new Place(places.getFirst().text(), Optional.empty(), Optional.empty(), country));
    }
    return places;
  }

  /** What the field says; where it says nothing, what the place does. */
  private Optional<RemoteMode> remote() {
    return row.at("workplaceType")
        .text()
        .flatMap(RemoteMode::parse)
        .or(() -> category("location").flatMap(RemoteMode::ofPlace));
  }

  /** The day in UTC of a time in milliseconds since 1970. */
  private static Optional<LocalDate> day(BigDecimal millis) {
    return millis.signum() > 0 && millis.compareTo(YEAR_2100) < 0
        ? Optional.of(LocalDate.ofInstant(Instant.ofEpochMilli(millis.longValue()), ZoneOffset.UTC))
        : Optional.empty();
  }
}
