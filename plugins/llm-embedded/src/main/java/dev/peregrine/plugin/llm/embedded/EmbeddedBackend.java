package dev.peregrine.plugin.llm.embedded;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** llama.cpp within the program. */
public final class EmbeddedBackend implements LlmBackend {

  static final String FILES = "model-files";
  static final String CONTEXT = "context-tokens";
  static final String THREADS = "threads";

  private static final About ABOUT =
      About.of(
              "embedded",
              "Embedded (llama.cpp)",
              "A model in a GGUF file on this machine, run within Peregrine. No server is needed and nothing leaves the program; it stays in memory once it was asked.")
          .withHomepage("https://github.com/kherud/java-llama.cpp")
          .withSettings(
              new SettingSpec.Text(
                  FILES,
                  "Model file or folder",
                  "A file that ends in .gguf, or a folder with such files, such as /home/anna/models. It needs as much memory as the file is large.",
                  true,
                  Optional.empty()),
              new SettingSpec.Whole(
                  CONTEXT,
                  "Context, in tokens",
                  "How much the model reads and writes in one conversation; more needs more memory.",
                  4096,
                  512,
                  131_072),
              new SettingSpec.Whole(
                  THREADS, "Threads", "0 takes as many as there are processors.", 0, 0, 256));

  /** What was loaded is shared: it depends on the file only. */
  private final LoadedModel loaded = new LoadedModel();

  @Override
  public LlmDescriptor descriptor() {
    return LlmDescriptor.of(ABOUT, Where.IN_PROCESS, Capability.STREAMING, Capability.JSON_SCHEMA)
        .withAtOnce(1);
  }

  @Override
  public Health probe(LlmContext context) throws ExtensionException {
    List<ModelFile> files = ModelFile.in(context.settings());
    return files.isEmpty()
        ? new Health(
            Health.State.MODEL_MISSING, "The folder has no file that ends in .gguf. Put one there.")
        : Health.ready(
            files.size() == 1
                ? "\"%s\" is there.".formatted(files.getFirst().id())
                : "%d models are there.".formatted(files.size()));
  }

  @Override
  public List<Model> models(LlmContext context) throws ExtensionException {
    int tokens = (int) context.settings().whole(CONTEXT);
    return ModelFile.in(context.settings()).stream()
        .map(
            file ->
                Model.of(file.id())
                    .withImages(false)
                    .withBytes(file.bytes())
                    .withContextTokens(tokens))
        .toList();
  }

  @Override
  public Completion complete(CompletionRequest request, LlmContext context, Consumer<String> tokens)
      throws ExtensionException, InterruptedException {
    if (request.hasImages()) {
      throw new ExtensionException(
          Kind.UNSUPPORTED, "Models within Peregrine cannot see pictures. Ask another backend.");
    }
    ModelFile file = ModelFile.named(request.model().orElseThrow(), context.settings());
    return loaded.use(
        file, context.settings(), model -> new Talk(model, request, context).answer(tokens));
  }
}
