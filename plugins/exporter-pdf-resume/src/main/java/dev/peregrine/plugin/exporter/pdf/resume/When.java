package dev.peregrine.plugin.exporter.pdf.resume;

import dev.peregrine.api.Json;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as a résumé writes them: month and year, in the document's language. */
record When(Locale locale, Words words) {

  private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{1,2}))?(?:-\\d{1,2})?.*");

  /** From when to when; empty where nothing is said. */
  String period(Json entry) {
    String start = date(entry.at("startDate").text().orElse(""));
    String end = date(entry.at("endDate").text().orElse(""));
    if (end.isEmpty() && entry.at("current").flag().orElse(false)) {
      end = words.of("present");
    }
    if (end.isEmpty() && !start.isEmpty()) {
      // Whether it goes on was not said, so the document does not say it either.
      return start + " –";
    }
    return start.isEmpty() || start.equals(end) ? end : start + " – " + end;
  }

  /** A date; what is none, as it stands. */
  String date(String text) {
    Matcher iso = ISO.matcher(text.strip());
    if (!iso.matches()) {
      return text.strip();
    }
    if (iso.group(2) == null) {
      return iso.group(1);
    }
    try {
      return YearMonth.of(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)))
          .format(DateTimeFormatter.ofPattern(pattern(), locale));
    } catch (DateTimeException noDate) {
      return text.strip();
    }
  }

  /** Names of months, but where a name would have to be inflected or numbers are the custom. */
  private String pattern() {
    return switch (locale.getLanguage()) {
      case "de", "cs", "sk", "pl", "fi", "uk", "hu" -> "MM/yyyy";
      default -> "LLL yyyy";
    };
  }
}
