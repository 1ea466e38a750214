package dev.peregrine.llm.wire;

import dev.peregrine.api.Json;
import java.math.BigDecimal;
import java.util.OptionalInt;

/** Counts of tokens as servers say them. */
public final class Counts {

  private Counts() {}

  /** A sane count, 0 or more. */
  public static OptionalInt of(Json number) {
    return number
        .number()
        .filter(each -> each.signum() >= 0 && each.precision() - each.scale() < 10)
        .map(BigDecimal::intValue)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }
}
