package dev.peregrine.plugin.board.smartrecruiters;

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
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A posting as SmartRecruiters writes it.
 *
 * @param row as it stands in a list, or alone
 * @param detail what the posting's own answer tells beyond that; the row again where it was not
 *     asked for
 */
record SmartRecruitersPosting(Json row, Json detail) {

  private static final URI PAGES = URI.create("https://jobs.smartrecruiters.com");

  static SmartRecruitersPosting of(Json alone) {
    return new SmartRecruitersPosting(alone, alone);
  }

  Posting read(Employer employer, InstantSource clock) throws ExtensionException {
    String id = row.at("id").need();
    List<String> fields =
        Stream.of("department", "function").flatMap(name -> label(name).stream()).toList();
    return Posting.of(id, row.at("name").need(), address(id, employer))
        .withCompany(part("company").at("name").text().or(() -> Optional.of(employer.label())))
        .withApplyUrl(part("applyUrl").address())
        .withPlaces(place().stream().toList())
        .withRemote(remote())
        .withPosted(part("releasedDate").text().flatMap(text -> Posting.day(text, clock)))
        .withEmploymentTypes(
            label("typeOfEmployment")
                .or(() -> part("typeOfEmployment").at("id").text())
                .map(EmploymentType::parse)
                .orElse(Set.of()))
        .withDescription(new SmartRecruitersText(part("jobAd").at("sections")).html())
        .withTags(fields.stream().distinct().toList())
        .withDetail(PostingDetail.DEPARTMENT, label("department"))
        .withDetail(PostingDetail.FUNCTION, label("function"))
        .withDetail(PostingDetail.INDUSTRY, label("industry"))
        .withDetail(PostingDetail.LEVEL, label("experienceLevel"))
        .withDetail(PostingDetail.LANGUAGE, language())
        .withDetail(PostingDetail.REQUISITION, part("refNumber").text());
  }

  /** A part that the list has, or else the posting's own answer. */
  private Json part(String name) {
    return row.at(name).isPresent() ? row.at(name) : detail.at(name);
  }

  private Optional<String> label(String name) {
    return row.at(name).at("label").text().or(() -> detail.at(name).at("label").text());
  }

  /** Lists have no address for people; each posting has one by its number. */
  private URI address(String id, Employer employer) {
    return part("postingUrl")
        .address()
        .orElseGet(
            () ->
                HttpCall.under(
                    PAGES, part("company").at("identifier").text().orElse(employer.slug()), id));
  }

  private Optional<Place> place() {
    Json location = part("location");
    Optional<String> city = location.at("city").text();
    Optional<String> region = location.at("region").text();
    Optional<String> country = location.at("country").text().flatMap(Place::countryCode);
    return location
        .at("fullLocation")
        .text()
        .map(SmartRecruitersPosting::withoutGaps)
        .filter(text -> !text.isEmpty())
        .map(text -> new Place(text, city, region, country))
        .or(() -> Place.of(city, region, country));
  }

  /** {@code Bangalore, , India}: a part that is missing leaves its comma. */
  private static String withoutGaps(String place) {
    return Arrays.stream(place.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private Optional<RemoteMode> remote() {
    Json location = part("location");
    if (location.at("hybrid").flag().orElse(false)) {
      return Optional.of(RemoteMode.HYBRID);
    }
    return location
        .at("remote")
        .flag()
        .map(remote -> remote ? RemoteMode.REMOTE : RemoteMode.ON_SITE);
  }

  /** {@code es} of {@code es-MX}. */
  private Optional<String> language() {
    return part("language")
        .at("code")
        .text()
        .map(tag -> tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT))
        .filter(code -> code.length() == 2);
  }
}
