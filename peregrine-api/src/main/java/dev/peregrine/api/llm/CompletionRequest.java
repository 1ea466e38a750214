package dev.peregrine.api.llm;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a model is asked. Begin with {@link #of} and add to it.
 *
 * @param model id of the model to ask; always there when the host asks an {@link LlmBackend}, and
 *     normally empty towards an {@link Llm}, which knows the person's choice
 * @param messages the conversation: rules first if any, a message of the user last
 * @param maxTokens the longest answer, in tokens, 1 or more; empty: as long as the model likes
 * @param temperature how freely the model chooses its words, 0 to 2; empty: the model's own
 * @param jsonSchema text of a JSON Schema (draft 2020-12) that the answer is to obey, the answer
 *     then being JSON and nothing else
 * @param stopWords texts before which the answer ends, at most 4
 * @since 0.1
 */
public record CompletionRequest(
    Optional<String> model,
    List<Message> messages,
    OptionalInt maxTokens,
    OptionalDouble temperature,
    Optional<String> jsonSchema,
    List<String> stopWords) {

  public CompletionRequest {
    model = model.map(String::strip).filter(id -> !id.isEmpty());
    messages = List.copyOf(messages);
    if (messages.isEmpty() || messages.getLast().role() != Message.Role.USER) {
      throw new IllegalArgumentException("The last message of a request is not one of USER.");
    }
    if (maxTokens.isPresent() && maxTokens.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "Longest answer \"%d\" tokens: expected 1 or more.".formatted(maxTokens.getAsInt()));
    }
    if (temperature.isPresent()
        && !(temperature.getAsDouble() >= 0 && temperature.getAsDouble() <= 2)) {
      throw new IllegalArgumentException(
          "Temperature \"%s\": expected 0 to 2.".formatted(temperature.getAsDouble()));
    }
    Objects.requireNonNull(jsonSchema);
    stopWords = List.copyOf(stopWords);
    if (stopWords.size() > 4 || stopWords.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException(
          "Stop words \"%s\": expected at most 4, none of them empty.".formatted(stopWords));
    }
  }

  /** A conversation, with everything else left to the model. */
  public static CompletionRequest of(Message... messages) {
    return new CompletionRequest(
        Optional.empty(),
        List.of(messages),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        List.of());
  }

  /** This for another model. */
  public CompletionRequest withModel(String newModel) {
    return new CompletionRequest(
        Optional.of(newModel), messages, maxTokens, temperature, jsonSchema, stopWords);
  }

  /** This with another conversation. */
  public CompletionRequest withMessages(List<Message> newMessages) {
    return new CompletionRequest(model, newMessages, maxTokens, temperature, jsonSchema, stopWords);
  }

  /** This with another longest answer. */
  public CompletionRequest withMaxTokens(int newMaxTokens) {
    return new CompletionRequest(
        model, messages, OptionalInt.of(newMaxTokens), temperature, jsonSchema, stopWords);
  }

  /** This with another temperature. */
  public CompletionRequest withTemperature(double newTemperature) {
    return new CompletionRequest(
        model, messages, maxTokens, OptionalDouble.of(newTemperature), jsonSchema, stopWords);
  }

  /** This for an answer in JSON. */
  public CompletionRequest withJsonSchema(String newSchema) {
    return new CompletionRequest(
        model, messages, maxTokens, temperature, Optional.of(newSchema), stopWords);
  }

  /** This with other stop words. */
  public CompletionRequest withStopWords(String... newStopWords) {
    return new CompletionRequest(
        model, messages, maxTokens, temperature, jsonSchema, List.of(newStopWords));
  }

  /** Whether any message has a picture. */
  public boolean hasImages() {
    return messages.stream().anyMatch(message -> !message.images().isEmpty());
  }
}
