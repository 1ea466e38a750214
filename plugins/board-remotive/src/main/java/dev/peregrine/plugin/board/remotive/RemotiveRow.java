package dev.peregrine.plugin.board.remotive;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One row of Remotive's list {@code jobs}. */
record RemotiveRow(Json row) {

  Posting posting() throws ExtensionException {
    String title = needed("title");
    URI address =
        webAddress(needed("url"))
            .orElseThrow(() -> unreadable("url", "an absolute http or https address"));
    List<String> from =
        row.at("candidate_required_location").text().map(this::parts).orElse(List.of());
    return Posting.of(needed("id"), title, address)
        .withCompany(row.at("company_name").text())
        .withPlaces(from.stream().flatMap(part -> place(part).stream()).toList())
        .withRemote(Optional.of(RemoteMode.REMOTE))
        .withPosted(row.at("publication_date").text().flatMap(RemotiveRow::day))
        .withEmploymentTypes(row.at("job_type").text().map(EmploymentType::parse).orElse(Set.of()))
        .withSalary(row.at("salary").text().flatMap(Salary::parse))
        .withDescription(row.at("description").text())
        .withTags(
            row.at("tags").items().stream().flatMap(tag -> tag.text().stream()).distinct().toList())
        .withDetail(PostingDetail.REMOTE_FROM, Optional.of(String.join(", ", from)))
        .withDetail(PostingDetail.FUNCTION, row.at("category").text())
        .withDetail(
            PostingDetail.COMPANY_LOGO,
            row.at("company_logo").text().flatMap(RemotiveRow::webAddress).map(URI::toString));
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

  private static Optional<URI> webAddress(String text) {
    try {
      URI address = new URI(text);
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException broken) {
      return Optional.empty();
    }
  }

  private String needed(String name) throws ExtensionException {
    return row.at(name).text().orElseThrow(() -> unreadable(name, "a value"));
  }

  private ExtensionException unreadable(String name, String expected) {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "Remotive: \"%s\" of %s could not be read, expected %s. The posting was left out."
            .formatted(name, row.path(), expected));
  }
}
