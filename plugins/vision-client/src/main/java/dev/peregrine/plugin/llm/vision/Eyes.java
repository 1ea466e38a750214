package dev.peregrine.plugin.llm.vision;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Health;
import dev.peregrine.api.llm.Model;
import dev.peregrine.llm.wire.ChatCompletions;
import dev.peregrine.llm.wire.Dialect;
import dev.peregrine.llm.wire.SchemaForm;
import dev.peregrine.llm.wire.Server;
import dev.peregrine.wire.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An Ollama that serves Moondream2, or another model with eyes, instead of the service of the
 * earlier Peregrine. Models without eyes that it has beside it are never asked.
 *
 * @see <a href="https://docs.ollama.com/api">its documentation</a>, read on 23 November 2026
 */
record Eyes(Server server) {

  /** Each costs a call. */
  private static final int LOOKED_AT = 30;

  /** Whether it is an Ollama that answers there. */
  boolean isThere() throws ExtensionException, InterruptedException {
    return server.status("/api/version") == 200;
  }

  Health probe() throws ExtensionException, InterruptedException {
    List<String> names = names();
    return names.isEmpty()
        ? new Health(Health.State.MODEL_MISSING, missing())
        : Health.ready(
            "%s at \"%s\", served by Ollama.".formatted(names.getFirst(), server.host()));
  }

  List<Model> models() throws ExtensionException, InterruptedException {
    return names().stream().map(name -> Model.of(name).withImages(true)).toList();
  }

  /** Asks the model that is named, where it is one with eyes, or else the first such. */
  Completion answer(CompletionRequest request, Consumer<String> tokens)
      throws ExtensionException, InterruptedException {
    List<String> names = names();
    String named = request.model().orElse("");
    String model =
        names.stream()
            .filter(name -> name.equals(named) || name.equals(named + ":latest"))
            .findFirst()
            .or(() -> names.stream().findFirst())
            .orElseThrow(() -> new ExtensionException(Kind.BAD_SETTINGS, missing()));
    return new ChatCompletions(server.at(server.base() + "/v1"))
        .complete(request.withModel(model), Dialect.of(SchemaForm.WORDS, false), tokens);
  }

  private String missing() {
    return "Ollama at \"%s\" has no model that sees pictures. Fetch one there: ollama pull moondream"
        .formatted(server.host());
  }

  private List<String> names() throws ExtensionException, InterruptedException {
    Json tags = server.get("/api/tags").at("models");
    if (!tags.isArray()) {
      throw server.notUnderstood();
    }
    var seeing = new ArrayList<String>();
    for (Json tag : tags.items().stream().limit(LOOKED_AT).toList()) {
      Optional<String> name = tag.at("name").text();
      if (name.isPresent() && sees(name.get())) {
        seeing.add(name.get());
      }
    }
    return seeing;
  }

  private boolean sees(String name) throws ExtensionException, InterruptedException {
    return server
        .post("/api/show", new JsonObject().text("model", name))
        .at("capabilities")
        .texts()
        .contains("vision");
  }
}
