package dev.peregrine.host.pipeline;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A description as Markdown: what boards use of HTML, and of everything else the words. It is
 * written here because the text is hostile and small: signs that mean something in Markdown are
 * escaped, scripts and addresses other than {@code http}, {@code https} and {@code mailto} are left
 * out, and no HTML remains.
 *
 * <p><b>Source:</b> CommonMark 0.31.2, https://spec.commonmark.org, read 2026-11-22.
 */
public final class Markdown {

  /** Deeper markup is nobody's description; its words are kept without it. */
  private static final int DEEPEST = 60;

  private static final Pattern SIGNS = Pattern.compile("([\\\\`*_\\[\\]<>])");

  /** A paragraph's beginning that would make it a heading or a list. */
  private static final Pattern MARK = Pattern.compile("^(#{1,6}|[-+])(?=\\s)");

  private static final Pattern NUMBER = Pattern.compile("^(\\d{1,9})(?=[.)]\\s)");

  private Markdown() {}

  /** The text of a description that may be HTML. */
  public static String of(String description) {
    Element body = Jsoup.parseBodyFragment(description).body();
    boolean isPlain = description.indexOf('<') < 0;
    String text = isPlain ? plain(body.wholeText()) : blocks(body, 0);
    return text.strip();
  }

  /** Lines stay lines where there is no markup to say what they are. */
  private static String plain(String words) {
    return SIGNS
        .matcher(words.strip())
        .replaceAll("\\\\$1")
        .replaceAll("(?<!\\n)\\n(?!\\n)", "  \n");
  }

  private static String blocks(Element parent, int depth) {
    var text = new StringBuilder();
    var line = new StringBuilder();
    for (Node node : parent.childNodes()) {
      if (node instanceof Element element && isBlock(element) && depth < DEEPEST) {
        endParagraph(line, text);
        append(block(element, depth + 1), text);
      } else {
        line.append(inline(node, depth + 1));
      }
    }
    endParagraph(line, text);
    return text.toString();
  }

  private static void endParagraph(StringBuilder line, StringBuilder text) {
    String words = line.toString().replaceAll(" *\\n *", "  \n").strip();
    append(NUMBER.matcher(MARK.matcher(words).replaceFirst("\\\\$1")).replaceFirst("$1\\\\"), text);
    line.setLength(0);
  }

  private static void append(String block, StringBuilder text) {
    if (!block.isBlank()) {
      text.append(text.isEmpty() ? "" : "\n\n").append(block.stripTrailing());
    }
  }

  private static boolean isBlock(Element element) {
    return switch (element.normalName()) {
      case "br", "script", "style" -> false;
      case "hr" -> true;
      default -> element.isBlock() || element.selectFirst("p, ul, ol, li, div, h1, h2, h3") != null;
    };
  }

  private static String block(Element element, int depth) {
    return switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, depth);
      case "ul" -> list(element, false, depth);
      case "ol" -> list(element, true, depth);
      case "li" -> indented("- ", blocks(element, depth));
      case "blockquote" -> blocks(element, depth).replaceAll("(?m)^", "> ");
      case "pre" -> "```\n" + element.wholeText().strip().replace("```", "'''") + "\n```";
      case "hr" -> "---";
      case "tr" -> row(element, depth);
      case "table", "tbody", "thead", "tfoot" -> rows(element, depth);
      default -> blocks(element, depth);
    };
  }

  private static String heading(Element element, int depth) {
    String words = inlines(element, depth).replaceAll("\\s+", " ").strip();
    int level = element.normalName().charAt(1) - '0';
    return words.isEmpty() ? "" : "#".repeat(level) + " " + words;
  }

  private static String list(Element list, boolean isNumbered, int depth) {
    var text = new StringBuilder();
    int number = 1;
    for (Element item : list.children()) {
      String words = blocks(item, depth + 1);
      if (!words.isBlank()) {
        text.append(text.isEmpty() ? "" : "\n")
            .append(indented(isNumbered ? number++ + ". " : "- ", words));
      }
    }
    return text.toString();
  }

  private static String indented(String mark, String words) {
    return mark
        + words
            .replaceAll("\\n\\n(?=[-\\d])", "\n")
            .replaceAll("\\n(?!\\n)", "\n" + " ".repeat(mark.length()));
  }

  private static String rows(Element table, int depth) {
    var text = new StringBuilder();
    for (Element child : table.children()) {
      String line = block(child, depth + 1);
      if (!line.isBlank()) {
        text.append(text.isEmpty() ? "" : "  \n").append(line);
      }
    }
    return text.toString();
  }

  private static String row(Element row, int depth) {
    return String.join(
        " | ",
        row.children().stream()
            .map(cell -> blocks(cell, depth + 1).replaceAll("\\s*\\n\\s*", " ").strip())
            .filter(cell -> !cell.isEmpty())
            .toList());
  }

  private static String inlines(Element parent, int depth) {
    var text = new StringBuilder();
    parent.childNodes().forEach(node -> text.append(inline(node, depth + 1)));
    return text.toString();
  }

  private static String inline(Node node, int depth) {
    if (node instanceof TextNode words) {
      return SIGNS
          .matcher(words.getWholeText().replaceAll("[\\s\\u00a0]+", " "))
          .replaceAll("\\\\$1");
    }
    if (!(node instanceof Element element)) {
      return "";
    }
    if (depth > DEEPEST) {
      return SIGNS.matcher(element.text()).replaceAll("\\\\$1");
    }
    String inner = inlines(element, depth);
    return switch (element.normalName()) {
      case "br" -> "\n";
      case "b", "strong" -> marked("**", inner);
      case "i", "em" -> marked("*", inner);
      case "code" -> element.text().isBlank() ? "" : "`" + element.text().replace("`", "'") + "`";
      case "a" -> link(element.attr("href").strip(), inner);
      default -> inner;
    };
  }

  /** The marks stand at the words, or they would be read as signs. */
  private static String marked(String mark, String inner) {
    String words = inner.strip();
    if (words.isEmpty()) {
      return inner;
    }
    int at = inner.indexOf(words);
    return inner.substring(0, at) + mark + words + mark + inner.substring(at + words.length());
  }

  private static String link(String address, String inner) {
    boolean isSafe = address.toLowerCase(Locale.ROOT).matches("(https?://|mailto:)[^\\s<>()]+");
    return isSafe && !inner.isBlank() ? "[%s](%s)".formatted(inner.strip(), address) : inner;
  }
}
