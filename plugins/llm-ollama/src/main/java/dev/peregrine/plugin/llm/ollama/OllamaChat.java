package dev.peregrine.plugin.llm.ollama;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpStream;
import dev.peregrine.api.Settings;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.llm.wire.Server;
import dev.peregrine.llm.wire.ServerFailure;
import dev.peregrine.wire.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One question to a model. */
record OllamaChat(Server server, CompletionRequest request) {

  static final String CONTEXT = "context-tokens";
  static final String KEEP = "keep-alive";
  static final String THINKING = "thinking";

  Completion answer(Consumer<String> tokens) throws ExtensionException, InterruptedException {
    try (HttpStream reply = server.stream("/api/chat", body())) {
      if (reply.status() != 200) {
        throw failure(server.failure(reply, model()));
      }
      return new ChatLines(server, reply, model()).read(tokens);
    }
  }

  private String model() {
    return request.model().orElseThrow();
  }

  /** Models without eyes are told in different words and statuses. */
  private ExtensionException failure(ServerFailure why) {
    String said = why.message().toLowerCase(Locale.ROOT);
    if (request.hasImages() && (said.contains("image") || said.contains("vision"))) {
      return new ExtensionException(
          Kind.UNSUPPORTED,
          "Model \"%s\" cannot see pictures. Choose one that can, such as moondream or llava."
              .formatted(model()));
    }
    return why.exception();
  }

  private JsonObject body() {
    Settings settings = server.context().settings();
    var body = new JsonObject().text("model", model()).objects("messages", messages());
    body.flag("stream", true).object("options", options(settings));
    request.jsonSchema().ifPresent(schema -> body.json("format", schema));
    settings.text(KEEP).ifPresent(time -> keep(body, time.strip()));
    if (settings.choice(THINKING).equals("off")) {
      body.flag("think", false);
    }
    return body;
  }

  /** A bare number is one of seconds, and has to be sent as a number. */
  private static void keep(JsonObject body, String time) {
    if (time.matches("-?\\d{1,9}")) {
      body.whole("keep_alive", Long.parseLong(time));
    } else {
      body.text("keep_alive", time);
    }
  }

  private JsonObject options(Settings settings) {
    var options = new JsonObject();
    long context = settings.whole(CONTEXT);
    if (context > 0) {
      options.whole("num_ctx", context);
    }
    request.maxTokens().ifPresent(most -> options.whole("num_predict", most));
    request.temperature().ifPresent(heat -> options.number("temperature", heat));
    if (!request.stopWords().isEmpty()) {
      options.texts("stop", request.stopWords());
    }
    return options;
  }

  private List<JsonObject> messages() {
    return request.messages().stream().map(OllamaChat::message).toList();
  }

  private static JsonObject message(Message message) {
    var json =
        new JsonObject()
            .text("role", message.role().name().toLowerCase(Locale.ROOT))
            .text("content", message.text());
    if (!message.images().isEmpty()) {
      json.texts("images", message.images().stream().map(OllamaChat::encoded).toList());
    }
    return json;
  }

  private static String encoded(Blob picture) {
    return Base64.getEncoder().encodeToString(picture.bytes());
  }
}
