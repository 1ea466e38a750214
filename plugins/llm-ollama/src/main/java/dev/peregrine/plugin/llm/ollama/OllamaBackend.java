package dev.peregrine.plugin.llm.ollama;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Health;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.LlmContext;
import dev.peregrine.api.llm.LlmDescriptor;
import dev.peregrine.api.llm.LlmDescriptor.Capability;
import dev.peregrine.api.llm.LlmDescriptor.Where;
import dev.peregrine.api.llm.Model;
import dev.peregrine.llm.wire.Server;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Ollama through its own interface.
 *
 * @see <a href="https://docs.ollama.com/api">its documentation</a>, read on 22 November 2026
 */
public final class OllamaBackend implements LlmBackend {

  private static final About ABOUT =
      About.of(
              "ollama",
              "Ollama",
              "Models on your own machine, run by Ollama. Nothing leaves it unless Ollama is elsewhere or the model is one of its cloud models.")
          .withHomepage("https://ollama.com")
          .withSettings(
              new SettingSpec.Address(
                  "base-url",
                  "Server address",
                  "Where Ollama runs; without /v1 at its end.",
                  false,
                  Optional.of("http://127.0.0.1:11434")),
              new SettingSpec.Whole(
                  OllamaChat.CONTEXT,
                  "Context, in tokens",
                  "How much the model reads and writes in one conversation. Ollama silently drops what is beyond it; more needs more memory. 0 leaves it to Ollama.",
                  8192,
                  0,
                  1_048_576),
              new SettingSpec.Text(
                  OllamaChat.KEEP,
                  "Keep the model loaded",
                  "How long after the last question, such as 10m or 1h; -1 is forever, 0 not at all. Blank leaves it to Ollama.",
                  false,
                  Optional.of("10m")),
              new SettingSpec.Choice(
                  OllamaChat.THINKING,
                  "Thinking",
                  "Models that think answer better and later. Their thoughts are never part of the answer.",
                  List.of(
                      new SettingSpec.Option("model", "As the model does by itself"),
                      new SettingSpec.Option("off", "Off, for quicker answers")),
                  "model"));

  @Override
  public LlmDescriptor descriptor() {
    return LlmDescriptor.of(
            ABOUT,
            Where.AT_ADDRESS,
            Capability.STREAMING,
            Capability.IMAGES,
            Capability.JSON_SCHEMA,
            Capability.PULL)
        .withAtOnce(1);
  }

  @Override
  public Health probe(LlmContext context) throws ExtensionException, InterruptedException {
    Server server = server(context);
    Optional<String> version = server.get("/api/version").at("version").text();
    if (version.isEmpty()) {
      throw server.notUnderstood();
    }
    Json models = server.get("/api/tags").at("models");
    int count = models.items().size();
    return count == 0
        ? new Health(
            Health.State.MODEL_MISSING,
            "Ollama %s runs, but has no model. Fetch one, such as llama3.2:3b."
                .formatted(version.get()))
        : Health.ready(
            "Ollama %s, %d %s.".formatted(version.get(), count, count == 1 ? "model" : "models"));
  }

  @Override
  public List<Model> models(LlmContext context) throws ExtensionException, InterruptedException {
    return new OllamaModels(server(context), context.settings().whole(OllamaChat.CONTEXT)).list();
  }

  @Override
  public Completion complete(CompletionRequest request, LlmContext context, Consumer<String> tokens)
      throws ExtensionException, InterruptedException {
    return new OllamaChat(server(context), request).answer(tokens);
  }

  @Override
  public void pull(String model, LlmContext context)
      throws ExtensionException, InterruptedException {
    new OllamaPull(server(context), model).run();
  }

  private static Server server(LlmContext context) {
    return Server.of(context, Map.of(), Optional.empty());
  }
}
