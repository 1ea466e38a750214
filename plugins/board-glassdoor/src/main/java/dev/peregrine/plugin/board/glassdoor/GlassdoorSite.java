package dev.peregrine.plugin.board.glassdoor;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Glassdoor's sites, one a country. */
final class GlassdoorSite {

  private static final String INTERNATIONAL = "www.glassdoor.com";

  private static final Map<String, String> HOSTS =
      Map.ofEntries(
          Map.entry("AR", "www.glassdoor.com.ar"),
          Map.entry("AT", "www.glassdoor.at"),
          Map.entry("AU", "www.glassdoor.com.au"),
          Map.entry("BE", "fr.glassdoor.be"),
          Map.entry("BR", "www.glassdoor.com.br"),
          Map.entry("CA", "www.glassdoor.ca"),
          Map.entry("CH", "de.glassdoor.ch"),
          Map.entry("DE", "www.glassdoor.de"),
          Map.entry("ES", "www.glassdoor.es"),
          Map.entry("FR", "www.glassdoor.fr"),
          Map.entry("GB", "www.glassdoor.co.uk"),
          Map.entry("HK", "www.glassdoor.com.hk"),
          Map.entry("IE", "www.glassdoor.ie"),
          Map.entry("IN", "www.glassdoor.co.in"),
          Map.entry("IT", "www.glassdoor.it"),
          Map.entry("MT", "www.glassdoor.mt"),
          Map.entry("MX", "www.glassdoor.com.mx"),
          Map.entry("MY", INTERNATIONAL),
          Map.entry("NL", "www.glassdoor.nl"),
          Map.entry("NZ", "www.glassdoor.co.nz"),
          Map.entry("SG", "www.glassdoor.sg"),
          Map.entry("US", INTERNATIONAL),
          Map.entry("VN", INTERNATIONAL));

  private GlassdoorSite() {}

  /** The site that searches a country; empty where there is none. */
  static Optional<URI> of(String country) {
    return Optional.ofNullable(HOSTS.get(country)).map(host -> URI.create("https://" + host));
  }

  /** The site of an address; empty where it leads elsewhere. */
  static Optional<URI> of(URI address) {
    String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
    return HOSTS.containsValue(host)
        ? Optional.of(URI.create("https://" + host))
        : Optional.empty();
  }

  /** All hosts that may be called. */
  static String[] hosts() {
    return Set.copyOf(HOSTS.values()).toArray(String[]::new);
  }
}
