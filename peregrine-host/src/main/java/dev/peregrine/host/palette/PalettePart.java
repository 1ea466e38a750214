package dev.peregrine.host.palette;

import dev.peregrine.host.web.Findable;
import java.util.List;

/**
 * What was found.
 *
 * @param typed what was looked for
 * @param said how much was found, as a sentence
 */
record PalettePart(String typed, String said, List<Findable> found) {

  static PalettePart of(String typed, List<Findable> found) {
    return new PalettePart(typed, said(typed, found.size()), List.copyOf(found));
  }

  private static String said(String typed, int count) {
    return switch (count) {
      case 0 -> "Nothing fits “%s”. Try fewer or other words.".formatted(typed);
      case 1 -> "One fits.";
      default -> typed.isEmpty() ? "Where to go and what to do." : count + " fit.";
    };
  }
}
