package dev.peregrine.plugin.llm.vision;

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

/** One picture, one question: the vision service, or an Ollama with a model that sees. */
public final class VisionBackend implements LlmBackend {

  private static final String MODEL = "moondream2";

  private static final About ABOUT =
      About.of(
              "vision",
              "Vision service",
              "Looks at pictures, such as screenshots of an assessment: a Moondream2 of your own, served by Ollama or by the service of the earlier Peregrine. It answers nothing else.")
          .withSettings(
              new SettingSpec.Address(
                  "base-url",
                  "Server address",
                  "Where it runs; that of an Ollama ends without /v1.",
                  false,
                  Optional.of("http://127.0.0.1:8002")));

  @Override
  public LlmDescriptor descriptor() {
    return LlmDescriptor.of(ABOUT, Where.AT_ADDRESS, Capability.IMAGES, Capability.IMAGES_ONLY)
        .withAtOnce(1);
  }

  /**
   * The service loads its model with the first question, and says {@code loading} until then: it
   * would answer all the same.
   */
  @Override
  public Health probe(LlmContext context) throws ExtensionException, InterruptedException {
    Server server = server(context);
    if (isOllama(server)) {
      return new Eyes(server).probe();
    }
    Json health = server.get("/health");
    Optional<String> status = health.at("status").text();
    if (status.isEmpty()) {
      throw server.notUnderstood();
    }
    boolean loaded = health.at("loaded").flag().orElse(status.get().equals("ok"));
    return Health.ready(
        "%s at \"%s\"%s."
            .formatted(
                model(health),
                server.host(),
                loaded ? "" : "; the first question takes longer, because it loads the model"));
  }

  @Override
  public List<Model> models(LlmContext context) throws ExtensionException, InterruptedException {
    Server server = server(context);
    return isOllama(server)
        ? new Eyes(server).models()
        : List.of(Model.of(model(server.get("/health"))).withImages(true));
  }

  @Override
  public Completion complete(CompletionRequest request, LlmContext context, Consumer<String> tokens)
      throws ExtensionException, InterruptedException {
    return new Look(server(context), request).answer(tokens);
  }

  private static boolean isOllama(Server server) throws ExtensionException, InterruptedException {
    return server.status("/health") == 404 && new Eyes(server).isThere();
  }

  private static String model(Json health) {
    return health.at("model").text().orElse(MODEL);
  }

  private static Server server(LlmContext context) {
    return Server.of(context, Map.of(), Optional.empty());
  }
}
