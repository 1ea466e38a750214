package dev.peregrine.api;

import java.util.List;
import java.util.Optional;

/**
 * A view of one element of an HTML or XML document. Reading never fails: what is absent answers
 * with nothing. The host implements it.
 *
 * <p><b>Threads:</b> for one thread at a time.
 *
 * @since 0.1
 */
public interface Markup {

  /** Plain text as markup in which nothing is an element, for text that a board puts into HTML. */
  static String escaped(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The elements below this one that a CSS selector finds, in the document's order. */
  List<Markup> select(String css);

  /** The first element below this one that a CSS selector finds. */
  Optional<Markup> first(String css);

  /** The text of this element and those in it, blanks collapsed; empty where there is none. */
  Optional<String> text();

  /** The text of the first element that a CSS selector finds. */
  Optional<String> text(String css);

  /**
   * {@link #text(String)}, where a row is of no use without it.
   *
   * @throws ExtensionException {@code CHANGED_REMOTE} where there is none; the message names the
   *     selector and is read by a person
   */
  default String need(String css) throws ExtensionException {
    return text(css)
        .orElseThrow(
            () ->
                new ExtensionException(
                    ExtensionException.Kind.CHANGED_REMOTE,
                    "\"%s\" could not be read, expected a text. The posting was left out."
                        .formatted(css)));
  }

  /** An attribute's value; empty where it is absent or blank. */
  Optional<String> attribute(String name);

  /** What is inside this element, as markup. Hostile: the host sanitises before showing it. */
  String inner();

  /** The element's name, in lower case for HTML. */
  String name();
}
