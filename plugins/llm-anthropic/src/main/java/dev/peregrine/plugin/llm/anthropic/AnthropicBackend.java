package dev.peregrine.plugin.llm.anthropic;

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
import dev.peregrine.llm.wire.ApiKey;
import dev.peregrine.llm.wire.Counts;
import dev.peregrine.llm.wire.Server;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Anthropic's messages.
 *
 * @see <a href="https://docs.anthropic.com/en/api/messages">their documentation</a>, read on 22
 *     November 2026
 */
public final class AnthropicBackend implements LlmBackend {

  static final String LONGEST = "max-tokens";
  private static final String VERSION = "2023-06-01";

  private static final About ABOUT =
      About.of(
              "anthropic",
              "Anthropic",
              "Claude models, run by Anthropic. What is asked goes to the provider.")
          .withHosts("api.anthropic.com")
          // Providers limit by account and say so; a person waits for the first word.
          .withCallGap(Duration.ofMillis(1))
          .withHomepage("https://docs.anthropic.com")
          .withTerms(
              "The provider bills each request to the account of the key, and its terms say what it may do with what is sent.")
          .withSettings(
              SettingSpec.baseUrl("https://api.anthropic.com"),
              new SettingSpec.Secret(
                  "api-key", "Key", "From console.anthropic.com, under API keys.", true),
              new SettingSpec.Whole(
                  LONGEST,
                  "Longest answer, in tokens",
                  "Where a question does not say it itself.",
                  8192,
                  1,
                  128_000));

  @Override
  public LlmDescriptor descriptor() {
    return LlmDescriptor.of(
            ABOUT,
            Where.AT_PROVIDER,
            Capability.STREAMING,
            Capability.IMAGES,
            Capability.JSON_SCHEMA)
        .withAtOnce(4);
  }

  @Override
  public Health probe(LlmContext context) throws ExtensionException, InterruptedException {
    List<Model> models = models(context);
    return models.isEmpty()
        ? Health.down("The key reaches no model. Look at console.anthropic.com.")
        : Health.ready("The key is good for %d models.".formatted(models.size()));
  }

  @Override
  public List<Model> models(LlmContext context) throws ExtensionException, InterruptedException {
    Server server = server(context);
    Json rows = server.get("/v1/models?limit=100").at("data");
    if (!rows.isArray()) {
      throw server.notUnderstood();
    }
    return rows.items().stream()
        .filter(row -> row.at("id").text().isPresent())
        .map(AnthropicBackend::model)
        .distinct()
        .toList();
  }

  @Override
  public Completion complete(CompletionRequest request, LlmContext context, Consumer<String> tokens)
      throws ExtensionException, InterruptedException {
    return new Messages(server(context), request).answer(tokens);
  }

  /** All of its models see pictures; newer servers say it of each. */
  private static Model model(Json row) {
    String id = row.at("id").text().orElseThrow();
    Optional<Boolean> images = row.at("capabilities").at("image_input").at("supported").flag();
    Model model =
        Model.of(id)
            .withName(row.at("display_name").text().orElse(id))
            .withImages(images.orElse(true));
    OptionalInt context = Counts.of(row.at("max_input_tokens"));
    return context.orElse(0) > 0 ? model.withContextTokens(context.getAsInt()) : model;
  }

  private static Server server(LlmContext context) throws ExtensionException {
    String key =
        ApiKey.of(context.settings())
            .orElseThrow(
                () ->
                    new ExtensionException(
                        Kind.BAD_SETTINGS,
                        "Anthropic needs a key. Enter the one from console.anthropic.com."));
    return Server.of(
        context, Map.of("x-api-key", key, "anthropic-version", VERSION), Optional.of(key));
  }
}
