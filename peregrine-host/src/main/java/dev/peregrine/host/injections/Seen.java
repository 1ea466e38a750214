package dev.peregrine.host.injections;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A text as found, apart: what a person sees of it, what is there and hidden, and what stands
 * beside the text, where machines look.
 *
 * @param hidden texts that are part of it and that nobody sees
 * @param beside comments, alternative texts and the like; ordinary in themselves
 */
record Seen(String visible, List<String> hidden, List<String> beside) {

  private static final Set<String> NEVER_SHOWN =
      Set.of("template", "noscript", "title", "desc", "metadata", "datalist", "noembed");
  private static final Set<String> BLOCKS =
      Set.of("p", "div", "li", "ul", "ol", "tr", "td", "table", "section", "article", "br", "hr");
  private static final int DEEPEST = 200;

  static Seen of(String found) {
    if (found.indexOf('<') < 0 && found.indexOf('&') < 0) {
      return new Seen(found, List.of(), List.of());
    }
    String markup = found;
    if (found.indexOf('<') < 0 && found.contains("&lt;")) {
      markup = org.jsoup.parser.Parser.unescapeEntities(found, false);
    }
    var walk = new Walk();
    walk.children(Jsoup.parseBodyFragment(markup).body(), Look.USUAL, 0);
    return walk.seen();
  }

  /** Goes through the elements with the look that they inherit. */
  private static final class Walk {

    private final StringBuilder visible = new StringBuilder();
    private final List<String> hidden = new ArrayList<>();
    private final List<String> pale = new ArrayList<>();
    private final List<String> beside = new ArrayList<>();

    private void children(Element parent, Look look, int depth) {
      for (Node node : parent.childNodes()) {
        switch (node) {
          case TextNode text -> text(text.getWholeText(), look);
          case Comment comment -> beside(comment.getData());
          case DataNode data -> beside(data.getWholeData());
          case Element element when depth < DEEPEST -> element(element, look, depth);
          default -> {
            // nothing that is read
          }
        }
      }
    }

    private void element(Element element, Look look, int depth) {
      boolean block = BLOCKS.contains(element.normalName()) || element.normalName().matches("h\\d");
      if (block) {
        endLine(look);
      }
      for (var attribute : element.attributes()) {
        if (attribute.getValue().indexOf(' ') > 0 && !attribute.getKey().equals("style")) {
          beside(attribute.getValue());
        }
      }
      Look its = NEVER_SHOWN.contains(element.normalName()) ? look.hidden() : look.within(element);
      int before = hidden.size();
      children(element, its, depth + 1);
      if (block) {
        endLine(look);
      }
      if (look.isSeen() && !its.isSeen() && hidden.size() - before > 1) {
        var whole = List.copyOf(hidden.subList(before, hidden.size()));
        hidden.subList(before, hidden.size()).clear();
        hidden.add(String.join("", whole));
      }
    }

    private void endLine(Look look) {
      if (look.isSeen()) {
        visible.append('\n');
      } else {
        hidden.add("\n");
      }
    }

    private void text(String text, Look look) {
      if (text.isBlank()) {
        visible.append(' ');
      } else if (!look.isSeen() || look.isLost()) {
        hidden.add(text);
      } else if (look.isPale()) {
        pale.add(text);
        visible.append(text);
      } else {
        visible.append(text);
      }
    }

    private void beside(String text) {
      if (!text.isBlank()) {
        beside.add(text);
      }
    }

    /** Where most of it is pale, the page is dark and all of it is seen. */
    private Seen seen() {
      int letters = pale.stream().mapToInt(String::length).sum();
      if (letters * 2 < visible.length()) {
        hidden.addAll(pale);
      }
      return new Seen(visible.toString(), List.copyOf(hidden), List.copyOf(beside));
    }
  }
}
