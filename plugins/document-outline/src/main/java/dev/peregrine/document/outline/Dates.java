package dev.peregrine.document.outline;

import dev.peregrine.api.Json;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/** Dates as the document's language writes them. */
record Dates(Locale locale, Words words) {

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  /** A year, a month or a day of a résumé; a text that is none of them stays as it is. */
  String partial(String text) {
    try {
      if (text.matches("\\d{4}-\\d{2}(-\\d{2})?")) {
        return DateTimeFormatter.ofPattern("MMM yyyy", locale)
            .format(YearMonth.parse(text.substring(0, 7)));
      }
    } catch (DateTimeException noMonth) {
      return Plain.line(text);
    }
    return Plain.line(text);
  }

  /** From when to when; empty where neither is known. */
  Optional<String> period(Json entry) {
    Optional<String> from = entry.at("startDate").text().map(this::partial);
    Optional<String> until = entry.at("endDate").text().map(this::partial);
    boolean goesOn =
        entry.at("current").flag().orElse(false) || (from.isPresent() && until.isEmpty());
    Optional<String> end = goesOn ? Optional.of(words.today()) : until;
    if (from.isEmpty()) {
      return until;
    }
    return Optional.of(from.get() + end.map(to -> " – " + to).orElse(""));
  }
}
