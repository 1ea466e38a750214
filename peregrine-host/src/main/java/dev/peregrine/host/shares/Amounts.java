package dev.peregrine.host.shares;

import dev.peregrine.host.texts.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sizes as people read them. */
public final class Amounts {

  private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1L << 20);
  private static final int WHOLE_FROM = 10;

  private Amounts() {}

  /** Such as {@code 3.4 MB} or {@code 1,024 MB}. */
  public static String bytes(long bytes) {
    BigDecimal megabytes = BigDecimal.valueOf(bytes).divide(MEGABYTE, 1, RoundingMode.HALF_UP);
    boolean whole = megabytes.compareTo(BigDecimal.valueOf(WHOLE_FROM)) >= 0;
    return Numbers.n(
            whole ? megabytes.setScale(0, RoundingMode.HALF_UP) : megabytes.stripTrailingZeros())
        + " MB";
  }
}
