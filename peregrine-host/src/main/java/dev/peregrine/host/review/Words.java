package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Place;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.host.liveness.Opening;
import dev.peregrine.host.pipeline.Hidden;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.texts.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How the facts of a posting are said. */
public final class Words {

  private static final int PLACES = 3;

  private static final Set<String> RULES =
      Set.of("title", "location", "remote", "age", "pay", "type", "blocklist", "excluded-word");

  private Words() {}

  public static String place(List<Place> places, Optional<RemoteMode> remote) {
    Optional<String> first =
        places.isEmpty()
            ? Optional.empty()
            : Optional.of(
                places.stream().limit(PLACES).map(Place::text).collect(Collectors.joining("; "))
                    + (places.size() > PLACES ? " +" + (places.size() - PLACES) : ""));
    return place(first, remote);
  }

  public static String place(Optional<String> place, Optional<RemoteMode> remote) {
    if (place.isEmpty()) {
      return remote.map(Words::modeAlone).orElseGet(() -> t("review.no-place"));
    }
    String said = place.get();
    return remote
        .filter(mode -> !says(said, mode))
        .map(mode -> said + " · " + mode(mode))
        .orElse(said);
  }

  private static boolean says(String place, RemoteMode mode) {
    String said = place.toLowerCase(Locale.ROOT);
    return said.contains(mode(mode).toLowerCase(Locale.ROOT))
        || said.contains(mode.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  static String mode(RemoteMode mode) {
    return t("review.mode-" + key(mode));
  }

  private static String modeAlone(RemoteMode mode) {
    return t("review.mode-alone-" + key(mode));
  }

  public static String pay(Optional<Salary> salary) {
    return salary.map(Words::pay).orElseGet(() -> t("review.no-salary"));
  }

  static String pay(Salary salary) {
    return t(
        "review.pay-" + key(salary.origin()),
        "amount",
        amount(salary),
        "period",
        salary.period().name(),
        "span",
        salary.min().isEmpty() ? "UP_TO" : salary.max().isEmpty() ? "FROM" : "EXACT");
  }

  private static String amount(Salary salary) {
    Optional<BigDecimal> min = salary.min().map(Words::rounded);
    Optional<BigDecimal> max = salary.max().map(Words::rounded);
    return min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) != 0
        ? Numbers.money(min.get(), max.get(), salary.currency())
        : min.or(() -> max).map(one -> Numbers.money(one, salary.currency())).orElse("");
  }

  // Cents are of interest by the hour.
  private static BigDecimal rounded(BigDecimal amount) {
    return amount.compareTo(BigDecimal.valueOf(1000)) < 0
        ? amount
        : amount.setScale(0, RoundingMode.HALF_UP);
  }

  public static Optional<String> types(Set<EmploymentType> types) {
    return typesWithin(types).map(Words::capital);
  }

  /** The same within a line. */
  static Optional<String> typesWithin(Set<EmploymentType> types) {
    return types.isEmpty()
        ? Optional.empty()
        : Optional.of(
            types.stream()
                .sorted()
                .map(type -> t("review.type-" + key(type)))
                .collect(Collectors.joining(", ")));
  }

  public static String stage(Stage stage) {
    return t("review.stage-" + key(stage));
  }

  public static String stageWithin(Stage stage) {
    return t("review.stage-within-" + key(stage));
  }

  /** A tag for a job that was found to be closed; empty for any other. */
  public static String closed(Optional<Opening> opening) {
    return opening
        .map(
            found ->
                switch (found.state()) {
                  case CLOSED -> t("review.tag-closed");
                  case PROBABLY_CLOSED -> t("review.tag-probably-closed");
                  case OPEN, UNCERTAIN -> "";
                })
        .orElse("");
  }

  static String hidden(Hidden hidden) {
    String by = hiddenByRule(hidden.rule());
    return hidden.detail().isBlank() ? by : by + ": " + hidden.detail();
  }

  static String hiddenBy(String rule) {
    return RULES.contains(rule) ? t("review.rule-" + rule) : t("review.other-rule", "rule", rule);
  }

  /** The same where a line begins with it. */
  static String hiddenByRule(String rule) {
    return capital(hiddenBy(rule));
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
