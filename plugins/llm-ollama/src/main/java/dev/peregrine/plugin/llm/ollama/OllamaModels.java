package dev.peregrine.plugin.llm.ollama;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.llm.Model;
import dev.peregrine.llm.wire.Server;
import dev.peregrine.wire.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The models that Ollama has.
 *
 * @param asked the context that every question asks for, in tokens; 0 for none
 */
record OllamaModels(Server server, long asked) {

  /** Each costs a call; beyond it models are listed by their names only. */
  private static final int DETAILED = 30;

  List<Model> list() throws ExtensionException, InterruptedException {
    Json tags = server.get("/api/tags").at("models");
    if (!tags.isArray()) {
      throw server.notUnderstood();
    }
    var models = new ArrayList<Model>();
    for (Json tag : tags.items()) {
      Optional<String> name = tag.at("name").text().or(() -> tag.at("model").text());
      if (name.isPresent() && models.stream().noneMatch(each -> each.id().equals(name.get()))) {
        Json detail = models.size() < DETAILED ? detail(name.get()) : tag.at("none");
        if (answers(detail)) {
          models.add(model(name.get(), tag, detail));
        }
      }
    }
    return models;
  }

  /** What is not told costs nothing but itself. */
  private Json detail(String name) throws InterruptedException {
    try {
      return server.post("/api/show", new JsonObject().text("model", name));
    } catch (ExtensionException notTold) {
      server.context().log().log(System.Logger.Level.DEBUG, "Nothing is told of " + name);
      return server.context().json("{}");
    }
  }

  /** Not so those that only make vectors; older servers do not tell. */
  private static boolean answers(Json detail) {
    List<String> can = detail.at("capabilities").texts();
    return can.isEmpty() || can.contains("completion");
  }

  private Model model(String name, Json tag, Json detail) {
    Model model = Model.of(name);
    Optional<String> parameters = tag.at("details").at("parameter_size").text();
    if (parameters.isPresent()) {
      model = model.withName("%s (%s)".formatted(name, parameters.get()));
    }
    List<String> can = detail.at("capabilities").texts();
    if (!can.isEmpty()) {
      model = model.withImages(can.contains("vision"));
    }
    Optional<Long> bytes = positive(tag.at("size"));
    if (bytes.isPresent()) {
      model = model.withBytes(bytes.get());
    }
    long context = Math.min(trained(detail), asked > 0 ? asked : Integer.MAX_VALUE);
    return context == Integer.MAX_VALUE ? model : model.withContextTokens((int) context);
  }

  /** The longest context of the model, under a name that begins with its architecture. */
  private static long trained(Json detail) {
    Json info = detail.at("model_info");
    return info.names().stream()
        .filter(name -> name.endsWith(".context_length"))
        .flatMap(name -> positive(info.at(name)).stream())
        .findFirst()
        .orElse((long) Integer.MAX_VALUE);
  }

  private static Optional<Long> positive(Json number) {
    return number
        .number()
        .filter(each -> each.signum() > 0 && each.precision() - each.scale() < 18)
        .map(Number::longValue);
  }
}
