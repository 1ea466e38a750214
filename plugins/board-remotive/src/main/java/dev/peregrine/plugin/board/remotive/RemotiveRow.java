package dev.peregrine.plugin.board.remotive;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One row of Remotive's list {@code jobs}. */
record RemotiveRow(Json row) {

  Posting posting() throws ExtensionException {
    String title = row.at("title").need();
    URI address = row.at("url").needAddress();
    List<String> from =
        row.at("candidate_required_location").text().map(this::parts).orElse(List.of());
    return Posting.of(row.at("id").need(), title, address)
        .withCompany(row.at("company_name").text())
        .withPlaces(from.stream().flatMap(part -> place(part).stream()).toList())
        .withRemote(Optional.of(RemoteMode.REMOTE))
        .withPosted(row.at("publication_date").text().flatMap(RemotiveRow::day))
        .withEmploymentTypes(row.at("job_type").text().map(EmploymentType::parse).orElse(Set.of()))
        .withSalary(row.at("salary").text().flatMap(Salary::parse))
        .withDescription(row.at("description").text())
        .withTags(row.at("tags").texts().stream().distinct().toList())
        .withDetail(PostingDetail.REMOTE_FROM, Optional.of(String.join(", ", from)))
        .withDetail(PostingDetail.FUNCTION, row.at("category").text())
        .withDetail(
            PostingDetail.COMPANY_LOGO, row.at("company_logo").address().map(URI::toString));
  }

  private List<String> parts(String text) {
    return Stream.of(text.split("[,;]"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** Named as a country, so that "USA" also gives the code. */
  private static Optional<Place> place(String name) {
    return Place.of(Optional.empty(), Optional.empty(), Optional.of(name));
  }

  /** The day of {@code 2026-07-28T14:23:05}, with or without time and zone. */
  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.substring(0, Math.min(10, text.length()))))
          .filter(day -> day.getYear() >= 2000);
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }
}
