package dev.peregrine.plugin.board.jobicy;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row of Jobicy's list {@code jobs}. */
record JobicyRow(Json row) {

  Posting posting() throws ExtensionException {
    String title = Entities.resolved(row.at("jobTitle").need());
    URI address = row.at("url").needAddress();
    Optional<String> slug = row.at("jobSlug").text();
    String id = slug.isPresent() ? row.at("id").text().orElse(slug.get()) : row.at("id").need();
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
        .withDetail(PostingDetail.COMPANY_LOGO, row.at("companyLogo").address().map(URI::toString));
  }

  private Optional<String> text(String name) {
    return texts(name).findFirst();
  }

  /** A list of texts, or one text, with the entities of HTML resolved. */
  private Stream<String> texts(String name) {
    return row.at(name).texts().stream()
        .map(Entities::resolved)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
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
}
