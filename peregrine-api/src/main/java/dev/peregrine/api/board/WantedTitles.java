package dev.peregrine.api.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rule of {@link BoardQuery#fitsTitle}. Only title and tags are asked: a description names the
 * titles of colleagues.
 */
final class WantedTitles {

  /** {@code (m/w/d)}, {@code (all genders)}, {@code Entwickler*in}, {@code Ingénieur·e}. */
  private static final Pattern GENDER =
      Pattern.compile(
          // Possessive, so that a title of a million such signs takes no stack.
          "\\(\\s*(?:[mfwdxhigena]\\s*[/|,*]\\s*)++[mfwdxhigena]*\\s*\\)"
              + "|\\b[mfwdx](?:\\s*/\\s*[mfwdx]){1,3}\\b"
              + "|\\((?:all|alle|any) genders?\\)|\\(gn\\)"
              + "|(?<=\\p{L}{3})(?:[*:_/·•]-?|\\()(?:innen|in|e|euse|rice|a)\\b\\)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "and", "at", "de", "del", "der", "des", "die", "du", "et", "for", "fur", "im",
          "in", "la", "le", "of", "on", "or", "the", "to", "und", "with", "y");

  /** Words that mean the same in a title, each led back to one of them. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("engineer", "developer"),
          Map.entry("programmer", "developer"),
          Map.entry("dev", "developer"),
          Map.entry("coder", "developer"),
          Map.entry("entwickler", "developer"),
          Map.entry("programmierer", "developer"),
          Map.entry("ingenieur", "developer"),
          Map.entry("developpeur", "developer"),
          Map.entry("desarrollador", "developer"),
          Map.entry("sviluppatore", "developer"),
          Map.entry("ontwikkelaar", "developer"),
          Map.entry("utvecklare", "developer"),
          Map.entry("sr", "senior"),
          Map.entry("jr", "junior"),
          Map.entry("mgr", "manager"),
          Map.entry("admin", "administrator"));

  private static final List<String> TAILS =
      List.of("entwickler", "ingenieur", "programmierer", "developer", "engineer");

  private WantedTitles() {}

  static boolean fit(List<String> wanted, String title, Collection<String> tags) {
    List<List<String>> all =
        wanted.stream().map(WantedTitles::words).filter(words -> !words.isEmpty()).toList();
    if (all.isEmpty()) {
      return true;
    }
    Set<String> inTitle = withJoined(words(title));
    Set<String> anywhere = new HashSet<>(inTitle);
    tags.forEach(tag -> anywhere.addAll(withJoined(words(tag))));
    return all.stream()
        .anyMatch(
            words ->
                fits(words, anywhere)
                    && words.stream().anyMatch(word -> isIn(inTitle, word, words)));
  }

  private static boolean isIn(Set<String> title, String word, List<String> words) {
    return title.contains(word) || (words.size() > 1 && title.contains(String.join("", words)));
  }

  /** Every word, or two of them written as one. */
  private static boolean fits(List<String> words, Set<String> all) {
    int at = 0;
    while (at < words.size()) {
      if (all.contains(words.get(at))) {
        at++;
      } else if (at + 1 < words.size() && all.contains(words.get(at) + words.get(at + 1))) {
        at += 2;
      } else {
        return false;
      }
    }
    return true;
  }

  /** {@code back end} is {@code backend} too. */
  private static Set<String> withJoined(List<String> words) {
    var all = new HashSet<>(words);
    for (int at = 0; at + 1 < words.size(); at++) {
      all.add(words.get(at) + words.get(at + 1));
    }
    return all;
  }

  private static List<String> words(String title) {
    var words = new ArrayList<String>();
    for (String word : Words.of(GENDER.matcher(title).replaceAll(" "))) {
      if (!SMALL.contains(word)) {
        addStem(word, words);
      }
    }
    return words;
  }

  private static void addStem(String word, List<String> words) {
    String stem = singular(word);
    for (String tail : TAILS) {
      // "Softwareentwickler" is "Software Entwickler".
      if (stem.length() > tail.length() + 2 && stem.endsWith(tail)) {
        words.add(stem.substring(0, stem.length() - tail.length()));
        words.add(SAME.getOrDefault(tail, tail));
        return;
      }
    }
    words.add(SAME.getOrDefault(stem, stem));
  }

  private static String singular(String word) {
    if (word.endsWith("erinnen") || word.endsWith("eurinnen")) {
      return word.substring(0, word.length() - 5);
    }
    if (word.endsWith("erin") || word.endsWith("eurin")) {
      return word.substring(0, word.length() - 2);
    }
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural =
        word.length() > 3
            && word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is")
            && !word.endsWith(".js");
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}
