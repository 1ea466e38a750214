package dev.peregrine.host.proposals;

import dev.peregrine.host.resumes.Fold;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a model answered: JSON of the right shape by now, with whatever text in it. */
final class Answers {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST = 40;
  private static final int TELLING = 4;
  private static final Pattern LEAD =
      Pattern.compile("^(?:[-*•–]|\\d{1,2}[.)])\\s+|^#+\\s*|^\\*\\*(?=.*\\*\\*$)");

  private Answers() {}

  static JsonNode read(String answer) {
    return JSON.readTree(answer);
  }

  static List<JsonNode> list(String answer) {
    var nodes = new ArrayList<JsonNode>();
    for (JsonNode node : read(answer).path("list")) {
      if (nodes.size() < MOST) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /** A member as one line. */
  static String line(JsonNode node, String member) {
    return line(node.path(member).asString(""));
  }

  /** Without the signs that models put around what they write. */
  static String line(String text) {
    String plain = visible(text).replaceAll("\\s+", " ").strip();
    plain = LEAD.matcher(plain).replaceFirst("").replace("**", "").strip();
    boolean quoted =
        plain.length() > 2
            && "\"“„".indexOf(plain.charAt(0)) >= 0
            && "\"”“".indexOf(plain.charAt(plain.length() - 1)) >= 0;
    return quoted ? plain.substring(1, plain.length() - 1).strip() : plain;
  }

  /** A member as paragraphs. */
  static String paragraphs(JsonNode node, String member) {
    return visible(node.path(member).asString(""))
        .replace("\r\n", "\n")
        .replace("**", "")
        .replaceAll("[ \\t]+", " ")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  private static String visible(String text) {
    return text.replaceAll("(?s)<think>.*?</think>", "")
        .replaceAll("[\\p{Cf}\\p{Co}&&[^\\u200C\\u200D]]", "")
        .replaceAll("[\\p{Cc}&&[^\\n\\t\\r]]", " ");
  }

  /** Whether two texts say the same but for case, accents and signs. */
  static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  /** Whether two texts share a telling word: a model sometimes mixes up its numbers. */
  static boolean isAbout(String one, String other) {
    var words = new HashSet<String>();
    telling(one).forEach(words::add);
    return telling(other).anyMatch(words::contains);
  }

  private static Stream<String> telling(String text) {
    return Stream.of(plain(text).split(" "))
        .filter(word -> word.length() >= TELLING)
        .map(word -> word.substring(0, TELLING));
  }

  static String plain(String text) {
    return Fold.same(text).replaceAll("[^\\p{L}\\p{N}+#]+", " ").strip();
  }
}
