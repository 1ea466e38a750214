package dev.peregrine.plugin.board.jobicy;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row of Jobicy's list {@code jobs}. */
record JobicyRow(Json row) {

  Posting posting() throws ExtensionException {
    String title = text("jobTitle").orElseThrow(() -> unreadable("jobTitle", "a title"));
    URI address =
        row.at("url")
            .text()
            .flatMap(JobicyRow::webAddress)
            .orElseThrow(() -> unreadable("url", "an absolute http or https address"));
    String id =
        row.at("id")
            .text()
            .or(() -> row.at("jobSlug").text())
            .orElseThrow(() -> unreadable("id", "a number"));
    List<String> from =
        texts("jobGeo")
            .flatMap(geo -> Stream.of(geo.split(",")))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .distinct()
            .toList();
    List<String> industries = texts("jobIndustry").distinct().toList();
    return Posting.of(id, title, address)
        .withCompany(text("companyName"))
        .withPlaces(from.stream().flatMap(part -> place(part).stream()).toList())
        .withRemote(Optional.of(RemoteMode.REMOTE))
        .withPosted(row.at("pubDate").text().flatMap(JobicyRow::day))
        .withEmploymentTypes(
            texts("jobType")
                .flatMap(type -> EmploymentType.parse(type).stream())
                .collect(Collectors.toSet()))
        .withSalary(new JobicyPay(row).salary())
        .withDescription(row.at("jobDescription").text().or(() -> row.at("jobExcerpt").text()))
        .withTags(industries)
        .withDetail(PostingDetail.FUNCTION, Optional.of(String.join(", ", industries)))
        .withDetail(PostingDetail.REMOTE_FROM, Optional.of(String.join(", ", from)))
        .withDetail(
            PostingDetail.LEVEL, text("jobLevel").filter(level -> !level.equalsIgnoreCase("any")))
        .withDetail(
            PostingDetail.COMPANY_LOGO,
            row.at("companyLogo").text().flatMap(JobicyRow::webAddress).map(URI::toString));
  }

  private Optional<String> text(String name) {
    return texts(name).findFirst();
  }

  /** A list of texts, or one text, with the entities of HTML resolved. */
  private Stream<String> texts(String name) {
    Json value = row.at(name);
    Stream<String> texts =
        value.isArray()
            ? value.items().stream().flatMap(item -> item.text().stream())
            : value.text().stream();
    return texts.map(Entities::resolved).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Optional<Place> place(String name) {
    return Place.of(Optional.empty(), Optional.empty(), Optional.of(name));
  }

  /** The day of {@code 2026-08-15T15:28:49+00:00} or of {@code 2024-03-01 08:15:00}. */
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

  private ExtensionException unreadable(String name, String expected) {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "Jobicy: \"%s\" of %s could not be read, expected %s. The posting was left out."
            .formatted(name, row.path(), expected));
  }
}
