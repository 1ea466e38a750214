package dev.peregrine.classifier.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What words are about, whatever their language and form: the concepts of {@code concepts.txt}. A
 * model that knows "Gespräch" from its mails so knows "conversation", too.
 */
final class Concepts {

  private static final int LONG_WORD = 8;

  private final Map<String, Integer> whole = new HashMap<>();
  private final Map<String, Integer> beginnings = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private int shortest = Integer.MAX_VALUE;
  private int longest;

  private record Part(String letters, int concept) {}

  private static final class Shipped {
    static final Concepts SHIPPED = of(Corpus.resource("concepts.txt"));
  }

  static Concepts shipped() {
    return Shipped.SHIPPED;
  }

  static Concepts of(String text) {
    var concepts = new Concepts();
    for (String line : text.lines().map(String::strip).toList()) {
      int colon = line.indexOf(": ");
      if (colon > 0 && !line.startsWith("#")) {
        concepts.names.add("@" + line.substring(0, colon));
        for (String word : line.substring(colon + 2).strip().split(" +")) {
          concepts.add(word);
        }
      }
    }
    return concepts;
  }

  private void add(String word) {
    int concept = names.size() - 1;
    if (word.startsWith("=")) {
      whole.putIfAbsent(word.substring(1), concept);
    } else if (word.startsWith("*")) {
      parts.add(new Part(word.substring(1), concept));
    } else {
      beginnings.putIfAbsent(word, concept);
      shortest = Math.min(shortest, word.length());
      longest = Math.max(longest, word.length());
    }
  }

  String name(int concept) {
    return names.get(concept);
  }

  /** The concept of a word in plain small letters, by its longest known beginning; else -1. */
  int of(String plain, int start, int end) {
    String word = plain.substring(start, end);
    Integer known = whole.get(word);
    for (int length = Math.min(longest, word.length());
        known == null && length >= shortest;
        length--) {
      known = beginnings.get(word.substring(0, length));
    }
    if (known == null && word.length() >= LONG_WORD) {
      for (Part part : parts) {
        if (word.contains(part.letters())) {
          return part.concept();
        }
      }
    }
    return known == null ? -1 : known;
  }
}
