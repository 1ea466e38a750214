package dev.peregrine.plugin.board.bamboohr;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A posting as BambooHR writes it.
 *
 * @param id unique only within the employer
 * @param row as it stands in a list, or alone
 * @param detail what the posting's own answer tells beyond that; the row again where it was not
 *     asked for
 */
record BambooHrPosting(String id, Json row, Json detail) {

  Posting read(Employer employer, InstantSource clock) throws ExtensionException {
    String label = employer.slug().toLowerCase(Locale.ROOT);
    Optional<String> department = text("departmentLabel");
    return Posting.of(label + "/" + id, part("jobOpeningName").need(), address(label))
        .withCompany(Optional.of(employer.label()))
        .withPlaces(places())
        .withRemote(remote())
        .withPosted(text("datePosted").flatMap(day -> Posting.day(day, clock)))
        .withEmploymentTypes(
            text("employmentStatusLabel")
                .or(() -> text("employmentType"))
                .map(EmploymentType::parse)
                .orElse(Set.of()))
        .withSalary(text("compensation").flatMap(Salary::parse))
        .withDescription(text("description"))
        .withTags(department.stream().toList())
        .withDetail(PostingDetail.DEPARTMENT, department)
        .withDetail(PostingDetail.EXPERIENCE, text("minimumExperience"));
  }

  /** A part that the list has, or else the posting's own answer. */
  private Json part(String name) {
    return row.at(name).isPresent() ? row.at(name) : detail.at(name);
  }

  private Optional<String> text(String name) {
    return part(name).text();
  }

  private URI address(String label) {
    return text("jobOpeningShareUrl")
        .flatMap(HttpCall::address)
        .orElseGet(
            () ->
                HttpCall.under(
                    URI.create("https://%s.bamboohr.com".formatted(label)), "careers", id));
  }

  /** The office of the employer, and the place that was typed in for the posting. */
  private List<Place> places() {
    var places = new LinkedHashSet<Place>();
    // The posting's own answer knows more of the same places, such as the country.
    for (Json source : List.of(detail, row)) {
      if (places.isEmpty()) {
        Stream.of("location", "atsLocation")
            .flatMap(name -> place(source.at(name)).stream())
            .forEach(places::add);
      }
    }
    return List.copyOf(places);
  }

  private static Optional<Place> place(Json at) {
    return Place.of(
        at.at("city").text(),
        at.at("state").text().or(() -> at.at("province").text()),
        at.at("country").text().or(() -> at.at("addressCountry").text()));
  }

  /** Older postings have a flag for remote work, newer ones a number that knows more. */
  private Optional<RemoteMode> remote() {
    String type = text("locationType").orElse("");
    String flag = text("isRemote").orElse("");
    if (type.equals("2")) {
      return Optional.of(RemoteMode.HYBRID);
    }
    if (type.equals("1") || flag.equals("1") || flag.equals("true")) {
      return Optional.of(RemoteMode.REMOTE);
    }
    return type.equals("0") ? Optional.of(RemoteMode.ON_SITE) : Optional.empty();
  }
}
