package dev.peregrine.testkit;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A part of a posting that a recorded answer may hold, beside its details. */
public enum HeldField {
  TITLE(Posting::title),
  COMPANY(posting -> posting.company().orElse("")),
  APPLY_URL(posting -> posting.applyUrl().map(URI::toString).orElse("")),
  /** The texts of all places, separated by a comma and a blank. */
  PLACES(posting -> posting.places().stream().map(Place::text).collect(Collectors.joining(", "))),
  REMOTE(posting -> posting.remote().map(Enum::name).orElse("")),
  /** Compared as a day: of an ISO text the day that stands there, of a number the day in UTC. */
  POSTED(posting -> posting.posted().map(Object::toString).orElse("")),
  /** Compared as a day, like {@link #POSTED}. */
  CLOSES(posting -> posting.closes().map(Object::toString).orElse("")),
  EMPLOYMENT_TYPES(
      posting ->
          posting.employmentTypes().stream().map(Enum::name).collect(Collectors.joining(", "))),
  /** Held where it is more than zero. */
  SALARY_MIN(posting -> amount(posting, Salary::min)),
  /** Held where it is more than zero. */
  SALARY_MAX(posting -> amount(posting, Salary::max)),
  SALARY_CURRENCY(posting -> posting.salary().map(pay -> pay.currency().toString()).orElse("")),
  SALARY_PERIOD(posting -> posting.salary().map(pay -> pay.period().name()).orElse("")),
  /** The posting's may hold more than the text that was recorded in one place. */
  DESCRIPTION(posting -> posting.description().orElse("")),
  /** All tags, separated by a comma and a blank. */
  TAGS(posting -> String.join(", ", posting.tags()));

  private final Function<Posting, String> kept;

  HeldField(Function<Posting, String> kept) {
    this.kept = kept;
  }

  /** What a posting has of it; empty where it has nothing. */
  String of(Posting posting) {
    return kept.apply(posting);
  }

  private static String amount(
      Posting posting, Function<Salary, Optional<BigDecimal>> minimumOrMaximum) {
    return posting.salary().flatMap(minimumOrMaximum).map(BigDecimal::toPlainString).orElse("");
  }
}
