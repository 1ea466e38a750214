package dev.peregrine.host.letters;

import java.util.List;
import java.util.regex.Pattern;

/** Places in a draft that the person has to fill in: {@code [like this]}. */
public final class Placeholders {

  private static final Pattern PLACE = Pattern.compile("\\[[^\\[\\]\\n]{3,300}]");

  private Placeholders() {}

  /** Those that are left, with their brackets, in order. */
  public static List<String> in(String text) {
    return PLACE.matcher(text).results().map(place -> place.group()).toList();
  }
}
