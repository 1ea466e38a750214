package dev.peregrine.host.injections;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * How text looks: whether it is shown at all, and its colours as far as they are known.
 *
 * @param isSeen whether it is drawn in a size that can be read
 * @param paper what is behind it; empty where nothing says so
 */
record Look(boolean isSeen, Optional<Colour> ink, Optional<Colour> paper) {

  static final Look USUAL = new Look(true, Optional.empty(), Optional.empty());

  private static final Pattern NUMBER =
      Pattern.compile("(-?[0-9]*\\.?[0-9]+)\\s*(px|pt|em|rem|%|)");
  private static final Pattern FAR_AWAY = Pattern.compile("-\\s*\\d{3,}\\s*(?:px|em|rem|vw|vh|%)");
  private static final Pattern HIDDEN_CLASS =
      Pattern.compile(
          "(?:^|\\s)(?:hidden|d-none|hide|sr-only|visually-hidden|visuallyhidden|screen-reader-text|is-hidden|invisible)(?:\\s|$)");

  Look hidden() {
    return new Look(false, ink, paper);
  }

  /** Whether it has the colour of what is behind it for certain. */
  boolean isLost() {
    return ink.filter(colour -> colour.isClear() || paper.filter(colour::isLike).isPresent())
        .isPresent();
  }

  /** Whether it has the colour that pages usually have. */
  boolean isPale() {
    return paper.isEmpty() && ink.filter(colour -> colour.isLike(Colour.WHITE)).isPresent();
  }

  Look within(Element element) {
    Map<String, String> style = style(element.attr("style"));
    boolean seen = isSeen && !hides(style) && !element.hasAttr("hidden");
    if (seen && HIDDEN_CLASS.matcher(element.className().toLowerCase(Locale.ROOT)).find()) {
      seen = false;
    }
    Optional<Colour> own =
        Colour.of(style.getOrDefault("color", element.attr("color"))).or(() -> ink);
    String behind =
        style.getOrDefault(
            "background-color", style.getOrDefault("background", element.attr("bgcolor")));
    Optional<Colour> under = Colour.of(behind).filter(colour -> !colour.isClear()).or(() -> paper);
    return new Look(seen, own, under);
  }

  private static Map<String, String> style(String style) {
    var rules = new HashMap<String, String>();
    for (String rule : style.toLowerCase(Locale.ROOT).split(";")) {
      int colon = rule.indexOf(':');
      if (colon > 0) {
        rules.put(
            rule.substring(0, colon).strip(),
            rule.substring(colon + 1).replace("!important", "").strip());
      }
    }
    return rules;
  }

  private static boolean hides(Map<String, String> style) {
    return is(style, "display", "none")
        || is(style, "visibility", "hidden")
        || is(style, "visibility", "collapse")
        || is(style, "content-visibility", "hidden")
        || isTiny(style, "font-size", 3, 0.25)
        || isTiny(style, "opacity", 0.1, 0.1)
        || isTiny(style, "max-height", 2, 0.1) && isCut(style)
        || isTiny(style, "height", 2, 0.1) && isCut(style)
        || isTiny(style, "width", 2, 0.1) && isCut(style)
        || isAway(style)
        || style.getOrDefault("clip", "").matches("rect\\((?:0|1)(?:px)?[ ,].*")
        || style.getOrDefault("clip-path", "").matches("inset\\((?:50|100)%.*")
        || style.getOrDefault("transform", "").matches(".*scale\\(0(?:\\.0\\d*)?\\).*");
  }

  private static boolean is(Map<String, String> style, String rule, String value) {
    return style.getOrDefault(rule, "").equals(value);
  }

  private static boolean isCut(Map<String, String> style) {
    return style.getOrDefault("overflow", "").matches("hidden|clip");
  }

  private static boolean isAway(Map<String, String> style) {
    boolean placed = style.getOrDefault("position", "").matches("absolute|fixed");
    return placed
            && (FAR_AWAY.matcher(style.getOrDefault("left", "")).find()
                || FAR_AWAY.matcher(style.getOrDefault("top", "")).find())
        || FAR_AWAY.matcher(style.getOrDefault("text-indent", "")).find()
        || FAR_AWAY.matcher(style.getOrDefault("margin-left", "")).find();
  }

  /** Smaller than can be read; of relative units a tenth counts. */
  private static boolean isTiny(
      Map<String, String> style, String rule, double pixels, double share) {
    Matcher number = NUMBER.matcher(style.getOrDefault(rule, ""));
    if (!number.matches()) {
      return false;
    }
    double value = Double.parseDouble(number.group(1));
    return switch (number.group(2)) {
      case "%" -> value <= share * 100;
      case "em", "rem" -> value <= share;
      default -> value <= (rule.equals("opacity") ? share : pixels);
    };
  }
}
