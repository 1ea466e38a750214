package dev.peregrine.plugin.llm.vllm;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
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
import dev.peregrine.llm.wire.ChatCompletions;
import dev.peregrine.llm.wire.Counts;
import dev.peregrine.llm.wire.Dialect;
import dev.peregrine.llm.wire.SchemaForm;
import dev.peregrine.llm.wire.Server;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * vLLM.
 *
 * @see <a href="https://docs.vllm.ai/en/latest/features/structured_outputs/">how it keeps answers
 *     in shape</a>, read on 22 November 2026
 */
public final class VllmBackend implements LlmBackend {

  private static final String AUTO = "__auto__";
  private static final String SHAPE = "json-answers";

  private static final About ABOUT =
      About.of(
              "vllm",
              "vLLM",
              "Models that vLLM serves on your own machines. It serves one model; that one is asked.")
          .withHomepage("https://docs.vllm.ai")
          .withSettings(
              new SettingSpec.Address(
                  "base-url",
                  "Server address",
                  "Where vLLM serves, with /v1 at its end.",
                  false,
                  Optional.of("http://127.0.0.1:8000/v1")),
              new SettingSpec.Secret(
                  "api-key", "Key", "Only where vLLM was started with --api-key.", false),
              new SettingSpec.Choice(
                  SHAPE,
                  "JSON answers",
                  "How vLLM is told the shape of an answer. The first way works with all versions.",
                  List.of(
                      new SettingSpec.Option("loose", "response_format, all versions"),
                      new SettingSpec.Option(
                          "structured_outputs", "structured_outputs, since 0.10.2"),
                      new SettingSpec.Option("guided_json", "guided_json, before 0.12")),
                  "loose"));

  @Override
  public LlmDescriptor descriptor() {
    return LlmDescriptor.of(
            ABOUT,
            Where.AT_ADDRESS,
            Capability.STREAMING,
            Capability.IMAGES,
            Capability.JSON_SCHEMA)
        .withAtOnce(8);
  }

  @Override
  public Health probe(LlmContext context) throws ExtensionException, InterruptedException {
    Server server = Server.withBearer(context);
    int status = atRoot(server).status("/health");
    if (status == 503) {
      return new Health(
          Health.State.LOADING, "vLLM at \"%s\" is not ready yet.".formatted(server.host()));
    }
    if (status != 200) {
      return Health.down(
          "\"%s\" answered with status %d, expected vLLM's 200. Check the address."
              .formatted(server.host(), status));
    }
    return Health.ready(
        "vLLM at \"%s\" serves %s.".formatted(server.host(), first(models(context), server)));
  }

  @Override
  public List<Model> models(LlmContext context) throws ExtensionException, InterruptedException {
    return new ChatCompletions(Server.withBearer(context))
        .models().stream().map(VllmBackend::model).toList();
  }

  @Override
  public Completion complete(CompletionRequest request, LlmContext context, Consumer<String> tokens)
      throws ExtensionException, InterruptedException {
    Server server = Server.withBearer(context);
    boolean auto = request.model().filter(model -> !model.equals(AUTO)).isEmpty();
    CompletionRequest asked = auto ? request.withModel(first(models(context), server)) : request;
    var shape = SchemaForm.valueOf(context.settings().choice(SHAPE).toUpperCase(Locale.ROOT));
    return new ChatCompletions(server).complete(asked, Dialect.of(shape, false), tokens);
  }

  private static String first(List<Model> models, Server server) throws ExtensionException {
    return models.stream()
        .map(Model::id)
        .findFirst()
        .orElseThrow(
            () ->
                new ExtensionException(
                    Kind.UNAVAILABLE,
                    "vLLM at \"%s\" serves no model. Start it with one.".formatted(server.host())));
  }

  private static Model model(Json row) {
    Model model = Model.of(row.at("id").text().orElseThrow());
    OptionalInt context = Counts.of(row.at("max_model_len"));
    return context.orElse(0) > 0 ? model.withContextTokens(context.getAsInt()) : model;
  }

  /** Its health lies beside the protocol's part, not below it. */
  private static Server atRoot(Server server) {
    return server.at(server.base().toString().replaceFirst("/v1$", ""));
  }
}
