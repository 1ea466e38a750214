package dev.peregrine.host.palette;

import static dev.peregrine.host.texts.Texts.t;

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
    if (count == 0) {
      return t("palette.nothing-fits", "typed", typed);
    }
    return typed.isEmpty() ? t("palette.where-to-go") : t("palette.fit", "count", count);
  }
}
