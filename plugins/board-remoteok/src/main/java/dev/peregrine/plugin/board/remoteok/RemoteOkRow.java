package dev.peregrine.plugin.board.remoteok;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row of Remote OK's list. */
record RemoteOkRow(Json row) {

  /** An amount for a year below this is a typing error, not a salary. */
  private static final BigDecimal LEAST_FOR_A_YEAR = BigDecimal.valueOf(1000);

  private static final long YEAR_2000 = 946_684_800L;
  private static final long YEAR_2100 = 4_102_444_800L;

  private static final Pattern PICTOGRAMS =
      Pattern.compile("[\\p{IsEmoji_Presentation}\\x{FE0F}\\x{1F1E6}-\\x{1F1FF}]");

  Posting posting() throws ExtensionException {
    String title = text("position").orElseThrow(() -> unreadable("position", "a title"));
    URI address =
        address("url").orElseThrow(() -> unreadable("url", "an absolute http or https address"));
    String id = text("id").or(() -> text("slug")).orElseThrow(() -> unreadable("id", "a number"));
    return Posting.of(id, title, address)
        .withCompany(text("company"))
        .withApplyUrl(address("apply_url").filter(apply -> !apply.equals(address)))
        .withPlaces(place().stream().toList())
        .withRemote(Optional.of(RemoteMode.REMOTE))
        .withPosted(row.at("date").text().flatMap(RemoteOkRow::day).or(this::dayOfEpoch))
        .withSalary(salary())
        .withDescription(
            row.at("description")
                .text()
                .map(RemoteOkText::repaired)
                .map(RemoteOkText::withoutCodeWord))
        .withTags(
            row.at("tags").items().stream()
                .flatMap(tag -> tag.text().map(RemoteOkText::plain).stream())
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList())
        .withDetail(
            PostingDetail.COMPANY_LOGO,
            address("company_logo").or(() -> address("logo")).map(URI::toString));
  }

  private Optional<String> text(String name) {
    return row.at(name).text().map(RemoteOkText::plain).filter(text -> !text.isEmpty());
  }

  /** Pay for a year in US dollars; 0 stands for unknown. */
  private Optional<Salary> salary() {
    return Salary.of(amount("salary_min"), amount("salary_max"), "USD", PayPeriod.YEAR);
  }

  private Optional<BigDecimal> amount(String name) {
    return row.at(name).number().filter(amount -> amount.compareTo(LEAST_FOR_A_YEAR) >= 0);
  }

  /** Free text that often has parts missing: {@code "Leeds, "}. */
  private Optional<Place> place() {
    return text("location")
        .map(text -> PICTOGRAMS.matcher(text).replaceAll(""))
        .map(
            text ->
                Stream.of(text.split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty() && !part.equalsIgnoreCase("null"))
                    .collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty() && !text.equalsIgnoreCase("remote"))
        .map(text -> new Place(text, Optional.empty(), Optional.empty(), country(text)));
  }

  /**
   * The country that the last part names in full. Two letters may as well be one of the states, and
   * so may Georgia.
   */
  private static Optional<String> country(String place) {
    String last = place.substring(place.lastIndexOf(',') + 1).strip();
    boolean ambiguous =
        last.length() < 3 && !last.equals("UK") && !last.equals("US")
            || last.equalsIgnoreCase("georgia");
    return ambiguous ? Optional.empty() : Place.countryCode(last);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.substring(0, Math.min(10, text.length()))))
          .filter(day -> day.getYear() >= 2000);
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  private Optional<LocalDate> dayOfEpoch() {
    return row.at("epoch")
        .number()
        .map(BigDecimal::longValue)
        .filter(second -> second > YEAR_2000 && second < YEAR_2100)
        .map(second -> LocalDate.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC));
  }

  /** A web address, whose host the board writes as {@code remoteOK.com}, in lower case. */
  private Optional<URI> address(String name) {
    Optional<String> text = row.at(name).text();
    try {
      URI address = new URI(text.orElse(""));
      String scheme = address.getScheme();
      if (address.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
        return Optional.empty();
      }
      String host = address.getRawAuthority();
      String rest = address.toString().substring(scheme.length() + 3 + host.length());
      return Optional.of(new URI(scheme + "://" + host.toLowerCase(Locale.ROOT) + rest));
    } catch (URISyntaxException broken) {
      return Optional.empty();
    }
  }

  private ExtensionException unreadable(String name, String expected) {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "Remote OK: \"%s\" of row %s could not be read, expected %s. The posting was left out."
            .formatted(name, row.path(), expected));
  }
}
