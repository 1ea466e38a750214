package dev.peregrine.testkit;

import dev.peregrine.api.Markup;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** A {@link Markup} over jsoup. */
record MarkupView(Element element) implements Markup {

  @Override
  public List<Markup> select(String css) {
    return element.select(css).stream()
        .filter(found -> found != element)
        .<Markup>map(MarkupView::new)
        .toList();
  }

  @Override
  public Optional<Markup> first(String css) {
    return select(css).stream().findFirst();
  }

  @Override
  public Optional<String> text() {
    return Optional.of(element.text().strip()).filter(text -> !text.isEmpty());
  }

  @Override
  public Optional<String> text(String css) {
    return first(css).flatMap(Markup::text);
  }

  @Override
  public Optional<String> attribute(String name) {
    return Optional.of(element.attr(name).strip()).filter(text -> !text.isEmpty());
  }

  @Override
  public String inner() {
    return element.html();
  }

  @Override
  public String name() {
    return element.tagName();
  }
}
