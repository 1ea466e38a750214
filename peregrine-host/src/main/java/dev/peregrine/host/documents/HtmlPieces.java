package dev.peregrine.host.documents;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Paragraphs and tables of HTML, which is also what other parsers give for RTF and DOC. */
final class HtmlPieces {

  private static final int DEEPEST = 200;

  private final List<TextPiece> pieces = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int letters;
  private int boldLetters;

  private HtmlPieces() {}

  static List<TextPiece> of(String html) {
    var page = Jsoup.parse(html);
    page.select("head, script, style, noscript, template").remove();
    var reader = new HtmlPieces();
    reader.walk(page.body(), false, false, false, 0);
    reader.flush(false, false);
    return reader.pieces;
  }

  private void walk(Element element, boolean bold, boolean item, boolean heading, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode words) {
        add(words.getWholeText(), bold);
      } else if (node instanceof Element child) {
        enter(child, bold, item, heading, depth);
      }
    }
  }

  private void enter(Element child, boolean bold, boolean item, boolean heading, int depth) {
    String name = child.normalName();
    if (name.equals("br")) {
      flush(item, heading);
      return;
    }
    boolean title = heading || name.matches("h[1-6]");
    boolean listed = item || name.equals("li");
    boolean block = child.isBlock() || name.equals("td") || name.equals("th");
    if (block) {
      flush(item, heading);
    }
    String bracket =
        switch (name) {
          case "table" -> "table";
          case "tr" -> "row";
          case "td", "th" -> "cell";
          default -> "";
        };
    if (!bracket.isEmpty()) {
      pieces.add(TextPiece.of(TextPiece.Kind.OPEN, bracket));
    }
    if (name.equals("a") && child.attr("href").matches("(?i)(https?|mailto):.*")) {
      pieces.add(TextPiece.of(TextPiece.Kind.LINK, child.attr("href")));
    }
    walk(child, bold || title || name.matches("b|strong|th"), listed, title, depth + 1);
    if (block) {
      flush(listed, title);
    }
    if (!bracket.isEmpty()) {
      pieces.add(TextPiece.of(TextPiece.Kind.CLOSE, bracket));
    }
  }

  private void add(String words, boolean bold) {
    text.append(words.replaceAll("[ \\n\\r\\f\\u00A0]+", " "));
    letters += words.strip().length();
    boldLetters += bold ? words.strip().length() : 0;
  }

  private void flush(boolean item, boolean heading) {
    String line = text.toString().strip();
    if (!line.isEmpty()) {
      pieces.add(TextPiece.paragraph(line, boldLetters * 2 > letters, item, heading));
    }
    text.setLength(0);
    letters = 0;
    boldLetters = 0;
  }
}
