package dev.peregrine.host.injections;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A colour of a style, as far as it takes to see that text has the colour of the page. */
record Colour(int red, int green, int blue, double strength) {

  static final Colour WHITE = new Colour(255, 255, 255, 1);

  private static final int ALIKE = 40;
  private static final Map<String, Colour> NAMED =
      Map.of(
          "white", WHITE,
          "snow", new Colour(255, 250, 250, 1),
          "ivory", new Colour(255, 255, 240, 1),
          "whitesmoke", new Colour(245, 245, 245, 1),
          "ghostwhite", new Colour(248, 248, 255, 1),
          "floralwhite", new Colour(255, 250, 240, 1),
          "black", new Colour(0, 0, 0, 1),
          "transparent", new Colour(0, 0, 0, 0));
  private static final Pattern HEX =
      Pattern.compile("#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\\b.*");
  private static final Pattern RGB =
      Pattern.compile(
          "rgba?\\(\\s*(\\d{1,3})[ ,]+(\\d{1,3})[ ,]+(\\d{1,3})(?:[ ,/]+([0-9.]+)(%?))?\\s*\\).*");

  static Optional<Colour> of(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    Matcher hex = HEX.matcher(text);
    if (hex.matches()) {
      return Optional.of(hex(hex.group(1)));
    }
    Matcher rgb = RGB.matcher(text);
    if (rgb.matches()) {
      return Optional.of(
          new Colour(
              Integer.parseInt(rgb.group(1)),
              Integer.parseInt(rgb.group(2)),
              Integer.parseInt(rgb.group(3)),
              strength(rgb.group(4), rgb.group(5))));
    }
    return Optional.ofNullable(NAMED.get(text.split(" ", 2)[0]));
  }

  private static double strength(String number, String percent) {
    if (number == null || !number.matches("\\d*\\.?\\d+")) {
      return 1;
    }
    double value = Double.parseDouble(number);
    return "%".equals(percent) ? value / 100 : value;
  }

  private static Colour hex(String digits) {
    String whole = digits.length() < 6 ? digits.replaceAll("(.)", "$1$1") : digits;
    int clear = whole.length() == 8 ? Integer.parseInt(whole.substring(6), 16) : 255;
    return new Colour(
        Integer.parseInt(whole.substring(0, 2), 16),
        Integer.parseInt(whole.substring(2, 4), 16),
        Integer.parseInt(whole.substring(4, 6), 16),
        clear / 255.0);
  }

  /** Whether nothing is seen of it. */
  boolean isClear() {
    return strength < 0.1;
  }

  boolean isLike(Colour other) {
    return Math.abs(red - other.red) + Math.abs(green - other.green) + Math.abs(blue - other.blue)
        < ALIKE;
  }
}
