package dev.peregrine.host.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Markup from elsewhere after everything was taken out that could act, look like ours or call out.
 * The only way for foreign markup into a page: what remains is text, lists, headings, emphasis and
 * links that open apart and tell nothing.
 */
public final class SafeHtml implements Content {

  /** No markup at all. */
  public static final SafeHtml EMPTY = new SafeHtml("");

  /** Longer texts are cut: no posting needs more, and a page must stay readable. */
  private static final int LONGEST = 200_000;

  private static final Safelist SAFE =
      new Safelist()
          .addTags(
              "a",
              "b",
              "blockquote",
              "br",
              "code",
              "dd",
              "div",
              "dl",
              "dt",
              "em",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "hr",
              "i",
              "li",
              "ol",
              "p",
              "pre",
              "strong",
              "sub",
              "sup",
              "table",
              "tbody",
              "td",
              "th",
              "thead",
              "tr",
              "u",
              "ul")
          .addAttributes("a", "href")
          .addProtocols("a", "href", "http", "https", "mailto")
          .addEnforcedAttribute("a", "rel", "noopener nofollow")
          .addEnforcedAttribute("a", "target", "_blank");

  private final String markup;

  private SafeHtml(String markup) {
    this.markup = markup;
  }

  /** A description as a board has it, HTML or plain text, without marks. */
  public static SafeHtml of(String foreign) {
    return marked(foreign, List.of(), List.of());
  }

  /**
   * The same with words marked.
   *
   * @param matched words to mark as found in the résumé
   * @param missing words to mark as wanted and missing there
   */
  public static SafeHtml marked(String foreign, List<String> matched, List<String> missing) {
    String text = foreign.length() > LONGEST ? foreign.substring(0, LONGEST) + " …" : foreign;
    Document clean =
        new Cleaner(SAFE).clean(Jsoup.parseBodyFragment(isMarkup(text) ? text : paragraphs(text)));
    lowerHeadings(clean);
    dropHollow(clean);
    new Marks(matched, missing).mark(clean.body());
    clean.outputSettings().prettyPrint(false);
    return new SafeHtml(clean.body().html());
  }

  /** Whether nothing is left to read. */
  public boolean isEmpty() {
    return markup.isBlank();
  }

  /** The markup, for tests and for those who store it. */
  @Override
  public String toString() {
    return markup;
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(markup);
  }

  private static boolean isMarkup(String text) {
    return text.contains("<")
            && text.contains(">")
            && Jsoup.parseBodyFragment(text).body().childrenSize() > 0
        || text.contains("&lt;");
  }

  private static String paragraphs(String text) {
    var markup = new StringBuilder();
    for (String part : text.strip().split("\\R\\s*\\R")) {
      markup.append("<p>").append(escape(part).replaceAll("\\R", "<br>")).append("</p>");
    }
    return markup.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  // The page has its own h1 and h2; a posting's headings stand below them, in two steps.
  private static void lowerHeadings(Document document) {
    Optional<String> top = Optional.empty();
    for (Element heading : document.select("h1, h2, h3, h4, h5, h6")) {
      if (top.isEmpty()) {
        top = Optional.of(heading.normalName());
      }
      heading.tagName(heading.normalName().compareTo(top.get()) <= 0 ? "h3" : "h4");
    }
  }

  private static void dropHollow(Document document) {
    for (Element element : document.select("p, div, li, h3, h4, strong, b, em, i, a")) {
      if (!element.hasText() && element.select("br, hr").isEmpty()) {
        element.remove();
      }
    }
  }
}
