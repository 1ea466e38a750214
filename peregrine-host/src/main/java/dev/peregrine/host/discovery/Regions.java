package dev.peregrine.host.discovery;

import dev.peregrine.api.Place;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Countries, groups of countries and other names of cities, as far as boards write them. */
final class Regions {

  private static final Set<String> EVERYWHERE =
      Set.of(
          "worldwide",
          "anywhere",
          "global",
          "remote",
          "anywhere in the world",
          "world",
          "international",
          "weltweit");

  private static final Set<String> EU =
      codes("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE");
  private static final Set<String> EUROPE =
      both(EU, codes("GB CH NO IS LI MC SM AD RS BA ME MK AL XK UA MD TR GI FO JE GG IM"));
  private static final Set<String> NORTH_AMERICA = codes("US CA MX");
  private static final Set<String> LATIN_AMERICA =
      codes("MX AR BO BR CL CO CR CU DO EC SV GT HN NI PA PY PE PR UY VE");
  private static final Set<String> ASIA =
      codes(
          "JP CN HK TW KR IN PK BD LK NP SG MY TH VN PH ID KH LA MM MN KZ UZ GE AM AZ AE SA QA IL");
  private static final Set<String> OCEANIA = codes("AU NZ FJ PG");
  private static final Set<String> AFRICA =
      codes("ZA NG KE EG MA TN GH UG TZ RW ET SN CI CM DZ ZM ZW BW NA MU");
  private static final Set<String> MIDDLE_EAST = codes("AE SA QA IL KW BH OM JO LB TR EG IQ");

  private static final Map<String, Set<String>> GROUPS =
      Map.ofEntries(
          Map.entry("eu", EU),
          Map.entry("european union", EU),
          Map.entry("eea", both(EU, codes("NO IS LI"))),
          Map.entry("europe", EUROPE),
          Map.entry("emea", both(both(EUROPE, AFRICA), MIDDLE_EAST)),
          Map.entry("dach", codes("DE AT CH")),
          Map.entry("nordics", codes("DK SE NO FI IS")),
          Map.entry("north america", NORTH_AMERICA),
          Map.entry("latam", LATIN_AMERICA),
          Map.entry("latin america", LATIN_AMERICA),
          Map.entry("south america", LATIN_AMERICA),
          Map.entry("americas", both(NORTH_AMERICA, LATIN_AMERICA)),
          Map.entry("asia", ASIA),
          Map.entry("apac", both(ASIA, OCEANIA)),
          Map.entry("oceania", OCEANIA),
          Map.entry("africa", AFRICA),
          Map.entry("middle east", MIDDLE_EAST),
          Map.entry("mena", both(MIDDLE_EAST, codes("MA TN DZ"))));

  /** Codes of US states and Canadian provinces that are countries' codes as well. */
  private static final Set<String> AMBIGUOUS =
      codes(
          "AL AR AZ CA CO DE GA ID IL IN KY LA MA MD ME MN MO MS MT NC NE PA SC SD TN VA NL SK PE");

  private static final Set<String> STATES =
      codes(
          "AK CT FL HI IA KS MI NV NH NJ NM NY ND OH OK OR RI TX UT VT WA WV WI WY DC AL AR AZ CA"
              + " CO DE GA ID IL IN KY LA MA MD ME MN MO MS MT NC NE PA SC SD TN VA");

  private static final List<List<String>> CITIES =
      List.of(
          List.of("munich", "munchen", "muenchen"),
          List.of("cologne", "koln", "koeln"),
          List.of("nuremberg", "nurnberg", "nuernberg"),
          List.of("dusseldorf", "duesseldorf"),
          List.of("hanover", "hannover"),
          List.of("frankfurt am main", "frankfurt a m", "frankfurt main", "frankfurt"),
          List.of("vienna", "wien"),
          List.of("zurich", "zuerich"),
          List.of("geneva", "geneve", "genf"),
          List.of("basel", "basle", "bale"),
          List.of("prague", "praha", "prag"),
          List.of("warsaw", "warszawa", "warschau"),
          List.of("krakow", "cracow", "krakau"),
          List.of("milan", "milano", "mailand"),
          List.of("rome", "roma", "rom"),
          List.of("florence", "firenze", "florenz"),
          List.of("turin", "torino"),
          List.of("brussels", "bruxelles", "brussel"),
          List.of("antwerp", "antwerpen"),
          List.of("ghent", "gent"),
          List.of("the hague", "den haag"),
          List.of("copenhagen", "kobenhavn", "kopenhagen"),
          List.of("gothenburg", "goteborg"),
          List.of("lisbon", "lisboa", "lissabon"),
          List.of("seville", "sevilla"),
          List.of("athens", "athina", "athen"),
          List.of("bucharest", "bucuresti", "bukarest"),
          List.of("kyiv", "kiev"),
          List.of("moscow", "moskva", "moskau"),
          List.of("bangalore", "bengaluru"),
          List.of("new york city", "new york", "nyc"),
          List.of("washington d c", "washington dc", "washington"),
          List.of("mexico city", "ciudad de mexico", "cdmx"));

  private static final Map<String, Integer> CITY = cities();

  private Regions() {}

  static boolean isEverywhere(String text) {
    return EVERYWHERE.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /** The countries that a name stands for; empty where it is not known. */
  static Optional<Set<String>> countries(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+only$", "");
    Set<String> group = GROUPS.get(plain);
    return group != null ? Optional.of(group) : Place.countryCode(plain).map(Set::of);
  }

  /** The country that a part of a place's text names, where it cannot mean a state as well. */
  static Optional<String> country(String part) {
    String plain = part.strip();
    String upper = plain.toUpperCase(Locale.ROOT);
    if (AMBIGUOUS.contains(upper)) {
      return Optional.empty();
    }
    return STATES.contains(upper) && plain.length() == 2
        ? Optional.of("US")
        : Place.countryCode(plain);
  }

  /** Whether a text of one city names the other under another name, or holds its words. */
  static boolean isCity(List<String> place, List<String> wanted) {
    if (Words.contain(place, wanted)) {
      return true;
    }
    Integer city = CITY.get(String.join(" ", wanted));
    if (city == null) {
      return false;
    }
    return CITIES.get(city).stream()
        .anyMatch(name -> Words.contain(place, Arrays.asList(name.split(" "))));
  }

  static String name(String country) {
    return Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
  }

  private static Map<String, Integer> cities() {
    var cities = new HashMap<String, Integer>();
    for (int index = 0; index < CITIES.size(); index++) {
      for (String name : CITIES.get(index)) {
        cities.put(name, index);
      }
    }
    return Map.copyOf(cities);
  }

  private static Set<String> codes(String text) {
    return Set.of(text.split(" "));
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    var all = new HashSet<>(one);
    all.addAll(other);
    return Set.copyOf(all);
  }
}
