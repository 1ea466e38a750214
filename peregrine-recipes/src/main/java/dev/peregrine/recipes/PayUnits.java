package dev.peregrine.recipes;

import dev.peregrine.api.PayPeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** For what time the amounts of a salary are. */
sealed interface PayUnits {

  /** Empty where it cannot be told. */
  Optional<Unit> unit(Row row, List<Optional<BigDecimal>> amounts);

  /**
   * A time, and how many of it an amount is for.
   *
   * @param times by which an amount is multiplied
   */
  record Unit(PayPeriod period, BigDecimal times) {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /** Two weeks and half a month have no name of their own in a salary. */
    static Optional<Unit> of(String word) {
      return switch (Texts.lower(word)) {
        case "two-weeks" -> Optional.of(new Unit(PayPeriod.WEEK, new BigDecimal("0.5")));
        case "half-month" -> Optional.of(new Unit(PayPeriod.MONTH, BigDecimal.TWO));
        default -> PayPeriod.parse(word).map(period -> new Unit(period, BigDecimal.ONE));
      };
    }

    /** Nobody works a year for 75: that is 75,000, typed short; and 5 is not to be understood. */
    Optional<BigDecimal> amount(BigDecimal amount) {
      if (period == PayPeriod.YEAR && amount.compareTo(THOUSAND) < 0) {
        return Optional.of(amount.multiply(THOUSAND))
            .filter(thousands -> thousands.compareTo(BigDecimal.valueOf(10_000)) >= 0);
      }
      return Optional.of(times.equals(BigDecimal.ONE) ? amount : amount.multiply(times));
    }
  }

  /** The board says it. */
  record Said(Expression words) implements PayUnits {
    @Override
    public Optional<Unit> unit(Row row, List<Optional<BigDecimal>> amounts) {
      return row.texts(words).stream().flatMap(word -> Unit.of(word).stream()).findFirst();
    }
  }

  /**
   * The size of the amounts says it, where all of them say the same.
   *
   * @param from units by the least amount for which they hold; empty: cannot be told
   */
  record BySize(TreeMap<BigDecimal, Optional<Unit>> from) implements PayUnits {
    @Override
    public Optional<Unit> unit(Row row, List<Optional<BigDecimal>> amounts) {
      List<Optional<Unit>> units =
          amounts.stream().flatMap(Optional::stream).map(this::unit).distinct().toList();
      return units.size() == 1 ? units.getFirst() : Optional.empty();
    }

    private Optional<Unit> unit(BigDecimal amount) {
      Map.Entry<BigDecimal, Optional<Unit>> step = from.floorEntry(amount);
      return step == null ? Optional.empty() : step.getValue();
    }
  }

  /** Reads {@code {0: hour, 100: day, 1000: null, 10000: year}}. */
  static BySize bySize(RecipePart part) {
    return new BySize(
        part.members().entrySet().stream()
            .collect(
                Collectors.toMap(
                    step ->
                        Texts.number(step.getKey())
                            .orElseThrow(() -> step.getValue().wrong("an amount before the \":\"")),
                    step -> named(step.getValue()),
                    (one, other) -> one,
                    TreeMap::new)));
  }

  private static Optional<Unit> named(RecipePart part) {
    return part.isNothing()
        ? Optional.empty()
        : Optional.of(
            Unit.of(part.text()).orElseThrow(() -> part.wrong("hour, day, week, month or year")));
  }
}
