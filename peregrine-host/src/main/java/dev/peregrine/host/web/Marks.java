package dev.peregrine.host.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Marks words within text. One pass over the words of each text finds the longest marked phrase
 * that begins there, so that the work grows with the text and not with the number of phrases.
 */
final class Marks {

  private static final int MOST_WORDS = 6;
  private static final String INSIDE = "+#.";

  private final Map<String, Boolean> phrases = new HashMap<>();
  private int longest;

  Marks(List<String> matched, List<String> missing) {
    missing.forEach(phrase -> add(phrase, true));
    matched.forEach(phrase -> add(phrase, false));
  }

  private void add(String phrase, boolean isMissing) {
    List<Word> words = words(phrase);
    if (!words.isEmpty() && words.size() <= MOST_WORDS) {
      phrases.put(key(words, 0, words.size()), isMissing);
      longest = Math.max(longest, words.size());
    }
  }

  private record Word(String plain, int from, int to) {}

  void mark(Element root) {
    if (phrases.isEmpty()) {
      return;
    }
    var texts = new ArrayList<TextNode>();
    root.forEachNode(
        node -> {
          if (node instanceof TextNode text && !text.isBlank()) {
            texts.add(text);
          }
        });
    texts.forEach(this::mark);
  }

  private void mark(TextNode node) {
    String text = node.getWholeText();
    List<Word> words = words(text);
    var parts = new ArrayList<Node>();
    int written = 0;
    int i = 0;
    while (i < words.size()) {
      Optional<Integer> length = found(words, i);
      if (length.isEmpty()) {
        i++;
        continue;
      }
      int from = words.get(i).from();
      int to = words.get(i + length.get() - 1).to();
      if (from > written) {
        parts.add(new TextNode(text.substring(written, from)));
      }
      var mark = new Element("mark");
      if (phrases.getOrDefault(key(words, i, i + length.get()), false)) {
        mark.addClass("miss");
      }
      parts.add(mark.appendText(text.substring(from, to)));
      written = to;
      i += length.get();
    }
    if (!parts.isEmpty()) {
      if (written < text.length()) {
        parts.add(new TextNode(text.substring(written)));
      }
      parts.forEach(node::before);
      node.remove();
    }
  }

  private Optional<Integer> found(List<Word> words, int at) {
    for (int length = Math.min(longest, words.size() - at); length > 0; length--) {
      if (phrases.containsKey(key(words, at, at + length))) {
        return Optional.of(length);
      }
    }
    return Optional.empty();
  }

  private static String key(List<Word> words, int from, int to) {
    var key = new StringBuilder();
    for (int i = from; i < to; i++) {
      key.append(i > from ? " " : "").append(words.get(i).plain());
    }
    return key.toString();
  }

  // A word keeps what makes C++, C#, .NET and node.js one, and loses the full stop of a sentence.
  private static List<Word> words(String text) {
    var words = new ArrayList<Word>();
    int i = 0;
    while (i < text.length()) {
      if (!starts(text, i)) {
        i++;
        continue;
      }
      int from = i;
      while (i < text.length() && (isLetter(text, i) || INSIDE.indexOf(text.charAt(i)) >= 0)) {
        i++;
      }
      int to = i;
      while (to > from + 1 && text.charAt(to - 1) == '.') {
        to--;
      }
      words.add(new Word(text.substring(from, to).toLowerCase(Locale.ROOT), from, to));
    }
    return words;
  }

  private static boolean starts(String text, int i) {
    return isLetter(text, i)
        || text.charAt(i) == '.' && i + 1 < text.length() && isLetter(text, i + 1);
  }

  private static boolean isLetter(String text, int i) {
    return Character.isLetterOrDigit(text.charAt(i));
  }
}
