package dev.peregrine.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Cuts a text about pay into tokens, in one pass over its characters. */
final class SalaryTokens {

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("₹", "INR"),
          Map.entry("¥", "JPY"),
          Map.entry("₪", "ILS"),
          Map.entry("₩", "KRW"),
          Map.entry("₺", "TRY"),
          Map.entry("₴", "UAH"),
          Map.entry("₱", "PHP"),
          Map.entry("$", "$"));

  /** What stands before a {@code $} to say whose dollar it is. */
  private static final Map<String, String> DOLLARS =
      Map.ofEntries(
          Map.entry("us", "USD"),
          Map.entry("u", "USD"),
          Map.entry("ca", "CAD"),
          Map.entry("c", "CAD"),
          Map.entry("cad", "CAD"),
          Map.entry("au", "AUD"),
          Map.entry("a", "AUD"),
          Map.entry("aud", "AUD"),
          Map.entry("usd", "USD"),
          Map.entry("nz", "NZD"),
          Map.entry("s", "SGD"),
          Map.entry("sg", "SGD"),
          Map.entry("hk", "HKD"),
          Map.entry("nt", "TWD"),
          Map.entry("mx", "MXN"),
          Map.entry("r", "BRL"));

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("zł", "PLN"),
          Map.entry("sfr", "CHF"),
          Map.entry("fr", "CHF"),
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("rs", "INR"),
          Map.entry("tk", "BDT"),
          Map.entry("rmb", "CNY"),
          Map.entry("kč", "CZK"),
          Map.entry("ft", "HUF"));

  private static final List<String> CODES =
      List.of(
          "usd", "eur", "gbp", "cad", "aud", "nzd", "chf", "pln", "inr", "sgd", "sek", "nok", "dkk",
          "czk", "jpy", "cny", "brl", "mxn", "zar", "hkd", "ils", "huf", "ron", "bgn", "aed", "sar",
          "qar", "kwd", "bhd", "omr", "egp", "bdt", "pkr", "php", "thb", "myr", "idr", "vnd", "krw",
          "twd", "try", "uah", "isk", "ngn", "kes", "cop", "clp", "ars", "pen");

  private final String text;
  private final List<SalaryToken> tokens = new ArrayList<>();
  private int at;
  private boolean spaced;

  private SalaryTokens(String text) {
    this.text = text;
  }

  static List<SalaryToken> of(String original) {
    var reader = new SalaryTokens(plain(original));
    while (reader.at < reader.text.length()) {
      reader.next();
    }
    return List.copyOf(reader.tokens);
  }

  /** Lower case, with one kind of blank, dash and apostrophe. */
  private static String plain(String original) {
    var plain = new StringBuilder();
    for (char c : original.toLowerCase(Locale.ROOT).toCharArray()) {
      plain.append(
          switch (c) {
            case '–', '—', '−', '‒', '‐', '‑', '~' -> '-';
            case '’', '‘', '´' -> '\'';
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
          });
    }
    return plain.toString();
  }

  private void next() {
    char c = text.charAt(at);
    if (c == ' ') {
      spaced = true;
      at++;
      return;
    }
    if (SalaryNumber.isDigit(c)) {
      number();
    } else if (Character.isLetter(c)) {
      word();
    } else {
      String code = SIGNS.get(String.valueOf(c));
      tokens.add(
          code == null ? new SalaryToken.Mark(c, spaced) : new SalaryToken.Money(code, spaced));
      at++;
    }
    spaced = false;
  }

  private void number() {
    SalaryNumber number = SalaryNumber.at(text, at);
    tokens.add(
        number
            .value()
            .<SalaryToken>map(value -> new SalaryToken.Number(value, spaced))
            .orElseGet(() -> new SalaryToken.Word(text.substring(at, number.end()), spaced)));
    at = number.end();
  }

  private void word() {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String word = text.substring(at, end);
    if (end < text.length() && text.charAt(end) == '$' && DOLLARS.containsKey(word)) {
      tokens.add(new SalaryToken.Money(DOLLARS.get(word), spaced));
      at = end + 1;
      return;
    }
    if (end < text.length() && text.charAt(end) == '$' && word.length() <= 2) {
      tokens.add(new SalaryToken.Money("?", spaced)); // "J$": a dollar, but whose?
      at = end + 1;
      return;
    }
    boolean attached =
        !spaced && !tokens.isEmpty() && tokens.getLast() instanceof SalaryToken.Number;
    if (attached && word.length() > 1 && word.charAt(0) == 'k') {
      Optional<String> behind = currency(word.substring(1));
      if (behind.isPresent()) { // "65keur"
        tokens.add(new SalaryToken.Word("k", false));
        tokens.add(new SalaryToken.Money(behind.get(), false));
        at = end;
        return;
      }
    }
    Optional<String> currency = currency(word);
    if (currency.isPresent()) {
      tokens.add(new SalaryToken.Money(currency.get(), spaced));
    } else {
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        end++; // "h1b" is a word, its 1 no number
      }
      tokens.add(new SalaryToken.Word(text.substring(at, end), spaced));
    }
    at = end;
  }

  private static Optional<String> currency(String word) {
    return CODES.contains(word)
        ? Optional.of(word.toUpperCase(Locale.ROOT))
        : Optional.ofNullable(NAMES.get(word)).or(() -> Optional.ofNullable(SIGNS.get(word)));
  }
}
