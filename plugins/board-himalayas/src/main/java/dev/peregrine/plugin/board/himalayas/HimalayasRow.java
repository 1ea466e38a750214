package dev.peregrine.plugin.board.himalayas;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row of Himalayas' list {@code jobs}. */
record HimalayasRow(Json row) {

  private static final long YEAR_2000 = 946_684_800L;
  private static final long YEAR_2100 = 4_102_444_800L;

  /** What the board's own template leaves behind where it has no value. */
  private static final Pattern LEFTOVER =
      Pattern.compile("(?i)name|company|company_?name|undefined|none|.*\\{\\{.*");

  Posting posting() throws ExtensionException {
    String title = row.at("title").need();
    Optional<URI> apply = row.at("applicationLink").address();
    Optional<String> guid = row.at("guid").text();
    URI address =
        apply.isPresent()
            ? row.at("guid").address().orElse(apply.get())
            : row.at("guid").needAddress();
    List<String> countries = countries();
    return Posting.of(guid.orElse(address.toString()), title, address)
        .withCompany(company())
        .withApplyUrl(apply.filter(link -> !link.equals(address)))
        .withPlaces(countries.stream().flatMap(name -> place(name).stream()).toList())
        .withRemote(Optional.of(RemoteMode.REMOTE))
        .withPosted(time("pubDate").map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC)))
        .withCloses(time("expiryDate"))
        .withEmploymentTypes(
            row.at("employmentType").texts().stream()
                .flatMap(type -> EmploymentType.parse(type).stream())
                .collect(Collectors.toSet()))
        .withSalary(new HimalayasPay(row).salary())
        .withDescription(row.at("description").text().or(() -> row.at("excerpt").text()))
        .withTags(
            row.at("categories").texts().stream()
                .map(tag -> tag.replace('-', ' '))
                .distinct()
                .toList())
        .withDetail(PostingDetail.REMOTE_FROM, Optional.of(String.join(", ", countries)))
        .withDetail(PostingDetail.LEVEL, joined("seniority"))
        .withDetail(PostingDetail.FUNCTION, joined("parentCategories"))
        .withDetail(PostingDetail.COMPANY_PAGE, companyPage())
        .withDetail(PostingDetail.COMPANY_LOGO, row.at("companyLogo").address().map(URI::toString));
  }

  /** Rows without a time are never too old. */
  boolean isOlderThan(Optional<Instant> oldest) {
    return oldest.isPresent() && time("pubDate").map(at -> at.isBefore(oldest.get())).orElse(false);
  }

  private Optional<String> company() {
    return row.at("companyName")
        .text()
        .filter(name -> !LEFTOVER.matcher(name).matches())
        .or(() -> row.at("companySlug").text().map(HimalayasRow::spelledOut));
  }

  /** {@code alignment-health} as people write it: Alignment Health. */
  private static String spelledOut(String slug) {
    return Stream.of(slug.split("[-_ ]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  private Optional<String> companyPage() {
    return row.at("companySlug")
        .text()
        .filter(slug -> slug.matches("[\\w-]{1,100}"))
        .map(slug -> "https://himalayas.app/companies/" + slug);
  }

  /** Where one may work from. The board documents that an empty list means the whole world. */
  private List<String> countries() {
    Json list = row.at("locationRestrictions");
    if (list.isArray() && list.items().isEmpty()) {
      return List.of("Worldwide");
    }
    return list.items().stream()
        .flatMap(
            item ->
                (item.isObject()
                        ? item.at("name").text().or(() -> item.at("alpha2").text())
                        : item.text())
                    .stream())
        .distinct()
        .toList();
  }

  private static Optional<Place> place(String country) {
    return Place.of(Optional.empty(), Optional.empty(), Optional.of(country));
  }

  /** Seconds as answered, milliseconds as documented, or a written day. */
  private Optional<Instant> time(String name) {
    Json time = row.at(name);
    return time.number()
        .map(number -> number.longValue())
        .map(number -> number > YEAR_2100 ? number / 1000 : number)
        .filter(second -> second > YEAR_2000 && second < YEAR_2100)
        .map(Instant::ofEpochSecond)
        .or(() -> time.text().flatMap(HimalayasRow::startOfDay));
  }

  private static Optional<Instant> startOfDay(String text) {
    try {
      LocalDate day = LocalDate.parse(text.substring(0, Math.min(10, text.length())));
      return Optional.of(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  private Optional<String> joined(String name) {
    return Optional.of(String.join(", ", row.at(name).texts()));
  }
}
