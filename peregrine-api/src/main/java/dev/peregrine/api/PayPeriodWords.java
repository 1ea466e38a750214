package dev.peregrine.api;

import static dev.peregrine.api.PayPeriod.DAY;
import static dev.peregrine.api.PayPeriod.HOUR;
import static dev.peregrine.api.PayPeriod.MONTH;
import static dev.peregrine.api.PayPeriod.WEEK;
import static dev.peregrine.api.PayPeriod.YEAR;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words for pay periods. A manner ({@code hourly}) tells the period wherever it stands; a name
 * ({@code hours}) only behind a word such as {@code per}, for "40 hours a week" says nothing of an
 * hour's pay.
 */
final class PayPeriodWords {

  private static final int LONGEST = 200;

  private static final Map<String, PayPeriod> NAMES =
      words(
          Map.of(
              YEAR,
              "year years yr yrs jahr annum année anno año rok ár år jaar",
              MONTH,
              "month months mo mth monat monate mois mes mese maand miesiąc mies",
              WEEK,
              "week weeks wk woche semaine semana settimana tydzień",
              DAY,
              "day days diem tag tage jour día dia giorno dag dzień",
              HOUR,
              "hour hours hr hrs stunde stunden std heure hora ora uur godz godzina godzinę"));

  private static final Map<String, PayPeriod> MANNERS =
      words(
          Map.of(
              YEAR,
              "yearly annual annually annualised annualized pa jährlich jahresgehalt jahresbrutto"
                  + " bruttojahresgehalt jahresbruttogehalt annuel annuale anual jaarlijks rocznie",
              MONTH,
              "monthly pcm monatlich monatsgehalt bruttomonatsgehalt mensuel mensual mensile"
                  + " maandelijks miesięcznie",
              WEEK,
              "weekly pw wöchentlich hebdomadaire semanal",
              DAY,
              "daily pd täglich tagessatz tageshonorar",
              HOUR,
              "hourly ph stündlich stundenlohn stundensatz horaire"));

  private static final Set<String> OTHER_TIMES =
      Set.of(
          "bi",
          "semi",
          "biweekly",
          "bimonthly",
          "semimonthly",
          "fortnight",
          "fortnightly",
          "quarter",
          "quarterly");

  private PayPeriodWords() {}

  /** The period of a name such as {@code hour}. */
  static Optional<PayPeriod> name(String lowerCase) {
    return Optional.ofNullable(NAMES.get(lowerCase));
  }

  /** The period of a manner such as {@code hourly}. */
  static Optional<PayPeriod> manner(String lowerCase) {
    return Optional.ofNullable(MANNERS.get(lowerCase));
  }

  /** Whether a word makes the period one that is not known here: {@code bi-weekly}. */
  static boolean isOtherTime(String lowerCase) {
    return OTHER_TIMES.contains(lowerCase);
  }

  static Optional<PayPeriod> read(String field) {
    String text = field.length() > LONGEST ? field.substring(0, LONGEST) : field;
    List<String> parts = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
    if (parts.stream().anyMatch(PayPeriodWords::isOtherTime)) {
      return Optional.empty();
    }
    return parts.stream().flatMap(part -> name(part).or(() -> manner(part)).stream()).findFirst();
  }

  private static Map<String, PayPeriod> words(Map<PayPeriod, String> lists) {
    var words = new HashMap<String, PayPeriod>();
    lists.forEach(
        (period, list) -> List.of(list.split(" ")).forEach(word -> words.put(word, period)));
    return Map.copyOf(words);
  }
}
