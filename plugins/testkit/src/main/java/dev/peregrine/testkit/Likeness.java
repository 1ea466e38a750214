package dev.peregrine.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jsoup.Jsoup;

/** How alike what a posting has must be to what its row holds. */
enum Likeness {
  /** Any value will do. */
  ANY {
    @Override
    boolean alike(String held, String kept) {
      return true;
    }
  },
  /** The same letters and figures, in whatever markup and with whatever between them. */
  SAME {
    @Override
    boolean alike(String held, String kept) {
      return letters(kept).equals(letters(held));
    }
  },
  /** The posting's text holds all letters and figures of the row's, and maybe more. */
  WITHIN {
    @Override
    boolean alike(String held, String kept) {
      return letters(kept).contains(letters(held));
    }
  },
  /** The same day. */
  DAY {
    @Override
    boolean alike(String held, String kept) {
      return kept.startsWith(day(held));
    }
  },
  /** The same number as a salary keeps it; the row holds one where it is more than zero. */
  AMOUNT {
    @Override
    boolean alike(String held, String kept) {
      return rounded(held).compareTo(rounded(kept)) == 0;
    }

    @Override
    boolean isHeld(String held) {
      return !held.isBlank() && new BigDecimal(held).signum() > 0;
    }
  };

  private static final long LAST_SECOND = 10_000_000_000L;

  static Likeness of(HeldField field) {
    return switch (field) {
      case POSTED, CLOSES -> DAY;
      case SALARY_MIN, SALARY_MAX -> AMOUNT;
      case DESCRIPTION -> WITHIN;
      default -> SAME;
    };
  }

  abstract boolean alike(String held, String kept);

  boolean isHeld(String held) {
    return !held.isBlank();
  }

  private static BigDecimal rounded(String amount) {
    return new BigDecimal(amount).setScale(4, RoundingMode.HALF_UP);
  }

  /** Twice, because services write markup as text within markup. */
  private static String letters(String text) {
    return Jsoup.parse(Jsoup.parse(text).text())
        .text()
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String day(String held) {
    if (!held.matches("\\d{9,}")) {
      return held.substring(0, Math.min(10, held.length()));
    }
    long number = Long.parseLong(held);
    Instant moment =
        number > LAST_SECOND ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    return moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
