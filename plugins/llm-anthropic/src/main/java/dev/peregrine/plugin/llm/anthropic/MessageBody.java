package dev.peregrine.plugin.llm.anthropic;

import dev.peregrine.api.Blob;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.api.llm.Message.Role;
import dev.peregrine.wire.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is sent.
 *
 * @param longest tokens of an answer where the request does not say it: the server insists on it
 */
record MessageBody(CompletionRequest request, Manner manner, long longest) {

  private static final String TOOL = "answer";

  JsonObject json() {
    var body =
        new JsonObject()
            .text("model", request.model().orElseThrow())
            .whole(
                "max_tokens",
                request.maxTokens().isPresent() ? request.maxTokens().getAsInt() : longest);
    String rules =
        request.messages().stream()
            .filter(message -> message.role() == Role.SYSTEM)
            .map(Message::text)
            .collect(Collectors.joining("\n\n"));
    if (!rules.isEmpty()) {
      body.text("system", rules);
    }
    body.objects("messages", turns()).flag("stream", true);
    if (manner.temperature()) {
      request.temperature().ifPresent(heat -> body.number("temperature", Math.min(1, heat)));
    }
    if (!request.stopWords().isEmpty()) {
      body.texts("stop_sequences", request.stopWords());
    }
    request.jsonSchema().ifPresent(schema -> shape(body, schema));
    return body;
  }

  private void shape(JsonObject body, String schema) {
    if (manner.format()) {
      var format = new JsonObject().text("type", "json_schema").json("schema", schema);
      body.object("output_config", new JsonObject().object("format", format));
      return;
    }
    var tool =
        new JsonObject()
            .text("name", TOOL)
            .text("description", "Gives the answer to the person.")
            .json("input_schema", schema);
    body.objects("tools", List.of(tool))
        .object("tool_choice", new JsonObject().text("type", "tool").text("name", TOOL));
  }

  private List<JsonObject> turns() {
    return request.messages().stream()
        .filter(message -> message.role() != Role.SYSTEM)
        .map(MessageBody::turn)
        .toList();
  }

  private static JsonObject turn(Message message) {
    var parts = new ArrayList<JsonObject>();
    message.images().forEach(picture -> parts.add(picture(picture)));
    if (!message.text().isBlank()) {
      parts.add(new JsonObject().text("type", "text").text("text", message.text()));
    }
    return new JsonObject()
        .text("role", message.role().name().toLowerCase(Locale.ROOT))
        .objects("content", parts);
  }

  private static JsonObject picture(Blob picture) {
    var source =
        new JsonObject()
            .text("type", "base64")
            .text("media_type", picture.mediaType())
            .plain("data", Base64.getEncoder().encodeToString(picture.bytes()));
    return new JsonObject().text("type", "image").object("source", source);
  }
}
