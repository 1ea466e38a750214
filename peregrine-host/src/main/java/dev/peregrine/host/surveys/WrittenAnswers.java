package dev.peregrine.host.surveys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a model answers while it still writes: each answer counts as soon as its object is
 * closed. What names no question or no option that there is, is left out.
 */
final class WrittenAnswers {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_DRAFT = 3_000;

  private WrittenAnswers() {}

  /** The objects in the list of answers that are whole, in a text that may not be. */
  static List<JsonNode> whole(String written) {
    int list = written.indexOf('[', Math.max(0, written.lastIndexOf("\"answers\"")));
    var nodes = new ArrayList<JsonNode>();
    if (list < 0) {
      return nodes;
    }
    int depth = 0;
    int from = -1;
    boolean quoted = false;
    for (int at = list + 1; at < written.length(); at++) {
      char letter = written.charAt(at);
      if (quoted) {
        if (letter == '\\') {
          at++;
        } else if (letter == '"') {
          quoted = false;
        }
      } else if (letter == '"') {
        quoted = true;
      } else if (letter == '{') {
        from = depth == 0 ? at : from;
        depth++;
      } else if (letter == '}' && depth > 0) {
        depth--;
        if (depth == 0) {
          parsed(written.substring(from, at + 1)).ifPresent(nodes::add);
        }
      }
    }
    return nodes;
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(JSON.readTree(text));
    } catch (JacksonException odd) {
      return Optional.empty();
    }
  }

  /**
   * What was said of each question.
   *
   * @param asked by the number under which the model knows it
   */
  static Map<Integer, Weighing> of(
      List<JsonNode> nodes, Map<Integer, Asked> asked, SurveyMode mode, String backend) {
    var weighings = new LinkedHashMap<Integer, Weighing>();
    for (JsonNode node : nodes) {
      int number = node.path("number").asInt(0);
      Asked question = asked.get(number);
      if (question != null) {
        weighings.putIfAbsent(number, weighing(node, question, mode, backend));
      }
    }
    return weighings;
  }

  private static Weighing weighing(JsonNode node, Asked asked, SurveyMode mode, String backend) {
    int options = asked.options().size();
    var best = new LinkedHashSet<Integer>();
    node.path("best")
        .forEach(
            each -> {
              int option = each.asInt(0) - 1;
              if (option >= 0 && option < options) {
                best.add(option);
              }
            });
    var weighed = new ArrayList<Weighing.Weighed>();
    node.path("options")
        .forEach(
            each -> {
              int option = each.path("number").asInt(0) - 1;
              boolean known = option >= 0 && option < options;
              if (known && weighed.stream().noneMatch(other -> other.option() == option)) {
                weighed.add(
                    new Weighing.Weighed(
                        option,
                        Math.clamp(each.path("fit").asInt(0), 0, 100),
                        line(each, "why", LONGEST_LINE)));
              }
            });
    long most = asked.kind() == QuestionKind.SEVERAL ? options : 1;
    return new Weighing(
        mode,
        best.stream().limit(most).toList(),
        options == 0 ? line(node, "draft", LONGEST_DRAFT) : "",
        line(node, "reason", LONGEST_LINE),
        weighed,
        line(node, "conflict", LONGEST_LINE),
        backend);
  }

  private static String line(JsonNode node, String member, int longest) {
    String plain =
        node.path(member)
            .asString("")
            .replaceAll("[\\p{Cf}\\p{Co}&&[^\\u200C\\u200D]]", "")
            .replace("**", "")
            .replaceAll("[\\p{Cc}\\s]+", " ")
            .strip();
    return plain.length() > longest ? plain.substring(0, longest - 1) + "…" : plain;
  }
}
