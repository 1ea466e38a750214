package dev.peregrine.recipes;

import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a row says what a posting pays: a text, or amounts with a currency and a period. */
sealed interface SalaryTemplate {

  Optional<Salary> salary(Row row);

  static SalaryTemplate read(RecipePart part, ExpressionReader expressions) {
    Map<String, RecipePart> all = part.isMap() ? part.members() : Map.of();
    if (!all.containsKey("min") && !all.containsKey("max")) {
      return new Whole(expressions.read(part));
    }
    Map<String, RecipePart> members =
        part.members(Set.of("min", "max", "currency", "period", "estimated"));
    RecipePart period = part.need(members, "period", "=year");
    boolean bySize = period.isMap() && period.members().containsKey("by-size");
    return new Amounts(
        read(members, "min", expressions),
        read(members, "max", expressions),
        expressions.read(part.need(members, "currency", "=EUR")),
        bySize
            ? PayUnits.bySize(period.members(Set.of("by-size")).values().iterator().next())
            : new PayUnits.Said(expressions.read(period)),
        read(members, "estimated", expressions));
  }

  private static Optional<Expression> read(
      Map<String, RecipePart> members, String name, ExpressionReader expressions) {
    return Optional.ofNullable(members.get(name)).map(expressions::read);
  }

  /** A text such as {@code $75k - $95k}. */
  record Whole(Expression texts) implements SalaryTemplate {
    @Override
    public Optional<Salary> salary(Row row) {
      return row.texts(texts).stream().flatMap(text -> Salary.parse(text).stream()).findFirst();
    }
  }

  /** Amounts, a currency and a period. */
  record Amounts(
      Optional<Expression> min,
      Optional<Expression> max,
      Expression currency,
      PayUnits units,
      Optional<Expression> estimated)
      implements SalaryTemplate {

    @Override
    public Optional<Salary> salary(Row row) {
      Optional<BigDecimal> least = amount(row, min);
      Optional<BigDecimal> most = amount(row, max);
      return row.text(currency)
          .flatMap(
              code ->
                  units
                      .unit(row, List.of(least, most))
                      .flatMap(
                          unit ->
                              Salary.of(
                                  least.flatMap(unit::amount),
                                  most.flatMap(unit::amount),
                                  code,
                                  unit.period())))
          .map(salary -> isEstimated(row) ? salary.withOrigin(Salary.Origin.ESTIMATED) : salary);
    }

    private boolean isEstimated(Row row) {
      return row.text(estimated).filter(Texts::isYes).isPresent();
    }

    /** Zero and less mean that the board does not know. */
    private static Optional<BigDecimal> amount(Row row, Optional<Expression> expression) {
      return row.text(expression).flatMap(Texts::number).filter(amount -> amount.signum() > 0);
    }
  }
}
