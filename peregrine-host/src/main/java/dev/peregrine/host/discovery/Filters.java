package dev.peregrine.host.discovery;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Posting;
import dev.peregrine.api.Salary;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.host.config.MinPay;
import dev.peregrine.host.pipeline.Hidden;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The filters of a query that a board does not apply itself. What a posting does not say passes.
 */
final class Filters {

  private static final Set<EmploymentType> OF_TIME =
      EnumSet.of(EmploymentType.FULL_TIME, EmploymentType.PART_TIME, EmploymentType.PER_DIEM);
  private static final Set<EmploymentType> OF_CONTRACT =
      EnumSet.of(
          EmploymentType.PERMANENT,
          EmploymentType.TEMPORARY,
          EmploymentType.CONTRACT,
          EmploymentType.OTHER);

  private final BoardQuery query;
  private final Optional<MinPay> pay;
  private final Set<BoardFilter> applied;
  private final InstantSource clock;
  private final LocationFilter locations;

  Filters(BoardQuery query, Optional<MinPay> pay, Set<BoardFilter> applied, InstantSource clock) {
    this.query = query;
    this.pay = pay;
    this.applied = applied;
    this.clock = clock;
    this.locations = new LocationFilter(query);
  }

  Optional<Hidden> hides(Posting posting) {
    if (isOurs(BoardFilter.TITLE) && !query.fitsTitle(posting.title(), posting.tags())) {
      return hidden("title", "Its title is none of those you look for.");
    }
    if (isOurs(BoardFilter.LOCATION)) {
      Optional<Hidden> hidden =
          locations.objection(posting).flatMap(why -> hidden("location", why));
      if (hidden.isPresent()) {
        return hidden;
      }
    }
    if (isOurs(BoardFilter.REMOTE)) {
      Optional<Hidden> hidden =
          Modes.objection(posting, query).flatMap(why -> hidden("remote", why));
      if (hidden.isPresent()) {
        return hidden;
      }
    }
    if (isOurs(BoardFilter.AGE)) {
      Optional<Hidden> hidden = tooOld(posting);
      if (hidden.isPresent()) {
        return hidden;
      }
    }
    if (isOurs(BoardFilter.EMPLOYMENT_TYPE) && !typeFits(posting)) {
      return hidden(
          "type",
          "It is %s."
              .formatted(
                  String.join(
                      ", ",
                      posting.employmentTypes().stream()
                          .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                          .sorted()
                          .toList())));
    }
    return isOurs(BoardFilter.PAY) ? paysTooLittle(posting) : Optional.empty();
  }

  private boolean isOurs(BoardFilter filter) {
    return !applied.contains(filter);
  }

  private Optional<Hidden> tooOld(Posting posting) {
    if (query.maxAge().isEmpty() || posting.posted().isEmpty()) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate oldest =
        LocalDate.ofInstant(clock.instant().minus(query.maxAge().get()), ZoneOffset.UTC);
    LocalDate posted = posting.posted().get();
    return posted.isBefore(oldest)
        ? hidden(
            "age", "It was posted %,d days ago.".formatted(ChronoUnit.DAYS.between(posted, today)))
        : Optional.empty();
  }

  /** Working time and kind of contract are two things: one says nothing about the other. */
  private boolean typeFits(Posting posting) {
    Set<EmploymentType> wanted = query.employmentTypes();
    Set<EmploymentType> has = posting.employmentTypes();
    if (wanted.isEmpty() || has.isEmpty() || has.stream().anyMatch(wanted::contains)) {
      return true;
    }
    boolean onlyContract =
        OF_CONTRACT.containsAll(has) && wanted.stream().noneMatch(OF_CONTRACT::contains);
    boolean onlyTime = OF_TIME.containsAll(has) && OF_CONTRACT.containsAll(wanted);
    return onlyContract || onlyTime;
  }

  private Optional<Hidden> paysTooLittle(Posting posting) {
    if (pay.isEmpty() || posting.salary().isEmpty()) {
      return Optional.empty();
    }
    Salary salary = posting.salary().get();
    Optional<BigDecimal> most = salary.annualMax();
    boolean tooLittle =
        salary.currency().equals(pay.get().currency())
            && most.isPresent()
            && most.get().compareTo(pay.get().annual()) < 0;
    return tooLittle
        ? hidden(
            "pay",
            "It pays at most %,d %s a year."
                .formatted(most.get().longValue(), salary.currency().getCurrencyCode()))
        : Optional.empty();
  }

  private static Optional<Hidden> hidden(String rule, String detail) {
    return Optional.of(new Hidden(rule, detail));
  }
}
