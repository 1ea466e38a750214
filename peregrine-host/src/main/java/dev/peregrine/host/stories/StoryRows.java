package dev.peregrine.host.stories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stories as they are stored. */
final class StoryRows {

  private static final JsonMapper JSON = new JsonMapper();

  private StoryRows() {}

  static Story story(StoryMapper.Row row) {
    Long asking = row.asking();
    return new Story(
        row.id(),
        new StoryText(
            row.title(),
            Map.of(
                Part.SITUATION,
                row.situation(),
                Part.TASK,
                row.task(),
                Part.ACTION,
                row.action(),
                Part.RESULT,
                row.result()),
            row.place(),
            Stream.of(row.themes().split(" "))
                .flatMap(key -> Theme.of(key).stream())
                .collect(Collectors.toSet())),
        row.source(),
        row.version(),
        suggestion(row.suggestion()),
        asking == null ? OptionalLong.empty() : OptionalLong.of(asking),
        Instant.ofEpochMilli(row.changed()));
  }

  static StoryMapper.Row row(long id, StoryText text, String source, long at) {
    return new StoryMapper.Row(
        id,
        text.title(),
        text.part(Part.SITUATION),
        text.part(Part.TASK),
        text.part(Part.ACTION),
        text.part(Part.RESULT),
        text.place(),
        text.themesInOrder().stream().map(Theme::key).collect(Collectors.joining(" ")),
        source,
        0,
        "",
        null,
        "",
        at);
  }

  static String written(StoryText text) {
    return JSON.writeValueAsString(keyed(text.parts()));
  }

  static String written(Suggestion suggestion) {
    return JSON.writeValueAsString(
        Map.of(
            "parts", keyed(suggestion.parts()),
            "questions", suggestion.questions(),
            "by", suggestion.by()));
  }

  private static Map<String, String> keyed(Map<Part, String> parts) {
    return parts.entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().key(), Map.Entry::getValue));
  }

  /** The parts that were written, in a story that is the same otherwise. */
  static StoryText read(String written, StoryText now) {
    return now.withParts(parts(JSON.readTree(written)));
  }

  private static Optional<Suggestion> suggestion(String written) {
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode root = JSON.readTree(written);
      List<String> questions = new ArrayList<>();
      root.path("questions").forEach(question -> questions.add(question.asString("")));
      return Optional.of(
          new Suggestion(parts(root.path("parts")), questions, root.path("by").asString("")));
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  private static Map<Part, String> parts(JsonNode node) {
    var parts = new EnumMap<Part, String>(Part.class);
    for (Part part : Part.values()) {
      parts.put(part, node.path(part.key()).asString(""));
    }
    return parts;
  }
}
