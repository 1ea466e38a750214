package dev.peregrine.plugin.board.greenhouse;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A posting as Greenhouse writes it, in a list or alone.
 *
 * @param group the department that it stands below, in a list by departments
 */
record GreenhousePosting(Json row, Optional<String> group) {

  private static final URI PAGES = URI.create("https://job-boards.greenhouse.io");

  /** Names that employers give the field of their own that holds the employment type. */
  private static final Set<String> TYPE_FIELDS =
      Set.of(
          "employment type", "employment", "job type", "time type", "worker type", "contract type");

  static GreenhousePosting of(Json row) {
    return new GreenhousePosting(row, Optional.empty());
  }

  /** The postings of an answer, which lists them at once or by departments. */
  static List<GreenhousePosting> list(Json answer) {
    return Stream.concat(
            answer.at("jobs").items().stream().map(GreenhousePosting::of),
            answer.at("departments").items().stream().flatMap(GreenhousePosting::inDepartment))
        .toList();
  }

  private static Stream<GreenhousePosting> inDepartment(Json department) {
    Optional<String> name = department.at("name").text();
    return department.at("jobs").items().stream().map(row -> new GreenhousePosting(row, name));
  }

  /**
   * The posting.
   *
   * @throws ExtensionException {@code CHANGED_REMOTE} where id or title is missing
   */
  Posting read(Employer employer) throws ExtensionException {
    Optional<String> description =
        row.at("content").text().map(content -> new EscapedHtml(content).decoded());
    String id = row.at("id").need();
    return Posting.of(id, row.at("title").need(), address(id, employer))
        .withCompany(row.at("company_name").text().or(() -> Optional.of(employer.label())))
        .withPlaces(places())
        .withRemote(remote())
        .withPosted(row.at("first_published").text().flatMap(GreenhousePosting::day))
        .withCloses(row.at("application_deadline").text().flatMap(GreenhousePosting::instant))
        .withEmploymentTypes(employmentTypes())
        .withSalary(PayRange.stated(row).or(() -> description.flatMap(PayRange::inDescription)))
        .withDescription(description)
        .withTags(departments())
        .withDetail(PostingDetail.DEPARTMENT, joined(departments()))
        .withDetail(
            PostingDetail.LANGUAGE, row.at("language").text().flatMap(GreenhousePosting::language))
        .withDetail(PostingDetail.REQUISITION, row.at("requisition_id").text());
  }

  /** The employer's own page, else Greenhouse's. */
  private URI address(String id, Employer employer) {
    return row.at("absolute_url")
        .text()
        .flatMap(HttpCall::address)
        .orElseGet(() -> HttpCall.under(PAGES, employer.slug(), "jobs", id));
  }

  private Optional<String> location() {
    return row.at("location").at("name").text();
  }

  private List<Place> places() {
    Optional<String> location = location();
    List<String> offices = offices();
    if (location.isEmpty() || Place.isWorkModel(location.get()) && !offices.isEmpty()) {
      return offices.stream().flatMap(office -> apart(office).stream()).toList();
    }
    return apart(location.get()).stream().map(place -> completed(place, offices)).toList();
  }

  /** One place for each part between semicolons or bars. */
  private static List<Place> apart(String text) {
    return Stream.of(text.split("[;|•]")).flatMap(part -> Place.parse(part).stream()).toList();
  }

  /** "London" with an office "London, United Kingdom" is in the United Kingdom. */
  private static Place completed(Place place, List<String> offices) {
    Optional<String> country =
        offices.stream()
            .filter(office -> office.startsWith(place.text() + ","))
            .findFirst()
            .flatMap(Place::parse)
            .flatMap(Place::country);
    return place.country().isPresent() || country.isEmpty()
        ? place
        : new Place(place.text(), place.city(), place.region(), country);
  }

  private List<String> offices() {
    var offices = new LinkedHashSet<String>();
    for (Json office : row.at("offices").items()) {
      office
          .at("location")
          .text()
          .or(() -> office.at("name").text())
          .filter(place -> !Place.isWorkModel(place))
          .ifPresent(offices::add);
    }
    return List.copyOf(offices);
  }

  private Optional<RemoteMode> remote() {
    return location().flatMap(RemoteMode::ofPlace);
  }

  private List<String> departments() {
    return Stream.concat(
            group.stream(),
            row.at("departments").items().stream().flatMap(one -> one.at("name").text().stream()))
        .filter(name -> !name.equalsIgnoreCase("No Department"))
        .distinct()
        .toList();
  }

  private Set<EmploymentType> employmentTypes() {
    var types = EnumSet.noneOf(EmploymentType.class);
    for (Json field : row.at("metadata").items()) {
      String name = field.at("name").text().orElse("").toLowerCase(Locale.ROOT);
      if (TYPE_FIELDS.contains(name)) {
        Json value = field.at("value");
        List<Json> values = value.isArray() ? value.items() : List.of(value);
        values.forEach(one -> one.text().map(EmploymentType::parse).ifPresent(types::addAll));
      }
    }
    return types;
  }

  private static Optional<String> joined(List<String> names) {
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }

  private static Optional<String> language(String tag) {
    String language = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    return language.length() == 2 ? Optional.of(language) : Optional.empty();
  }

  /** The day in the zone of the employer, which the time's offset tells. */
  private static Optional<LocalDate> day(String time) {
    try {
      return Optional.of(LocalDate.parse(time.substring(0, Math.min(10, time.length()))));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** A time with an offset, or a day that ends in UTC. */
  private static Optional<Instant> instant(String time) {
    try {
      return Optional.of(OffsetDateTime.parse(time).toInstant());
    } catch (DateTimeException noTime) {
      return day(time).map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
  }
}
