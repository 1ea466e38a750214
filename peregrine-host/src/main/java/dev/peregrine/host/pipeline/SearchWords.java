package dev.peregrine.host.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's words as a query of FTS5. Nothing that a person types is an operator of it. */
final class SearchWords {

  private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"|(\\S+))");
  private static final int MOST = 12;

  private SearchWords() {}

  /**
   * All words, in any order; {@code "a phrase"}; not {@code -this}. Empty where there is no word to
   * look for.
   */
  static String query(String words) {
    List<String> wanted = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    Matcher part = PART.matcher(words.replace('\0', ' '));
    while (part.find() && wanted.size() + unwanted.size() < MOST) {
      String text = part.group(2) != null ? part.group(2) : part.group(3);
      if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
        (part.group(1).isEmpty() ? wanted : unwanted).add('"' + text.replace("\"", " ") + '"');
      }
    }
    if (wanted.isEmpty()) {
      return "";
    }
    String all = String.join(" AND ", wanted);
    return unwanted.isEmpty() ? all : "(" + all + ") NOT (" + String.join(" OR ", unwanted) + ")";
  }

  /** All words, or words that begin so: for what is still being typed. */
  static String beginnings(String words) {
    return Spelling.plain(words).stream()
        .limit(MOST)
        .map(word -> '"' + word + "\" *")
        .collect(java.util.stream.Collectors.joining(" AND "));
  }
}
