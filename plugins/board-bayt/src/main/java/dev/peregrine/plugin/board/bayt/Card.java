package dev.peregrine.plugin.board.bayt;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Markup;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One card of a search page. */
record Card(Markup card, InstantSource clock) {

  private static final URI SITE = URI.create(BaytBoard.SERVER + "/");

  Posting posting() throws ExtensionException {
    Markup link = card.first("h2 a[href]").orElseThrow();
    URI address =
        link.attribute("href").flatMap(text -> HttpCall.address(SITE, text)).orElseThrow();
    String id =
        card.attribute("data-job-id").or(() -> BaytBoard.id(address)).orElse(address.toString());
    Optional<String> company =
        first(
            ".job-company-location-wrapper a", ".job-company-location-wrapper b", ".t-nowrap span");
    return Posting.of(id, link.text().orElseThrow(), address)
        .withCompany(company)
        .withPlaces(places())
        .withRemote(card.text(".jb-label-remote").flatMap(Card::remote))
        .withPosted(posted())
        .withSalary(card.text(".jb-label-salary").flatMap(Card::salary))
        .withDescription(card.text(".jb-descr").map(text -> text.replaceFirst("^Summary:\\s*", "")))
        .withDetail(PostingDetail.LEVEL, level(0).filter(text -> !isExperience(text)))
        .withDetail(
            PostingDetail.EXPERIENCE, level(1).or(() -> level(0)).filter(Card::isExperience))
        .withDetail(
            PostingDetail.COMPANY_PAGE,
            card.first("a[href*=/company/]").flatMap(page -> address(page, "href")))
        .withDetail(
            PostingDetail.COMPANY_LOGO,
            card.first("img.jb-logo")
                .flatMap(logo -> address(logo, "src"))
                .filter(logo -> !logo.contains("/assets/")));
  }

  /** Each part is a text of its own: {@code Qurtubah}, {@code Riyadh}, {@code Saudi Arabia}. */
  private List<Place> places() {
    List<String> parts =
        card.select(".jb-label-location span").stream()
            .flatMap(part -> part.text().stream())
            .distinct()
            .toList();
    if (parts.size() < 2) {
      return first(".jb-label-location", ".t-mute.t-small").flatMap(Place::parse).stream().toList();
    }
    String city = parts.get(parts.size() - 2);
    Optional<String> country = Place.countryCode(parts.getLast());
    String text = parts.stream().collect(Collectors.joining(", "));
    return List.of(new Place(text, Optional.of(city), Optional.empty(), country));
  }

  private Optional<LocalDate> posted() {
    return card.first("[data-automation-jobactivedate]")
        .flatMap(day -> day.attribute("data-automation-jobactivedate"))
        .or(() -> card.text(".jb-date"))
        .flatMap(day -> Posting.day(day, clock));
  }

  private static Optional<RemoteMode> remote(String text) {
    return RemoteMode.parse(text).or(() -> RemoteMode.ofPlace(text));
  }

  /** The board gives pay for a month, and says so only in its form. */
  static Optional<Salary> salary(String text) {
    return Salary.parse(text + " per month").filter(pay -> pay.period() == PayPeriod.MONTH);
  }

  /** {@code Management · 3-7 Years of Experience}. */
  private Optional<String> level(int part) {
    return card.text(".jb-label-careerlevel")
        .map(text -> text.split("\\s*·\\s*"))
        .filter(parts -> part < parts.length)
        .map(parts -> parts[part]);
  }

  private static boolean isExperience(String text) {
    return text.matches("(?i).*\\b(?:years?|experience)\\b.*");
  }

  private Optional<String> first(String... selectors) {
    return List.of(selectors).stream()
        .flatMap(selector -> card.text(selector).stream())
        .findFirst();
  }

  private static Optional<String> address(Markup element, String attribute) {
    return element
        .attribute(attribute)
        .flatMap(text -> HttpCall.address(SITE, text))
        .map(URI::toString);
  }
}
