package dev.peregrine.recipes;

import java.util.List;

/** Where in a row, or in what was asked for, something stands. */
sealed interface Spot {

  /** In JSON: names and places from 0, one below the other; none means the value itself. */
  record Pointer(List<String> steps) implements Spot {}

  /**
   * In a page: the elements that a CSS selector finds, or the element itself where it is blank, and
   * which part of them is meant.
   */
  record Selector(String css, Part part, String attribute) implements Spot {}

  /** In what was asked for: {@code $employer}. */
  record Asked(String name) implements Spot {}

  /** What of an element is meant. */
  enum Part {
    TEXT,
    MARKUP,
    ATTRIBUTE
  }

  /** The JSON pointer that a text is, with or without the slash at its beginning. */
  static Pointer pointer(String text) {
    String bare = text.startsWith("/") ? text.substring(1) : text;
    return new Pointer(
        bare.isEmpty() || bare.equals(".")
            ? List.of()
            : List.of(bare.split("/", -1)).stream()
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList());
  }

  /** The selector that a text is: {@code h2 a}, {@code h2 a@href}, {@code .text@html}. */
  static Selector selector(String text) {
    int at = text.lastIndexOf('@');
    String css = (at < 0 ? text : text.substring(0, at)).strip();
    String attribute = at < 0 ? "" : text.substring(at + 1).strip();
    Part part =
        switch (attribute) {
          case "" -> Part.TEXT;
          case "html" -> Part.MARKUP;
          default -> Part.ATTRIBUTE;
        };
    return new Selector(css.equals(".") ? "" : css, part, attribute);
  }
}
