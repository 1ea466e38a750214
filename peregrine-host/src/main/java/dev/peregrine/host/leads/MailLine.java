package dev.peregrine.host.leads;

import dev.peregrine.api.mail.MailMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * A line of a mail as a person sees it.
 *
 * @param text may be empty where there is only an address
 * @param href of the link that it is in; empty where it is in none
 */
record MailLine(String text, String href) {

  private static final int MOST = 20_000;
  private static final int LONGEST = 400;

  private static final Set<String> INLINE =
      Set.of(
          "a", "b", "strong", "i", "em", "u", "span", "font", "small", "big", "sup", "sub", "mark",
          "code", "abbr", "img", "label", "s");

  private static final Set<String> UNSEEN =
      Set.of("style", "script", "head", "title", "template", "noscript", "svg");

  private static final Pattern ADDRESS =
      Pattern.compile("[<(\\[]?(https?://[^\\s<>\"\\])]+)[>)\\]]?", Pattern.CASE_INSENSITIVE);

  private static final Pattern HIDDEN =
      Pattern.compile("(?i)display\\s*:\\s*none|max-height\\s*:\\s*0(?:px)?\\s*(?:;|$)");

  boolean isLink() {
    return !href.isEmpty();
  }

  /** The lines of a mail's HTML. */
  static List<MailLine> html(String html) {
    var walk = new Walk();
    NodeTraversor.traverse(walk, Jsoup.parse(html));
    walk.end();
    return walk.lines;
  }

  /** The lines of a mail's plain text; an empty one stands between paragraphs. */
  static List<MailLine> plain(MailMessage mail) {
    var lines = new ArrayList<MailLine>();
    String text = mail.quoted().isEmpty() ? mail.text() : mail.text() + "\n\n" + mail.quoted();
    text.lines()
        .map(line -> line.replaceFirst("^[>\\s]+", "").strip())
        .limit(MOST)
        .forEach(line -> addPlain(line, lines));
    return lines;
  }

  private static void addPlain(String line, List<MailLine> lines) {
    Matcher address = ADDRESS.matcher(line);
    if (!address.find()) {
      lines.add(new MailLine(cut(line), ""));
      return;
    }
    int from = 0;
    do {
      String before = line.substring(from, address.start()).strip();
      lines.add(new MailLine(cut(before), withoutPunctuation(address.group(1))));
      from = address.end();
    } while (address.find());
  }

  private static String withoutPunctuation(String address) {
    return address.replaceFirst("[.,;:!?*_]+$", "");
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /** Ends a line where a browser does, and where a link begins or ends. */
  private static final class Walk implements NodeVisitor {
    private final List<MailLine> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private String href = "";
    private int unseen;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        if (unseen == 0 && line.length() < LONGEST) {
          line.append(text.text());
        }
      } else if (node instanceof Element element) {
        if (isUnseen(element)) {
          unseen++;
        }
        if (element.normalName().equals("a") && !element.attr("href").isBlank()) {
          end();
          href = element.attr("href").strip();
        } else if (!INLINE.contains(element.normalName())) {
          end();
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (isUnseen(element)) {
          unseen--;
        }
        if (element.normalName().equals("a") && !element.attr("href").isBlank()) {
          end();
          href = "";
        } else if (!INLINE.contains(element.normalName())) {
          end();
        }
      }
    }

    private static boolean isUnseen(Element element) {
      return UNSEEN.contains(element.normalName()) || HIDDEN.matcher(element.attr("style")).find();
    }

    private void end() {
      String text =
          line.toString()
              .replace('\u00a0', ' ')
              .replaceAll("[\\s\u200b-\u200f\u2060\ufeff\u034f\u00ad]+", " ")
              .strip();
      line.setLength(0);
      if (!text.isEmpty() && lines.size() < MOST) {
        lines.add(new MailLine(cut(text), href));
      }
    }
  }
}
