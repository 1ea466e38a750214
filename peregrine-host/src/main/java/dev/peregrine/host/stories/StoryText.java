package dev.peregrine.host.stories;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a story says.
 *
 * @param title by which the person knows it; never empty
 * @param parts each may be empty
 * @param place where it happened; may be empty
 */
public record StoryText(String title, Map<Part, String> parts, String place, Set<Theme> themes) {

  private static final int LONGEST_NAME = 160;
  private static final int LONGEST_PART = 6_000;
  private static final double WORDS_A_MINUTE = 140;

  public StoryText {
    title = cut(title.replaceAll("\\s+", " ").strip(), LONGEST_NAME);
    place = cut(place.replaceAll("\\s+", " ").strip(), LONGEST_NAME);
    var kept = new EnumMap<Part, String>(Part.class);
    for (Part part : Part.values()) {
      String text = parts.getOrDefault(part, "").replace("\r\n", "\n").strip();
      kept.put(part, cut(text, LONGEST_PART));
    }
    parts = Map.copyOf(kept);
    themes = Set.copyOf(themes);
    if (title.isEmpty()) {
      throw new IllegalArgumentException(
          "Title of the story: nothing was given. Type a few words by which you know it again.");
    }
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  public String part(Part part) {
    return parts.getOrDefault(part, "");
  }

  /** The themes, in their usual order. */
  public List<Theme> themesInOrder() {
    return themes.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(themes));
  }

  /** What is not told yet. */
  public List<Part> missing() {
    return Stream.of(Part.values()).filter(part -> part(part).isBlank()).toList();
  }

  /** All that is told. */
  public String told() {
    return Stream.of(Part.values())
        .map(this::part)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n"));
  }

  /** How long it takes to tell, in seconds, at the speed of calm speech. */
  public int seconds() {
    String told = told();
    return told.isBlank()
        ? 0
        : (int) Math.round(told.strip().split("\\s+").length * 60 / WORDS_A_MINUTE);
  }

  /** This with other parts. */
  public StoryText withParts(Map<Part, String> newParts) {
    return new StoryText(title, newParts, place, themes);
  }
}
