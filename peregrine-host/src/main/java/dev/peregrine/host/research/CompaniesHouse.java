package dev.peregrine.host.research;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.host.http.Given;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.Proxies;
import dev.peregrine.host.pipeline.CompanyKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Companies that are registered in the United Kingdom. Needs a key, which is free.
 *
 * <p>Source: developer-specs.company-information.service.gov.uk, read 2026-11.
 */
final class CompaniesHouse implements Filings {

  static final URI USUAL = URI.create("https://api.company-information.service.gov.uk");

  private static final Duration LIMIT = Duration.ofSeconds(8);
  private static final int MOST_OFFICERS = 6;

  private final URI address;
  private final String key;
  private final Http http;
  private final InstantSource clock;

  CompaniesHouse(OutgoingHttp http, URI address, String key, InstantSource clock) {
    this.address = address;
    this.key = key;
    this.clock = clock;
    this.http =
        http.forExtension(
            "research/companies-house",
            About.of("companies-house", "Companies House", "Reads what companies file."),
            new Given(List.of(address), List.of(key), Proxies.NONE));
  }

  @Override
  public Looked.Place place() {
    return Looked.Place.COMPANIES_HOUSE;
  }

  @Override
  public Optional<Source> look(Subject subject) throws ExtensionException, InterruptedException {
    Json found =
        get(
            HttpCall.get(address + "/search/companies")
                .withQuery("q", subject.name())
                .withQuery("items_per_page", "10"));
    for (Json item : found.at("items").items()) {
      Optional<String> number =
          item.at("company_number").text().filter(text -> text.matches("[A-Za-z0-9]{6,10}"));
      boolean same = CompanyKey.of(item.at("title").text()).equals(subject.key());
      boolean active = item.at("company_status").text().filter("active"::equals).isPresent();
      if (same && active && number.isPresent()) {
        return Optional.of(source(number.get()));
      }
    }
    return Optional.empty();
  }

  private Source source(String number) throws ExtensionException, InterruptedException {
    Json company = get(HttpCall.get(HttpCall.under(address, "company", number)));
    String name = company.at("company_name").text().orElse(number);
    var lines = new ArrayList<String>();
    lines.add(
        "%s was founded as a company on %s; its status is %s."
            .formatted(
                name,
                company.at("date_of_creation").text().orElse("an unknown day"),
                company.at("company_status").text().orElse("unknown")));
    company
        .at("registered_office_address")
        .at("locality")
        .text()
        .ifPresent(
            town -> lines.add("%s has its headquarters registered in %s.".formatted(name, town)));
    company
        .at("accounts")
        .at("last_accounts")
        .at("made_up_to")
        .text()
        .ifPresent(
            day ->
                lines.add("%s filed its last accounts for the period to %s.".formatted(name, day)));
    if (company.at("has_insolvency_history").flag().orElse(false)) {
      lines.add("%s has a history of insolvency.".formatted(name));
    }
    Json officers =
        get(
            HttpCall.get(HttpCall.under(address, "company", number, "officers"))
                .withQuery("items_per_page", "20"));
    int listed = 0;
    for (Json officer : officers.at("items").items()) {
      boolean resigned = officer.at("resigned_on").isPresent();
      Optional<String> who = officer.at("name").text();
      if (!resigned && who.isPresent() && listed++ < MOST_OFFICERS) {
        lines.add(
            "%s is %s of %s."
                .formatted(who.get(), officer.at("officer_role").text().orElse("officer"), name));
      }
    }
    return new Source(
        0,
        Source.Kind.FILING,
        URI.create("https://find-and-update.company-information.service.gov.uk/company/" + number),
        name + " — Companies House",
        Optional.empty(),
        clock.instant(),
        String.join("\n", lines),
        false);
  }

  private Json get(HttpCall call) throws ExtensionException, InterruptedException {
    String named = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    return http.fetch(call.withHeader("Authorization", "Basic " + named).withTimeout(LIMIT)).json();
  }
}
