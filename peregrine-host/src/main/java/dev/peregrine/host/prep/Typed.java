package dev.peregrine.host.prep;

import dev.peregrine.host.stories.Part;
import dev.peregrine.host.stories.Story;
import dev.peregrine.host.stories.StoryText;
import dev.peregrine.host.stories.Theme;
import dev.peregrine.host.web.Visit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What stands in the form of a story.
 *
 * @param seen the version that it was made from
 */
record Typed(
    int seen,
    String title,
    String place,
    Map<Part, String> parts,
    Set<Theme> themes,
    String source) {

  static Typed in(Visit visit) {
    var parts = new EnumMap<Part, String>(Part.class);
    for (Part part : Part.values()) {
      parts.put(part, visit.value(part.key()));
    }
    var themes = EnumSet.noneOf(Theme.class);
    visit.values("theme").forEach(key -> Theme.of(key).ifPresent(themes::add));
    return new Typed(
        (int) visit.number("seen").orElse(0),
        visit.value("title"),
        visit.value("place"),
        parts,
        themes,
        visit.value("source"));
  }

  static Typed of(Story story) {
    StoryText text = story.text();
    return new Typed(
        story.version(), text.title(), text.place(), text.parts(), text.themes(), story.source());
  }

  /**
   * As a story.
   *
   * @throws IllegalArgumentException with a sentence where it is none
   */
  StoryText text() {
    return new StoryText(title, parts, place, themes);
  }
}
