package dev.peregrine.host.research;

import dev.peregrine.host.config.ResearchFile;
import dev.peregrine.host.config.ResearchFile.Choices;
import dev.peregrine.host.config.ServicesFile;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.secrets.SecretStore;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the current tenant's companies are looked up. */
public final class ResearchPlaces {

  /** Under which name the key of Companies House is sealed. */
  public static final String COMPANIES_HOUSE_KEY = "research/companies-house-key";

  /** Where SearXNG is unless the person says otherwise. */
  public static final URI SEARXNG = URI.create("http://127.0.0.1:8888");

  private static final String SERVICE = "searxng";

  private final OutgoingHttp http;
  private final ResearchFile file;
  private final ServicesFile services;
  private final SecretStore secrets;
  private final InstantSource clock;

  public ResearchPlaces(
      OutgoingHttp http,
      ResearchFile file,
      ServicesFile services,
      SecretStore secrets,
      InstantSource clock) {
    this.http = http;
    this.file = file;
    this.services = services;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** What the person chose. */
  public Choices choices() {
    return file.current();
  }

  /** The address of the search that the person entered; empty for the usual one. */
  public Optional<URI> searxngSaid() {
    return services.address(SERVICE);
  }

  /** Stores it; empty for the usual one. */
  public void saySearxng(Optional<URI> address) {
    services.set(SERVICE, address);
  }

  Searxng searxng() {
    return searxng(searxngSaid().orElse(SEARXNG), choices().engines());
  }

  private Searxng searxng(URI address, List<String> engines) {
    return new Searxng(http, address, engines);
  }

  Pages pages() {
    return new Pages(http, clock);
  }

  /** Where companies file, as far as the person switched that on. */
  List<Filings> filings() {
    var places = new ArrayList<Filings>();
    if (!choices().secContact().isEmpty()) {
      places.add(new Edgar(http, Edgar.Addresses.USUAL, choices().secContact(), clock));
    }
    if (secrets.isSet(COMPANIES_HOUSE_KEY)) {
      secrets
          .value(COMPANIES_HOUSE_KEY)
          .ifPresent(key -> places.add(new CompaniesHouse(http, CompaniesHouse.USUAL, key, clock)));
    }
    return places;
  }

  /**
   * Tries a search.
   *
   * @param found how many pages it found
   * @param looked what is wrong; empty where it works
   * @param asHtml whether it only shows pages for people
   * @param silent engines that did not answer
   */
  public record Trial(int found, Optional<Looked> looked, boolean asHtml, List<String> silent) {}

  /** Searches for something that every engine knows. */
  public Trial tryOut(URI address, List<String> engines) throws InterruptedException {
    try {
      SearchAnswer answer = searxng(address, engines).search("peregrine falcon", false);
      return new Trial(answer.hits().size(), Optional.empty(), answer.asHtml(), answer.silent());
    } catch (SearchException failed) {
      return new Trial(0, Optional.of(failed.looked()), false, List.of());
    }
  }
}
