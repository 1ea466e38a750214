package dev.peregrine.host.http;

import dev.peregrine.api.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Selector;

/** An element that jsoup read. */
public final class MarkupView implements Markup {

  /** Deeper nesting than any honest page's; what is deeper is put beside instead of below. */
  private static final int DEPTH = 500;

  private final Element element;

  private MarkupView(Element element) {
    this.element = element;
  }

  /** Reads a page as leniently as browsers do. */
  public static Markup html(String text, String address) {
    return new MarkupView(Jsoup.parse(text, address, Parser.htmlParser().setMaxDepth(DEPTH)));
  }

  /** Reads XML leniently; elements keep their case. */
  public static Markup xml(String text, String address) {
    return new MarkupView(Jsoup.parse(text, address, Parser.xmlParser().setMaxDepth(DEPTH)));
  }

  @Override
  public List<Markup> select(String css) {
    var found = new ArrayList<Markup>();
    for (Element each : chosen(css)) {
      if (!each.equals(element)) {
        found.add(new MarkupView(each));
      }
    }
    return found;
  }

  @Override
  public Optional<Markup> first(String css) {
    for (Element each : chosen(css)) {
      if (!each.equals(element)) {
        return Optional.of(new MarkupView(each));
      }
    }
    return Optional.empty();
  }

  private List<Element> chosen(String css) {
    try {
      return element.select(css);
    } catch (Selector.SelectorParseException e) {
      throw new IllegalArgumentException(
          "Selector \"%s\": expected a CSS selector that jsoup knows.".formatted(css), e);
    }
  }

  @Override
  public Optional<String> text() {
    return filled(element.text());
  }

  @Override
  public Optional<String> text(String css) {
    return first(css).flatMap(Markup::text);
  }

  @Override
  public Optional<String> attribute(String name) {
    return filled(element.attr(name));
  }

  @Override
  public String inner() {
    return element.html();
  }

  @Override
  public String name() {
    return element.tagName();
  }

  @Override
  public String toString() {
    return element.outerHtml();
  }

  private static Optional<String> filled(String text) {
    String bare = text.strip();
    return bare.isEmpty() ? Optional.empty() : Optional.of(bare);
  }
}
