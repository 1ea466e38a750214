package dev.peregrine.plugin.board.indeed;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One of Indeed's sites.
 *
 * @param code of the country, as Indeed's interface wants it
 * @param label first label of the site's host name
 */
record IndeedCountry(String code, String label) {

  static final IndeedCountry UNITED_STATES = new IndeedCountry("US", "www");

  /** Sites that are not named by the code of their country. */
  private static final Map<String, String> ODD_LABELS =
      Map.of("US", "www", "GB", "uk", "MY", "malaysia", "MT", "malta");

  private static final Set<String> CODES =
      Set.of(
          ("AR AT AU BD BE BG BH BR CA CH CL CN CO CR CY CZ DE DK EC EE EG ES FI FR GB GR HK HR HU"
                  + " ID IE IL IN IT JP KR KW LT LU LV MA MT MX MY NG NL NO NZ OM PA PE PH PK PL PT"
                  + " QA RO SA SE SG SI SK TH TR TW UA AE US UY VE VN ZA")
              .split(" "));

  /** The site of a country; empty where Indeed has none. */
  static Optional<IndeedCountry> of(String code) {
    return CODES.contains(code)
        ? Optional.of(
            new IndeedCountry(code, ODD_LABELS.getOrDefault(code, code.toLowerCase(Locale.ROOT))))
        : Optional.empty();
  }

  /** The country of an address on one of the sites; empty where it leads elsewhere. */
  static Optional<IndeedCountry> ofAddress(URI address) {
    String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
    if (host.equals("indeed.com") || host.equals("www.indeed.com")) {
      return Optional.of(UNITED_STATES);
    }
    return host.endsWith(".indeed.com")
        ? CODES.stream()
            .flatMap(code -> of(code).stream())
            .filter(country -> host.equals(country.label() + ".indeed.com"))
            .findFirst()
        : Optional.empty();
  }

  /** Where the site is. */
  URI site() {
    return URI.create("https://" + label + ".indeed.com");
  }

  /** Where a person reads a posting. */
  URI posting(String key) {
    return URI.create(site() + "/viewjob?jk=" + key);
  }
}
