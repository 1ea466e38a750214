package dev.peregrine.api;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of countries in English, German, French, Spanish, Italian and Dutch, from the JDK's locale
 * data, and a list of what those lack: names in use, and names in their own languages. The locale
 * data has these too, but reading all its languages takes two seconds.
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

  private static final String OWN_NAMES =
      """
      polska PL, sverige SE, danmark DK, norge NO, noreg NO, suomi FI, island IS, eesti EE,
      latvija LV, lietuva LT, cesko CZ, ceska republika CZ, slovensko SK, slovenija SI,
      magyarorszag HU, hrvatska HR, srbija RS, bosna i hercegovina BA, crna gora ME, shqiperia AL,
      romania RO, ελλαδα GR, ελλας GR, κυπρος CY, българия BG, србија RS, македонија MK,
      україна UA, россия RU, беларусь BY, turkiye TR, brasil BR, eire IE, malta MT,
      lëtzebuerg LU, 日本 JP, 中国 CN, 中國 CN, 台灣 TW, 台湾 TW, 香港 HK, 대한민국 KR, 한국 KR,
      भारत IN, ישראל IL, الامارات AE, الإمارات العربية المتحدة AE, المملكة العربية السعودية SA, مصر EG,
      ประเทศไทย TH, ไทย TH, việt nam VN, bharat IN, moçambique MZ, cabo verde CV
      """;

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
    for (String entry : OWN_NAMES.split(",")) {
      int blank = entry.strip().lastIndexOf(' ');
      codes.putIfAbsent(
          plain(entry.strip().substring(0, blank)), entry.strip().substring(blank + 1));
    }
    codes.remove("");
    return Map.copyOf(codes);
  }

  /** Lower case, without accents and punctuation, and without "the" at the beginning. */
  private static String plain(String name) {
    String letters = name.chars().allMatch(c -> c < 128) ? name : withoutAccents(name);
    String words =
        GAPS.matcher(letters.toLowerCase(Locale.ROOT).replace("&", " and "))
            .replaceAll(" ")
            .strip();
    return words.startsWith("the ") ? words.substring(4) : words;
  }

  private static String withoutAccents(String name) {
    return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
  }
}
