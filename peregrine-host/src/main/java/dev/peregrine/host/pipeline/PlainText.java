package dev.peregrine.host.pipeline;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of a description, in lines and paragraphs, without markup. */
public final class PlainText {

  private static final Set<String> LINES =
      Set.of("br", "li", "tr", "dt", "dd", "div", "section", "article", "header", "footer");
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p",
          "ul",
          "ol",
          "dl",
          "table",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "hr");

  private PlainText() {}

  /** The text of a description that may be HTML. */
  public static String of(String description) {
    if (description.indexOf('<') < 0 && description.indexOf('&') < 0) {
      return description.strip();
    }
    var text = new StringBuilder(description.length());
    NodeTraversor.traverse(new Writer(text), Jsoup.parseBodyFragment(description).body());
    return text.toString().strip();
  }

  private record Writer(StringBuilder text) implements NodeVisitor {

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        append(words.getWholeText());
      } else if (node instanceof Element element) {
        breakAt(element);
        if (element.normalName().equals("li")) {
          text.append("- ");
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && !element.normalName().equals("br")) {
        breakAt(element);
      }
    }

    private void breakAt(Element element) {
      if (PARAGRAPHS.contains(element.normalName())) {
        endLine(2);
      } else if (LINES.contains(element.normalName())) {
        endLine(1);
      }
    }

    private void endLine(int breaks) {
      if (atItsMark()) {
        return;
      }
      while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
        text.setLength(text.length() - 1);
      }
      int there = 0;
      while (there < text.length() && text.charAt(text.length() - 1 - there) == '\n') {
        there++;
      }
      for (int more = there; more < breaks && !text.isEmpty(); more++) {
        text.append('\n');
      }
    }

    /** A paragraph within a list item stays on the line of the item's mark. */
    private boolean atItsMark() {
      int end = text.length();
      return end >= 2
          && text.charAt(end - 1) == ' '
          && text.charAt(end - 2) == '-'
          && (end == 2 || text.charAt(end - 3) == '\n');
    }

    private void append(String words) {
      for (int at = 0; at < words.length(); at++) {
        char letter = words.charAt(at);
        if (!Character.isWhitespace(letter) && letter != '\u00a0') {
          text.append(letter);
        } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
          text.append(' ');
        }
      }
    }
  }
}
