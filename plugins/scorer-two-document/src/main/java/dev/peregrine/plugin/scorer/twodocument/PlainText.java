package dev.peregrine.plugin.scorer.twodocument;

import java.util.Locale;
import java.util.Set;

/**
 * The text of a description that may be HTML. One pass without backtracking: a description is
 * hostile, and a broken tag must cost no more than a whole one.
 */
final class PlainText {

  /** What a posting is read to; a longer one is padding. */
  static final int MAX_CHARS = 200_000;

  /** Tags within a line; every other tag ends one. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins",
          "kbd", "label", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u", "var",
          "wbr");

  private static final Set<String> SILENT = Set.of("script", "style", "template", "noscript");

  private final String html;
  private final StringBuilder text;

  private PlainText(String html) {
    this.html = html;
    this.text = new StringBuilder(html.length());
  }

  /** Lines of text, tags gone and character references resolved. */
  static String of(String description) {
    String source =
        description.length() > MAX_CHARS ? description.substring(0, MAX_CHARS) : description;
    if (source.indexOf('<') < 0 && source.contains("&lt;")) {
      source = CharacterReferences.resolve(source); // some boards escape their HTML once more
    }
    return source.indexOf('<') < 0
        ? CharacterReferences.resolve(source)
        : new PlainText(source).strip();
  }

  private String strip() {
    int at = 0;
    while (at < html.length()) {
      int open = html.indexOf('<', at);
      if (open < 0) {
        text.append(html, at, html.length());
        break;
      }
      text.append(html, at, open);
      at = isTag(open) ? skip(open) : keep(open);
    }
    return CharacterReferences.resolve(text.toString());
  }

  private boolean isTag(int open) {
    if (open + 1 >= html.length()) {
      return false;
    }
    char next = html.charAt(open + 1);
    return next == '/' || next == '!' || next == '?' || isAsciiLetter(next);
  }

  private int keep(int open) {
    text.append(html.charAt(open));
    return open + 1;
  }

  /** Behind the tag, comment or script that begins here; an unclosed one swallows the rest. */
  private int skip(int open) {
    if (html.startsWith("<!--", open)) {
      return behind("-->", open + 4);
    }
    int close = html.indexOf('>', open);
    if (close < 0) {
      return html.length();
    }
    boolean ending = html.charAt(open + 1) == '/';
    String name = name(ending ? open + 2 : open + 1);
    if (!INLINE.contains(name)) {
      text.append('\n');
    }
    return !ending && SILENT.contains(name) ? behindEndOf(name, close + 1) : close + 1;
  }

  private int behindEndOf(String name, int from) {
    for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
      if (html.regionMatches(true, at + 2, name, 0, name.length())) {
        return behind(">", at);
      }
    }
    return html.length();
  }

  private int behind(String mark, int from) {
    int at = html.indexOf(mark, from);
    return at < 0 ? html.length() : at + mark.length();
  }

  private String name(int from) {
    int end = from;
    while (end < html.length() && end - from < 12 && isNameChar(html.charAt(end))) {
      end++;
    }
    return html.substring(from, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isNameChar(char c) {
    return isAsciiLetter(c) || (c >= '0' && c <= '9');
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
