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

/** The vision service: one picture, one question. */
public final class VisionBackend implements LlmBackend {

  private static final String MODEL = "moondream2";

  private static final About ABOUT =
      About.of(
              "vision",
              "Vision service",
              "Looks at pictures, such as screenshots of an assessment: the Moondream2 service of the earlier Peregrine. It answers nothing else.")
          .withSettings(
              new SettingSpec.Address(
                  "base-url",
                  "Server address",
                  "Where the vision service runs.",
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
    return List.of(Model.of(model(server(context).get("/health"))).withImages(true));
  }

  @Override
  public Completion complete(CompletionRequest request, LlmContext context, Consumer<String> tokens)
      throws ExtensionException, InterruptedException {
    return new Look(server(context), request).answer(tokens);
  }

  private static String model(Json health) {
    return health.at("model").text().orElse(MODEL);
  }

  private static Server server(LlmContext context) {
    return Server.of(context, Map.of(), Optional.empty());
  }
}
