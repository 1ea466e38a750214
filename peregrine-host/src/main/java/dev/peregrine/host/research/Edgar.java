package dev.peregrine.host.research;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.host.http.Given;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.pipeline.CompanyKey;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Companies that file with the United States' Securities and Exchange Commission. Needs no key; it
 * wants to be told a mail address of whoever asks.
 *
 * <p>Source: sec.gov, "EDGAR Application Programming Interfaces" and "Accessing EDGAR Data", read
 * 2026-11.
 */
final class Edgar implements Filings {

  /** Where it is. */
  record Addresses(URI search, URI data) {

    static final Addresses USUAL =
        new Addresses(URI.create("https://efts.sec.gov"), URI.create("https://data.sec.gov"));
  }

  private static final Duration LIMIT = Duration.ofSeconds(8);
  private static final Pattern NUMBER = Pattern.compile("\\d{10}");
  private static final int LISTED = 5;
  private static final List<String> REVENUE =
      List.of("RevenueFromContractWithCustomerExcludingAssessedTax", "Revenues");

  private final Addresses addresses;
  private final String contact;
  private final Http http;
  private final InstantSource clock;

  Edgar(OutgoingHttp http, Addresses addresses, String contact, InstantSource clock) {
    this.addresses = addresses;
    this.contact = contact;
    this.clock = clock;
    this.http =
        http.forExtension(
            "research/edgar",
            About.of("edgar", "SEC EDGAR", "Reads what companies file."),
            Given.addresses(List.of(addresses.search(), addresses.data())));
  }

  @Override
  public Looked.Place place() {
    return Looked.Place.EDGAR;
  }

  @Override
  public Optional<Source> look(Subject subject) throws ExtensionException, InterruptedException {
    Json found =
        get(
            HttpCall.get(addresses.search() + "/LATEST/search-index")
                .withQuery("q", '"' + subject.name().replace("\"", "") + '"')
                .withQuery("forms", "10-K,20-F"));
    for (Json hit : found.at("hits").at("hits").items()) {
      Json row = hit.at("_source");
      String called = row.at("display_names").at(0).text().orElse("").split("\\(", 2)[0].strip();
      Matcher number = NUMBER.matcher(row.at("ciks").at(0).text().orElse(""));
      if (number.matches() && CompanyKey.of(Optional.of(called)).equals(subject.key())) {
        return Optional.of(source(number.group()));
      }
    }
    return Optional.empty();
  }

  private Source source(String number) throws ExtensionException, InterruptedException {
    Json company = get(HttpCall.get(addresses.data() + "/submissions/CIK" + number + ".json"));
    String name = company.at("name").text().orElse("");
    var lines = new ArrayList<String>();
    company
        .at("sicDescription")
        .text()
        .ifPresent(
            sic ->
                lines.add(
                    "%s is registered with the SEC as a company in: %s.".formatted(name, sic)));
    List<String> tickers = company.at("tickers").texts();
    if (!tickers.isEmpty()) {
      lines.add(
          "%s is a listed company: %s on %s."
              .formatted(
                  name,
                  String.join(", ", tickers),
                  String.join(", ", company.at("exchanges").texts())));
    }
    Json seat = company.at("addresses").at("business");
    seat.at("city")
        .text()
        .ifPresent(
            city ->
                lines.add(
                    "%s has its headquarters in %s, %s."
                        .formatted(name, city, seat.at("stateOrCountry").text().orElse(""))));
    amount(number, REVENUE)
        .ifPresent(text -> lines.add("%s reported revenue of %s.".formatted(name, text)));
    amount(number, List.of("NetIncomeLoss"))
        .ifPresent(text -> lines.add("%s reported a net income of %s.".formatted(name, text)));
    Json recent = company.at("filings").at("recent");
    int forms = recent.at("form").items().size();
    for (int i = 0, listed = 0; i < forms && listed < LISTED; i++) {
      String form = recent.at("form").at(i).text().orElse("");
      if (form.matches("10-K|10-Q|8-K|20-F|6-K")) {
        lines.add(
            "%s filed form %s on %s."
                .formatted(name, form, recent.at("filingDate").at(i).text().orElse("")));
        listed++;
      }
    }
    return new Source(
        0,
        Source.Kind.FILING,
        URI.create("https://www.sec.gov/edgar/browse/?CIK=" + number),
        name + " — SEC EDGAR",
        recent.at("filingDate").at(0).text().flatMap(PageText::day),
        clock.instant(),
        String.join("\n", lines),
        false);
  }

  /** The newest amount of a whole year. */
  private Optional<String> amount(String number, List<String> concepts)
      throws InterruptedException {
    for (String concept : concepts) {
      try {
        Json facts =
            get(
                HttpCall.get(
                    addresses.data()
                        + "/api/xbrl/companyconcept/CIK%s/us-gaap/%s.json"
                            .formatted(number, concept)));
        Optional<Json> newest =
            facts.at("units").at("USD").items().stream()
                .filter(fact -> fact.at("fp").text().filter("FY"::equals).isPresent())
                .reduce((before, after) -> after);
        if (newest.isPresent() && newest.get().at("val").number().isPresent()) {
          return Optional.of(
              "USD %,d for the year to %s"
                  .formatted(
                      newest.get().at("val").number().orElseThrow().toBigInteger(),
                      newest.get().at("end").text().orElse("")));
        }
      } catch (ExtensionException notReported) {
        // Another name may be used for it.
      }
    }
    return Optional.empty();
  }

  private Json get(HttpCall call) throws ExtensionException, InterruptedException {
    return http.fetch(call.withHeader("User-Agent", "Peregrine/0.1 " + contact).withTimeout(LIMIT))
        .json();
  }
}
