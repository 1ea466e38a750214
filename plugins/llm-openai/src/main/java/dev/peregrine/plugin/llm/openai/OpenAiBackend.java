package dev.peregrine.plugin.llm.openai;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
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
import dev.peregrine.llm.wire.Dialect;
import dev.peregrine.llm.wire.SchemaForm;
import dev.peregrine.llm.wire.Server;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** OpenAI, and every server that speaks its protocol. */
public final class OpenAiBackend implements LlmBackend {

  static final String OPENAI = "api.openai.com";
  private static final String MODELS = "models";

  private static final About ABOUT =
      About.of(
              "openai",
              "OpenAI and compatible",
              "OpenAI, and any server that speaks its protocol: OpenRouter, Groq, Mistral, DeepSeek, Gemini, LM Studio, llama.cpp and many more.")
          .withHosts(OPENAI)
          // Providers limit by account and say so; a person waits for the first word.
          .withCallGap(Duration.ofMillis(1))
          .withHomepage("https://platform.openai.com/docs/overview")
          .withTerms(
              "Providers bill each request to the account of the key, and their terms say what they may do with what is sent.")
          .withSettings(
              new SettingSpec.Address(
                  "base-url",
                  "Server address",
                  "With the path before /chat/completions. https://openrouter.ai/api/v1, https://api.groq.com/openai/v1, https://api.mistral.ai/v1, https://api.deepseek.com/v1, https://generativelanguage.googleapis.com/v1beta/openai; LM Studio http://127.0.0.1:1234/v1, llama.cpp http://127.0.0.1:8080/v1.",
                  false,
                  Optional.of("https://" + OPENAI + "/v1")),
              new SettingSpec.Secret(
                  "api-key",
                  "Key",
                  "From the provider, such as platform.openai.com/api-keys. Servers of your own often need none.",
                  false),
              new SettingSpec.Texts(
                  MODELS,
                  "Models",
                  "To be offered instead of those that the server lists, the one to prefer first; for servers that list none.",
                  List.of()));

  @Override
  public LlmDescriptor descriptor() {
    return LlmDescriptor.of(
            ABOUT,
            Where.AT_ADDRESS,
            Capability.STREAMING,
            Capability.IMAGES,
            Capability.JSON_SCHEMA)
        .withAtOnce(4);
  }

  @Override
  public Health probe(LlmContext context) throws ExtensionException, InterruptedException {
    Server server = Server.withBearer(context);
    if (!context.settings().texts(MODELS).isEmpty()) {
      return Health.ready(
          "\"%s\" is asked for the models that you named.".formatted(server.host()));
    }
    int count = new ChatCompletions(server).models().size();
    return count == 0
        ? new Health(
            Health.State.MODEL_MISSING,
            "\"%s\" answers, but has no model. Load one there.".formatted(server.host()))
        : Health.ready(
            "\"%s\" answers, %d %s."
                .formatted(server.host(), count, count == 1 ? "model" : "models"));
  }

  @Override
  public List<Model> models(LlmContext context) throws ExtensionException, InterruptedException {
    List<String> named = context.settings().texts(MODELS);
    if (!named.isEmpty()) {
      return named.stream().map(Model::of).toList();
    }
    return new ListedModels(new ChatCompletions(Server.withBearer(context)).models()).list();
  }

  @Override
  public Completion complete(CompletionRequest request, LlmContext context, Consumer<String> tokens)
      throws ExtensionException, InterruptedException {
    Server server = Server.withBearer(context);
    // Compatible servers often know only the older name, and OpenAI's newer models only the newer.
    boolean newer = OPENAI.equals(server.base().getHost());
    return new ChatCompletions(server)
        .complete(request, Dialect.of(SchemaForm.STRICT, newer), tokens);
  }
}
