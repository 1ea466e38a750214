package dev.peregrine.host.stories;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model would tell, and what it would have to know for more.
 *
 * @param parts those that it has something for
 * @param questions to the person
 * @param by the person's name for the model
 */
public record Suggestion(Map<Part, String> parts, List<String> questions, String by) {

  public Suggestion {
    parts = Map.copyOf(parts);
    questions = List.copyOf(questions);
  }

  /** What is left when some parts are taken. */
  Suggestion without(Set<Part> taken) {
    var left = new HashMap<>(parts);
    left.keySet().removeAll(taken);
    return new Suggestion(left, questions, by);
  }

  /** Whether it says nothing. */
  boolean isEmpty() {
    return questions.isEmpty() && parts.values().stream().allMatch(String::isBlank);
  }

  /** Its text of a part; empty for none. */
  public String part(Part part) {
    return parts.getOrDefault(part, "");
  }
}
