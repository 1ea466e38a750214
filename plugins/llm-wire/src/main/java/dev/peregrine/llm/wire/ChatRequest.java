package dev.peregrine.llm.wire;

import dev.peregrine.api.Blob;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.wire.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** The body of a request for a chat completion. */
record ChatRequest(CompletionRequest request, Dialect dialect) {

  JsonObject body() {
    var body =
        new JsonObject()
            .text("model", request.model().orElseThrow())
            .objects("messages", messages())
            .flag("stream", true);
    if (dialect.usage()) {
      body.object("stream_options", new JsonObject().flag("include_usage", true));
    }
    String limit = dialect.completionTokens() ? "max_completion_tokens" : "max_tokens";
    request.maxTokens().ifPresent(most -> body.whole(limit, most));
    if (dialect.temperature()) {
      request.temperature().ifPresent(heat -> body.number("temperature", heat));
    }
    if (!request.stopWords().isEmpty()) {
      body.texts("stop", request.stopWords());
    }
    request.jsonSchema().ifPresent(schema -> shape(body, schema));
    return body;
  }

  private void shape(JsonObject body, String schema) {
    switch (dialect.schema()) {
      case STRICT -> body.object("response_format", named(schema, true));
      case LOOSE -> body.object("response_format", named(schema, false));
      case STRUCTURED_OUTPUTS ->
          body.object("structured_outputs", new JsonObject().json("json", schema));
      case GUIDED_JSON -> body.json("guided_json", schema);
      case ANY_JSON -> body.object("response_format", new JsonObject().text("type", "json_object"));
      case WORDS -> {
        // It stands in the messages.
      }
    }
  }

  private static JsonObject named(String schema, boolean strict) {
    var named = new JsonObject().text("name", "answer").flag("strict", strict);
    return new JsonObject()
        .text("type", "json_schema")
        .object("json_schema", named.json("schema", schema));
  }

  private List<JsonObject> messages() {
    var messages = new ArrayList<JsonObject>();
    if (dialect.schema().isInWords()) {
      request.jsonSchema().ifPresent(schema -> messages.add(words(schema)));
    }
    request.messages().forEach(message -> messages.add(message(message)));
    return messages;
  }

  private static JsonObject words(String schema) {
    return new JsonObject()
        .text("role", "system")
        .text("content", "Answer with JSON and nothing else. It obeys this JSON Schema: " + schema);
  }

  private static JsonObject message(Message message) {
    var json = new JsonObject().text("role", message.role().name().toLowerCase(Locale.ROOT));
    if (message.images().isEmpty()) {
      return json.text("content", message.text());
    }
    var parts = new ArrayList<JsonObject>();
    if (!message.text().isBlank()) {
      parts.add(new JsonObject().text("type", "text").text("text", message.text()));
    }
    message.images().forEach(picture -> parts.add(picture(picture)));
    return json.objects("content", parts);
  }

  private static JsonObject picture(Blob picture) {
    String data = Base64.getEncoder().encodeToString(picture.bytes());
    String address = "data:%s;base64,%s".formatted(picture.mediaType(), data);
    return new JsonObject()
        .text("type", "image_url")
        .object("image_url", new JsonObject().plain("url", address));
  }
}
