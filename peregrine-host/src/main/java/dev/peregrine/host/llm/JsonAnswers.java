package dev.peregrine.host.llm;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers that are to be JSON of a certain shape: what is asked, and whether it was given. */
final class JsonAnswers {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_PROBLEMS = 5;

  private final String schemaText;
  private final Schema schema;

  JsonAnswers(String schemaText) {
    this.schemaText = schemaText;
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schemaText, InputFormat.JSON);
  }

  /**
   * What became of an answer.
   *
   * @param text the JSON and nothing else; empty where there is none or it does not fit
   * @param problems why not, a line each
   */
  record Checked(Optional<String> text, List<String> problems) {}

  /**
   * The request as it is sent.
   *
   * @param keepsTo whether the backend itself keeps the model to the schema
   */
  CompletionRequest asked(CompletionRequest request, boolean keepsTo) {
    if (keepsTo) {
      return request;
    }
    var messages = new ArrayList<Message>(request.messages());
    String rule =
        "Answer with JSON and nothing else: no words around it, no fence. It obeys this JSON Schema:\n"
            + schemaText;
    if (messages.getFirst().role() == Message.Role.SYSTEM) {
      messages.set(0, Message.system(messages.getFirst().text() + "\n\n" + rule));
    } else {
      messages.addFirst(Message.system(rule));
    }
    return request.withMessages(messages);
  }

  /** Finds the JSON in an answer and holds it against the schema. */
  Checked check(String answer) {
    Optional<JsonNode> found = find(answer);
    if (found.isEmpty()) {
      return new Checked(Optional.empty(), List.of("It is no JSON."));
    }
    String text = JSON.writeValueAsString(found.get());
    List<String> problems =
        schema.validate(text, InputFormat.JSON).stream()
            .map(Object::toString)
            .limit(MOST_PROBLEMS)
            .toList();
    return new Checked(problems.isEmpty() ? Optional.of(text) : Optional.empty(), problems);
  }

  /** The request that asks to mend an answer. */
  CompletionRequest mending(CompletionRequest request, String answer, Checked checked) {
    var messages = new ArrayList<Message>(request.messages());
    if (!answer.isBlank()) {
      messages.add(Message.assistant(answer));
    }
    messages.add(
        Message.user(
            "That does not obey the schema:\n%s\nGive the whole answer again, as JSON and nothing else."
                .formatted(
                    checked.problems().stream()
                        .map(problem -> "- " + problem)
                        .collect(Collectors.joining("\n")))));
    return request.withMessages(messages);
  }

  /** Models put words, thoughts and fences around what they were asked for. */
  private static Optional<JsonNode> find(String answer) {
    String text = answer.replaceAll("(?s)<think>.*?</think>", "").strip();
    Optional<JsonNode> whole = parsed(text);
    if (whole.isPresent()) {
      return whole;
    }
    for (int at = 0; at < text.length(); at++) {
      char opens = text.charAt(at);
      if (opens == '{' || opens == '[') {
        int end = text.lastIndexOf(opens == '{' ? '}' : ']');
        return end > at ? parsed(text.substring(at, end + 1)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }
}
