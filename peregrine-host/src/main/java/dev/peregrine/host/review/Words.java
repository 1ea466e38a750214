package dev.peregrine.host.review;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.host.liveness.Opening;
import dev.peregrine.host.pipeline.Hidden;
import dev.peregrine.host.pipeline.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How the facts of a posting are said. */
final class Words {

  private static final int PLACES = 3;

  private Words() {}

  static String place(List<Place> places, Optional<RemoteMode> remote) {
    Optional<String> first =
        places.isEmpty()
            ? Optional.empty()
            : Optional.of(
                places.stream().limit(PLACES).map(Place::text).collect(Collectors.joining("; "))
                    + (places.size() > PLACES ? " +" + (places.size() - PLACES) : ""));
    return place(first, remote);
  }

  static String place(Optional<String> place, Optional<RemoteMode> remote) {
    Optional<String> mode = remote.map(Words::mode);
    if (place.isEmpty()) {
      return mode.map(Words::capital).orElse("No place given");
    }
    String said = place.get();
    return mode.filter(word -> !said.toLowerCase(Locale.ROOT).contains(word))
        .map(word -> said + " · " + word)
        .orElse(said);
  }

  static String mode(RemoteMode mode) {
    return switch (mode) {
      case REMOTE -> "remote";
      case HYBRID -> "hybrid";
      case ON_SITE -> "on site";
    };
  }

  static String pay(Optional<Salary> salary) {
    return salary.map(Words::pay).orElse("No salary given");
  }

  static String pay(Salary salary) {
    String money = " " + salary.currency().getCurrencyCode() + " " + period(salary.period());
    String amount = amount(salary) + money;
    return switch (salary.origin()) {
      case STATED -> capital(amount);
      case ESTIMATED -> "About " + amount + ", estimated by the board";
      case DESCRIPTION -> capital(amount) + ", from the text";
    };
  }

  private static String amount(Salary salary) {
    if (salary.min().isEmpty()) {
      return salary.max().map(max -> "up to " + number(max)).orElse("");
    }
    String min = number(salary.min().get());
    return salary
        .max()
        .map(max -> number(max).equals(min) ? min : min + "–" + number(max))
        .orElse("from " + min);
  }

  private static String number(BigDecimal amount) {
    boolean cents =
        amount.compareTo(BigDecimal.valueOf(1000)) < 0
            && amount.scale() > 0
            && amount.stripTrailingZeros().scale() > 0;
    return cents
        ? "%,.2f".formatted(amount)
        : "%,d".formatted(amount.setScale(0, RoundingMode.HALF_UP).toBigInteger());
  }

  private static String period(PayPeriod period) {
    return switch (period) {
      case HOUR -> "an hour";
      case DAY -> "a day";
      case WEEK -> "a week";
      case MONTH -> "a month";
      case YEAR -> "a year";
    };
  }

  static Optional<String> types(Set<EmploymentType> types) {
    if (types.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        capital(
            types.stream()
                .sorted()
                .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "))));
  }

  static String stage(Stage stage) {
    return switch (stage) {
      case PENDING -> "To review";
      case PHONE_SCREEN -> "Phone screen";
      case APPROVED, ARCHIVED, APPLIED, SURVEY, INTERVIEWING, OFFER, HIRED, REJECTED ->
          capital(stage.key());
    };
  }

  /** What was done to jobs that are in this stage now. */
  static String moved(Stage stage) {
    return switch (stage) {
      case PENDING -> "Back to review";
      case APPROVED -> "Approved";
      case ARCHIVED -> "Archived";
      case REJECTED -> "Rejected";
      case APPLIED, SURVEY, PHONE_SCREEN, INTERVIEWING, OFFER, HIRED ->
          "Moved to " + stage(stage).toLowerCase(Locale.ROOT);
    };
  }

  /** A tag for a job that was found to be closed; empty for any other. */
  static String closed(Optional<Opening> opening) {
    return opening
        .map(
            found ->
                switch (found.state()) {
                  case CLOSED -> "Closed";
                  case PROBABLY_CLOSED -> "Probably closed";
                  case OPEN, UNCERTAIN -> "";
                })
        .orElse("");
  }

  static String hidden(Hidden hidden) {
    String by = capital(hiddenBy(hidden.rule()));
    return hidden.detail().isBlank() ? by : by + ": " + hidden.detail();
  }

  static String hiddenBy(String rule) {
    return switch (rule) {
      case "title" -> "another title";
      case "location" -> "another place";
      case "remote" -> "another place of work";
      case "age" -> "too old";
      case "pay" -> "pays less";
      case "type" -> "another kind of contract";
      case "blocklist" -> "on your blocklist";
      case "excluded-word" -> "has a word you excluded";
      default -> "hidden by " + rule;
    };
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
