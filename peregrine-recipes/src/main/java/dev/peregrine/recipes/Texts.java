package dev.peregrine.recipes;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Small readings of texts. */
final class Texts {

  private Texts() {}

  static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** A constant's name as recipes write it: {@code COMPANY_LOGO} is {@code company-logo}. */
  static String dashed(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A yes of some kind. */
  static boolean isYes(String text) {
    return switch (lower(text)) {
      case "true", "yes", "y", "1" -> true;
      default -> false;
    };
  }

  /** A number that can be reckoned with. */
  static Optional<BigDecimal> number(String text) {
    String bare = text.strip().replace(",", "");
    try {
      return bare.length() > 40
          ? Optional.empty()
          : Optional.of(new BigDecimal(bare)).filter(number -> Math.abs(number.scale()) < 40);
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
