package dev.peregrine.api;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of countries in English, German and their own languages, from the JDK's locale data. */
final class Countries {

  private static final Map<String, String> CODES = codes();

  private Countries() {}

  static Optional<String> code(String lowerCaseName) {
    return Optional.ofNullable(CODES.get(lowerCaseName));
  }

  private static Map<String, String> codes() {
    var codes = new HashMap<String, String>();
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      codes.put(code.toLowerCase(Locale.ROOT), code);
      codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
      for (Locale language :
          new Locale[] {
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.of("es"),
            Locale.of("it"),
            Locale.of("nl")
          }) {
        codes.putIfAbsent(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), code);
      }
    }
    codes.put("uk", "GB");
    codes.put("england", "GB");
    codes.put("scotland", "GB");
    codes.put("great britain", "GB");
    codes.put("united states of america", "US");
    codes.put("u.s.", "US");
    codes.put("u.s.a.", "US");
    codes.put("czech republic", "CZ");
    codes.put("turkey", "TR");
    codes.put("south korea", "KR");
    codes.put("uae", "AE");
    codes.put("russia", "RU");
    return Map.copyOf(codes);
  }
}
