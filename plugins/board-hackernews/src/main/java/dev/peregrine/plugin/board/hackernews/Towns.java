package dev.peregrine.plugin.board.hackernews;

import dev.peregrine.api.Place;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells places from other words, so that "Rust, Go" is not taken for a town: countries, American
 * states, the towns that time zones are called by, and others where this thread's companies are.
 */
final class Towns {

  private static final Pattern PARTS =
      Pattern.compile("(?i)[,/&;()\\[\\]+]| or | and | - |\\bin\\b");
  private static final Pattern STATE =
      Pattern.compile(
          ".*,\\s*(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]"
              + "|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|ON|BC|QC|AB)\\b.*");

  private static final Set<String> KNOWN =
      known(
          """
          san francisco, sf, bay area, sf bay area, san francisco bay area, silicon valley, nyc, new york city,
          new york, ny, manhattan, brooklyn, la, los angeles, seattle, boston, cambridge, austin, dallas,
          houston, chicago, denver, boulder, atlanta, miami, portland, philadelphia, pittsburgh, san diego,
          san jose, palo alto, mountain view, menlo park, redwood city, sunnyvale, santa clara, san mateo,
          oakland, berkeley, santa monica, washington dc, washington, dc, raleigh, durham, nashville,
          salt lake city, minneapolis, detroit, ann arbor, baltimore, toronto, montreal, vancouver, waterloo,
          ottawa, calgary, munich, münchen, hamburg, cologne, köln, frankfurt, stuttgart, karlsruhe, leipzig,
          zurich, zürich, geneva, basel, lausanne, bern, barcelona, valencia, málaga, milan, turin, lyon,
          toulouse, grenoble, rotterdam, utrecht, eindhoven, delft, the hague, ghent, antwerp, gothenburg,
          malmö, aarhus, manchester, edinburgh, glasgow, bristol, oxford, leeds, birmingham, cork, galway,
          kraków, krakow, wrocław, wroclaw, gdańsk, poznań, brno, porto, braga, tel aviv, haifa, bangalore,
          bengaluru, mumbai, delhi, new delhi, hyderabad, pune, chennai, gurgaon, osaka, shenzhen, beijing,
          são paulo, rio de janeiro, medellín, cape town, melbourne, brisbane, perth, auckland, wellington,
          europe, eu, emea, eea, apac, latam, latin america, north america, south america, asia, africa,
          americas, worldwide, global, anywhere, usa only, us only, dach, nordics, benelux, scandinavia
          """);

  private Towns() {}

  /** Whether a part of a headline names a place. */
  static boolean isPlace(String text) {
    if (STATE.matcher(text).matches()) {
      return true;
    }
    return parts(text).anyMatch(Towns::isKnown);
  }

  /** Whether a text names places and nothing else, as {@code UK/EU} does. */
  static boolean areAllPlaces(String text) {
    return parts(text).findAny().isPresent() && parts(text).allMatch(Towns::isKnown);
  }

  private static Stream<String> parts(String text) {
    return Arrays.stream(PARTS.split(text)).map(String::strip).filter(part -> !part.isEmpty());
  }

  private static boolean isKnown(String part) {
    String name = part.toLowerCase(Locale.ROOT);
    // Two letters are a country only in capitals; "IT" and "AI" are more often something else.
    boolean isShort = part.length() < 3;
    return KNOWN.contains(name)
        || (isShort
            ? Set.of("US", "UK", "EU").contains(part)
            : Place.countryCode(part).isPresent());
  }

  private static Set<String> known(String others) {
    Set<String> towns =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.matches("(?:Africa|America|Asia|Australia|Europe|Pacific)/.*"))
            .map(id -> id.substring(id.lastIndexOf('/') + 1).replace('_', ' '))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(HashSet::new));
    Arrays.stream(others.split(",")).map(String::strip).forEach(towns::add);
    return Set.copyOf(towns);
  }
}
