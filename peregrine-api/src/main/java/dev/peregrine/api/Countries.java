package dev.peregrine.api;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of countries in English, German, French, Spanish, Italian, Dutch and their own languages,
 * from the JDK's locale data, and names in use that it does not have.
 */
final class Countries {

  private static final int LONGEST = 80;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Map<String, String> IN_USE =
      Map.ofEntries(
          Map.entry("uk", "GB"),
          Map.entry("england", "GB"),
          Map.entry("scotland", "GB"),
          Map.entry("wales", "GB"),
          Map.entry("northern ireland", "GB"),
          Map.entry("great britain", "GB"),
          Map.entry("united kingdom of great britain and northern ireland", "GB"),
          Map.entry("u k", "GB"),
          Map.entry("united states of america", "US"),
          Map.entry("u s", "US"),
          Map.entry("u s a", "US"),
          Map.entry("czech republic", "CZ"),
          Map.entry("holland", "NL"),
          Map.entry("turkey", "TR"),
          Map.entry("korea", "KR"),
          Map.entry("republic of korea", "KR"),
          Map.entry("korea republic of", "KR"),
          Map.entry("uae", "AE"),
          Map.entry("russian federation", "RU"),
          Map.entry("viet nam", "VN"),
          Map.entry("hong kong", "HK"),
          Map.entry("macao", "MO"),
          Map.entry("macau", "MO"),
          Map.entry("ivory coast", "CI"),
          Map.entry("burma", "MM"),
          Map.entry("myanmar", "MM"),
          Map.entry("republic of ireland", "IE"),
          Map.entry("palestine", "PS"),
          Map.entry("macedonia", "MK"));

  private static final Map<String, String> CODES = codes();

  private Countries() {}

  static Optional<String> code(String name) {
    return name.length() > LONGEST ? Optional.empty() : Optional.ofNullable(CODES.get(plain(name)));
  }

  private static Map<String, String> codes() {
    var codes = new HashMap<String, String>(IN_USE);
    for (String code : Locale.getISOCountries()) {
      codes.put(plain(code), code);
      codes.put(plain(Locale.of("", code).getISO3Country()), code);
    }
    for (Locale language :
        List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.of("es"),
            Locale.of("it"),
            Locale.of("nl"))) {
      for (String code : Locale.getISOCountries()) {
        codes.putIfAbsent(plain(Locale.of("", code).getDisplayCountry(language)), code);
      }
    }
    for (Locale own : Locale.getAvailableLocales()) {
      if (own.getCountry().length() == 2) {
        codes.putIfAbsent(plain(own.getDisplayCountry(own)), own.getCountry());
      }
    }
    codes.remove("");
    return Map.copyOf(codes);
  }

  /** Lower case, without accents and punctuation, and without "the" at the beginning. */
  private static String plain(String name) {
    String letters = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String words =
        GAPS.matcher(letters.toLowerCase(Locale.ROOT).replace("&", " and "))
            .replaceAll(" ")
            .strip();
    return words.startsWith("the ") ? words.substring(4) : words;
  }
}
