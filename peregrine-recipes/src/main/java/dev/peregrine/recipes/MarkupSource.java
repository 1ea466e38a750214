package dev.peregrine.recipes;

import dev.peregrine.api.Markup;
import java.util.List;
import java.util.Optional;

/**
 * A row of a page or of XML.
 *
 * @param asked what {@code $name} stands for
 */
record MarkupSource(Markup markup, Asked asked) implements Source {

  @Override
  public List<String> texts(Spot path) {
    return path instanceof Spot.Selector selector
        ? elements(selector).stream().flatMap(one -> text(one, selector).stream()).toList()
        : asked.texts(path);
  }

  @Override
  public List<Source> each(Spot path) {
    return path instanceof Spot.Selector selector
        ? elements(selector).stream().<Source>map(one -> new MarkupSource(one, asked)).toList()
        : List.of();
  }

  @Override
  public Source asking(Asked other) {
    return new MarkupSource(markup, other);
  }

  private List<Markup> elements(Spot.Selector selector) {
    return selector.css().isEmpty() ? List.of(markup) : markup.select(selector.css());
  }

  private static Optional<String> text(Markup element, Spot.Selector selector) {
    return switch (selector.part()) {
      case TEXT -> element.text();
      case MARKUP -> Optional.of(element.inner().strip()).filter(text -> !text.isEmpty());
      case ATTRIBUTE -> element.attribute(selector.attribute());
    };
  }
}
