package dev.peregrine.plugin.board.workday;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A posting as Workday writes it.
 *
 * @param path its path below the employer's page
 * @param row as it stands in a list; the detail's info where it is read alone
 * @param detail the posting's own answer; the row again where it was not asked for
 */
record WorkdayPosting(WorkdaySite site, String path, Json row, Json detail) {

  /** {@code 3 Locations}: which ones, only the posting's own answer tells. */
  private static final Pattern SEVERAL = Pattern.compile("\\d{1,4} \\p{L}+");

  private static final Pattern PATH = Pattern.compile("/job/(?:([^/]+)/)?[^/]+");

  Posting read(Employer employer, InstantSource clock) throws ExtensionException {
    List<Place> places = places();
    return Posting.of(site.tenant() + "/" + number(), row.at("title").need(), address())
        .withCompany(company(employer))
        .withPlaces(places)
        .withRemote(remote(places))
        .withPosted(
            info("startDate")
                .or(() -> row.at("postedOn").text())
                .flatMap(day -> Posting.day(day, clock)))
        .withCloses(
            info("endDate")
                .flatMap(day -> Posting.day(day, clock))
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
        .withEmploymentTypes(text("timeType").map(EmploymentType::parse).orElse(Set.of()))
        .withDescription(info("jobDescription"))
        .withDetail(PostingDetail.REQUISITION, requisition())
        .withDetail(
            PostingDetail.COMPANY_SITE,
            detail.at("hiringOrganization").at("url").address().map(URI::toString));
  }

  private Optional<String> info(String name) {
    return detail.at("jobPostingInfo").at(name).text();
  }

  private Optional<String> text(String name) {
    return row.at(name).text().or(() -> info(name));
  }

  /** What stands behind the title in the path: unique within the employer, unlike the title. */
  private String number() {
    String last = path.substring(path.lastIndexOf('/') + 1);
    int requisition = requisition().map(id -> last.lastIndexOf("_" + id)).orElse(-1);
    return last.substring((requisition < 0 ? last.lastIndexOf('_') : requisition) + 1);
  }

  /** The first of the lines below the title, unless another one stands in the path. */
  private Optional<String> requisition() {
    List<String> lines =
        Stream.concat(
                info("jobReqId").stream(),
                row.at("bulletFields").items().stream().flatMap(line -> line.text().stream()))
            .toList();
    return lines.stream()
        .filter(line -> path.contains("_" + line))
        .findFirst()
        .or(() -> lines.stream().findFirst());
  }

  private URI address() throws ExtensionException {
    return info("externalUrl")
        .flatMap(HttpCall::address)
        .or(() -> site.page(path))
        .orElseThrow(
            () ->
                new ExtensionException(
                    Kind.CHANGED_REMOTE,
                    "\"externalPath\" is \"%s\", expected one that begins with /job/. The posting was left out."
                        .formatted(path)));
  }

  /** The organisation is often one of the employer's many legal bodies, so its name comes first. */
  private Optional<String> company(Employer employer) {
    return employer
        .name()
        .or(() -> detail.at("hiringOrganization").at("name").text())
        .or(() -> Optional.of(site.tenant()));
  }

  private List<Place> places() {
    var names = new LinkedHashSet<String>();
    info("location").ifPresent(names::add);
    detail.at("jobPostingInfo").at("additionalLocations").items().stream()
        .flatMap(name -> name.text().stream())
        .forEach(names::add);
    if (names.isEmpty()) {
      listedPlace().ifPresent(names::add);
    }
    Optional<String> country = country();
    return names.stream()
        .flatMap(name -> Place.parse(name).stream())
        .map(
            place ->
                place.text().equals(names.getFirst()) && place.country().isEmpty()
                    ? new Place(place.text(), place.city(), place.region(), country)
                    : place)
        .toList();
  }

  /** The country of the main place. */
  private Optional<String> country() {
    Json info = detail.at("jobPostingInfo");
    return Stream.of(
            info.at("jobRequisitionLocation").at("country").at("alpha2Code"),
            info.at("country").at("descriptor"))
        .flatMap(country -> country.text().stream())
        .flatMap(country -> Place.countryCode(country).stream())
        .findFirst();
  }

  /** Of several places the list tells only the first, in the path. */
  private Optional<String> listedPlace() {
    Optional<String> text = row.at("locationsText").text();
    if (text.filter(places -> SEVERAL.matcher(places).matches()).isEmpty()) {
      return text;
    }
    Matcher steps = PATH.matcher(path);
    return steps.matches()
        ? Optional.ofNullable(steps.group(1)).map(step -> step.replaceAll("-+", " "))
        : Optional.empty();
  }

  private Optional<RemoteMode> remote(List<Place> places) {
    return text("remoteType")
        .flatMap(type -> RemoteMode.parse(type).or(() -> RemoteMode.ofPlace(type)))
        .or(
            () ->
                places.stream()
                    .flatMap(place -> RemoteMode.ofPlace(place.text()).stream())
                    .findFirst());
  }
}
