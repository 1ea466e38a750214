package dev.peregrine.plugin.board.ziprecruiter;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One of the job cards in the data of a search page. */
record ZipRecruiterCard(Json card, InstantSource clock) {

  private static final URI SITE = URI.create("https://www.ziprecruiter.com");

  /** The numbers of pay intervals, from 1. */
  private static final List<PayPeriod> INTERVALS = List.of(PayPeriod.values());

  Posting posting() throws ExtensionException {
    String key = card.at("listingKey").need();
    return Posting.of(key, card.at("title").need(), address(key))
        .withCompany(card.at("company").at("name").text())
        .withApplyUrl(card.at("applyButtonConfig").at("externalApplyUrl").address())
        .withPlaces(place().stream().toList())
        .withRemote(mode())
        .withPosted(
            card.at("status").at("postedAtUtc").text().flatMap(text -> Posting.day(text, clock)))
        .withEmploymentTypes(types())
        .withSalary(salary())
        .withDescription(card.at("shortDescription").text())
        .withDetail(PostingDetail.COMPANY_LOGO, logo());
  }

  /** The address of the posting; where the card has none, the site finds it by its key. */
  private URI address(String key) {
    return card.at("rawCanonicalZipJobPageUrl")
        .text()
        .flatMap(text -> HttpCall.address(SITE, text))
        .orElseGet(() -> HttpCall.get(SITE + "/jobs-search").withQuery("lk", key).address());
  }

  /** Work from home stands where other cards have the city. */
  private Optional<Place> place() {
    Json location = card.at("location");
    return Place.of(
            location.at("city").text().filter(city -> !Place.isWorkModel(city)),
            location.at("stateCode").text(),
            location.at("countryCode").text())
        .or(() -> location.at("displayName").text().flatMap(Place::parse))
        .filter(place -> !Place.isWorkModel(place.text()));
  }

  private Optional<RemoteMode> mode() {
    Json location = card.at("location");
    return Stream.of(location.at("city"), location.at("displayName"))
        .flatMap(text -> text.text().stream())
        .flatMap(text -> RemoteMode.ofPlace(text).stream())
        .findFirst();
  }

  /** Named {@code EMPLOYMENT_TYPE_NAME_FULL_TIME}, {@code employment_type:full_time} or plainly. */
  private Set<EmploymentType> types() {
    var types = EnumSet.noneOf(EmploymentType.class);
    for (Json type : card.at("employmentTypes").items()) {
      type.at("name").text().or(type::text).ifPresent(name -> types.addAll(types(name)));
    }
    return types;
  }

  private static Set<EmploymentType> types(String name) {
    String word =
        name.toLowerCase(Locale.ROOT)
            .replaceFirst("^employment_type(?:_name)?[:_]", "")
            .replace('_', ' ');
    return word.equals("as needed") ? Set.of(EmploymentType.PER_DIEM) : EmploymentType.parse(word);
  }

  /** The board names no currency but is for two countries only. */
  private Optional<Salary> salary() {
    Json pay = card.at("pay");
    Optional<PayPeriod> period = pay.at("interval").text().flatMap(ZipRecruiterCard::period);
    Optional<String> currency =
        pay.at("currency").text().or(() -> currency(card.at("location").at("countryCode").text()));
    return period.isEmpty() || currency.isEmpty()
        ? Optional.empty()
        : Salary.of(pay.at("min").number(), pay.at("max").number(), currency.get(), period.get());
  }

  static Optional<String> currency(Optional<String> country) {
    return country
        .flatMap(Place::countryCode)
        .flatMap(
            code ->
                switch (code) {
                  case "US" -> Optional.of("USD");
                  case "CA" -> Optional.of("CAD");
                  default -> Optional.empty();
                });
  }

  /** {@code PAY_INTERVAL_HOUR}, {@code hourly}, or a number from 1 for an hour to 5 for a year. */
  static Optional<PayPeriod> period(String interval) {
    return interval.matches("[1-5]")
        ? Optional.of(INTERVALS.get(interval.charAt(0) - '1'))
        : PayPeriod.parse(interval.replaceFirst("(?i)^pay_interval_", ""));
  }

  private Optional<String> logo() {
    return Stream.of(card.at("company").at("logoUrl"), card.at("companyLogoUrl"))
        .flatMap(logo -> logo.text().stream())
        .flatMap(text -> HttpCall.address(text).stream())
        .map(URI::toString)
        .findFirst();
  }
}
