package dev.peregrine.classifier.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Spares looking for patterns where they cannot be: most begin with one of some words, and only
 * where a mail has these it need be tried.
 */
final class Beginnings {

  private static final int LONGEST = 5;
  private static final int SHORTEST = 2;

  private Beginnings() {}

  /** The beginnings, of up to five letters, of all words of a text, and where these words stand. */
  static Map<String, List<Integer>> of(String plain) {
    Map<String, List<Integer>> all = new HashMap<>();
    int at = 0;
    while (at < plain.length()) {
      int start = at;
      while (at < plain.length() && isWord(plain.charAt(at))) {
        at++;
      }
      for (int length = SHORTEST; length <= Math.min(LONGEST, at - start); length++) {
        all.computeIfAbsent(plain.substring(start, start + length), _ -> new ArrayList<>())
            .add(start);
      }
      at++;
    }
    return all;
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
  }

  /**
   * With what a match of a pattern begins: one of these. Empty where that cannot be told, so that
   * it must be looked for.
   */
  static Optional<List<String>> ofMatches(String pattern) {
    var all = new ArrayList<String>();
    for (String branch : branches(pattern)) {
      if (!branch.startsWith("\\b")) {
        return Optional.empty();
      }
      Optional<List<String>> words = words(branch.substring(2));
      if (words.isEmpty()) {
        return words;
      }
      all.addAll(words.get());
    }
    return Optional.of(all);
  }

  private static Optional<List<String>> words(String branch) {
    if (!branch.startsWith("(")) {
      return letters(branch).map(List::of);
    }
    int end = closing(branch);
    if (end < 0 || branch.startsWith("(?") || isOptional(branch, end + 1)) {
      return Optional.empty();
    }
    var all = new ArrayList<String>();
    for (String each : branches(branch.substring(1, end))) {
      Optional<String> word = letters(each);
      if (word.isEmpty()) {
        return Optional.empty();
      }
      all.add(word.get());
    }
    return Optional.of(all);
  }

  private static boolean isOptional(String pattern, int at) {
    return at < pattern.length() && "?*{".indexOf(pattern.charAt(at)) >= 0;
  }

  /** The letters that are there in any case. */
  private static Optional<String> letters(String pattern) {
    int end = 0;
    while (end < pattern.length() && isWord(pattern.charAt(end)) && end < LONGEST) {
      end++;
    }
    if (isOptional(pattern, end)) {
      end--;
    }
    return end < SHORTEST ? Optional.empty() : Optional.of(pattern.substring(0, end));
  }

  /** The parts between bars that stand in no bracket. */
  private static List<String> branches(String pattern) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '(', '[' -> depth++;
        case ')', ']' -> depth--;
        case '|' -> {
          if (depth == 0) {
            parts.add(pattern.substring(start, i));
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    parts.add(pattern.substring(start));
    return parts;
  }

  /** Where the bracket ends that a pattern begins with. */
  private static int closing(String pattern) {
    int depth = 0;
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '(', '[' -> depth++;
        case ')', ']' -> {
          if (--depth == 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    return -1;
  }
}
