package dev.peregrine.plugin.llm.ollama;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpStream;
import dev.peregrine.api.Json;
import dev.peregrine.api.Progress;
import dev.peregrine.llm.wire.Server;
import dev.peregrine.wire.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Fetches a model, which Ollama does layer by layer; what it has of one it keeps. */
record OllamaPull(Server server, String model) {

  /** Checking a large layer takes minutes in which nothing is said. */
  private static final Duration SILENCE = Duration.ofMinutes(15);

  void run() throws ExtensionException, InterruptedException {
    String body = new JsonObject().text("model", model).flag("stream", true).toString();
    HttpCall call =
        HttpCall.postJson(URI.create(server.base() + "/api/pull"), body).withTimeout(SILENCE);
    try (HttpStream reply = server.context().http().stream(call)) {
      if (reply.status() != 200) {
        throw notFetched(server.failure(reply, model).message());
      }
      follow(reply);
    }
  }

  private void follow(HttpStream reply) throws ExtensionException, InterruptedException {
    var layers = new HashMap<String, Layer>();
    for (Optional<String> line = reply.line(); line.isPresent(); line = reply.line()) {
      Json said = server.context().json(line.get());
      if (said.at("error").isPresent()) {
        throw notFetched(server.failureWithin(said, model).message());
      }
      String status = said.at("status").text().orElse("");
      if (status.equals("success")) {
        return;
      }
      tell(status, said, layers);
    }
    throw server.brokenOff();
  }

  private void tell(String status, Json said, Map<String, Layer> layers) {
    Progress progress = server.context().progress();
    Optional<String> digest = said.at("digest").text();
    if (digest.isEmpty()) {
      progress.step(status.isEmpty() ? "Fetching" : status);
      return;
    }
    layers.put(digest.get(), new Layer(bytes(said, "completed"), bytes(said, "total")));
    long done = layers.values().stream().mapToLong(Layer::done).sum();
    long total = layers.values().stream().mapToLong(Layer::total).sum();
    progress.step("Fetching " + model);
    progress.of(Math.min(done, total), total);
  }

  private ExtensionException notFetched(String said) {
    return new ExtensionException(
        said.contains("does not exist") || said.contains("not found") || said.contains("invalid")
            ? Kind.BAD_SETTINGS
            : Kind.UNAVAILABLE,
        "Model \"%s\" could not be fetched%s. Check its name at ollama.com/library, and the space and connection of the server."
            .formatted(model, said.isEmpty() ? "" : ": \"%s\"".formatted(said)));
  }

  private static long bytes(Json said, String name) {
    return said.at(name)
        .number()
        .filter(each -> each.signum() > 0)
        .map(Number::longValue)
        .orElse(0L);
  }

  private record Layer(long done, long total) {}
}
