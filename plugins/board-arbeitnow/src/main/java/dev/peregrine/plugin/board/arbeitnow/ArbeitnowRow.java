package dev.peregrine.plugin.board.arbeitnow;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One row of Arbeitnow's list {@code data}. */
record ArbeitnowRow(Json row) {

  private static final long YEAR_2000 = 946_684_800L;
  private static final long YEAR_2100 = 4_102_444_800L;

  /** Among the types of employment the board also lists how experienced one should be. */
  private static final Pattern LEVEL =
      Pattern.compile(
          "(?i).*(?:entry|einst(?:ieg|eiger)|junior|mid|experienced|erfahren|professional|senior"
              + "|lead|manag|direct|execut|vice president).*");

  /** A description that is markup written as text, in front of the board's own link. */
  private static final Pattern ESCAPED = Pattern.compile("(?s)\\s*&lt;[a-zA-Z].*");

  Posting posting() throws ExtensionException {
    String title = row.at("title").need();
    URI address = row.at("url").needAddress();
    Optional<String> where = row.at("location").text();
    return Posting.of(row.at("slug").text().orElse(address.toString()), title, address)
        .withCompany(row.at("company_name").text())
        .withPlaces(where.flatMap(ArbeitnowRow::place).stream().toList())
        .withRemote(remote(where))
        .withPosted(posted().map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC)))
        .withEmploymentTypes(employmentTypes())
        .withDescription(row.at("description").text().map(ArbeitnowRow::markup))
        .withTags(texts("tags"))
        .withDetail(
            PostingDetail.LEVEL,
            Optional.of(
                texts("job_types").stream()
                    .filter(type -> LEVEL.matcher(type).matches())
                    .collect(Collectors.joining(", "))));
  }

  /** Rows without a time are never too old. */
  boolean isOlderThan(Optional<Instant> oldest) {
    return oldest.isPresent() && posted().map(at -> at.isBefore(oldest.get())).orElse(false);
  }

  private Optional<Instant> posted() {
    Json created = row.at("created_at");
    return created
        .number()
        .map(BigDecimal::longValue)
        .filter(second -> second > YEAR_2000 && second < YEAR_2100)
        .map(Instant::ofEpochSecond)
        .or(() -> created.text().flatMap(ArbeitnowRow::startOfDay));
  }

  private static Optional<Instant> startOfDay(String text) {
    try {
      LocalDate day = LocalDate.parse(text.substring(0, Math.min(10, text.length())));
      return Optional.of(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  private Optional<RemoteMode> remote(Optional<String> where) {
    return row.at("remote")
        .flag()
        .map(isRemote -> isRemote ? RemoteMode.REMOTE : RemoteMode.ON_SITE)
        .or(() -> where.flatMap(RemoteMode::parse));
  }

  private static Optional<Place> place(String text) {
    return RemoteMode.parse(text).isPresent()
        ? Optional.empty()
        : Optional.of(new Place(text, Optional.empty(), Optional.empty(), country(text)));
  }

  /**
   * The country that the last part names in full. Two letters may as well be a state, and so may
   * Georgia.
   */
  private static Optional<String> country(String place) {
    String last = place.substring(place.lastIndexOf(',') + 1).strip();
    boolean ambiguous =
        last.length() < 3 && !last.equals("UK") && !last.equals("US")
            || last.equalsIgnoreCase("georgia");
    return ambiguous ? Optional.empty() : Place.countryCode(last);
  }

  private Set<EmploymentType> employmentTypes() {
    var types = EnumSet.noneOf(EmploymentType.class);
    for (String type : texts("job_types")) {
      types.addAll(EmploymentType.parse(type));
      switch (type.toLowerCase(Locale.ROOT)) {
        case "side", "minijob", "nebenjob", "aushilfe" -> types.add(EmploymentType.PART_TIME);
        case "student" -> types.add(EmploymentType.WORKING_STUDENT);
        default -> {
          // Known by the words alone, or how experienced one should be.
        }
      }
    }
    return types;
  }

  private List<String> texts(String name) {
    return row.at(name).texts().stream().distinct().toList();
  }

  private static String markup(String description) {
    return ESCAPED.matcher(description).matches()
        ? description
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&")
        : description;
  }
}
