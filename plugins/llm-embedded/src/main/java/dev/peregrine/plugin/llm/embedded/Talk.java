package dev.peregrine.plugin.llm.embedded;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.Pair;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.Completion.Stop;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.LlmContext;
import dev.peregrine.api.llm.Message;
import dev.peregrine.api.llm.Message.Role;
import dev.peregrine.llm.wire.AnswerText;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One question to the model. */
record Talk(LlamaModel model, CompletionRequest request, LlmContext context) {

  Completion answer(Consumer<String> tokens) throws ExtensionException, InterruptedException {
    try {
      InferenceParameters asked = parameters();
      int read = model.encode(model.applyTemplate(asked)).length;
      int room = (int) context.settings().whole(EmbeddedBackend.CONTEXT) - read;
      if (room < 1) {
        throw new ExtensionException(
            Kind.UNSUPPORTED,
            "The request has %d tokens, more than the context of model \"%s\". Shorten it, or enlarge the context in the settings."
                .formatted(read, name()));
      }
      return write(asked, Math.min(room, request.maxTokens().orElse(room)), read, tokens);
    } catch (RuntimeException failed) {
      throw LlamaFailure.of(
          failed,
          Kind.UNAVAILABLE,
          "Model \"%s\" could not answer. Try again, or another model.".formatted(name()));
    }
  }

  private Completion write(
      InferenceParameters asked, int longest, int read, Consumer<String> tokens)
      throws ExtensionException, InterruptedException {
    var text = new AnswerText(tokens);
    int written = 0;
    LlamaIterator pieces = (LlamaIterator) model.generate(asked.setNPredict(longest)).iterator();
    while (pieces.hasNext()) {
      if (Thread.interrupted()) {
        pieces.cancel();
        throw new InterruptedException();
      }
      text.add(pieces.next().text);
      written++;
    }
    // The last piece only says that it is the last.
    int said = Math.max(0, written - 1);
    return Completion.of(text.whole(name()), name())
        .withTokens(read, said)
        .withStop(said >= longest ? Stop.LENGTH : Stop.END);
  }

  private InferenceParameters parameters() throws ExtensionException {
    String rules =
        request.messages().stream()
            .filter(message -> message.role() == Role.SYSTEM)
            .map(Message::text)
            .collect(Collectors.joining("\n\n"));
    var asked = new InferenceParameters("").setMessages(rules, turns()).setUseChatTemplate(true);
    request.temperature().ifPresent(heat -> asked.setTemperature((float) heat));
    if (!request.stopWords().isEmpty()) {
      asked.setStopStrings(request.stopWords().toArray(String[]::new));
    }
    if (request.jsonSchema().isPresent()) {
      asked.setGrammar(grammar(request.jsonSchema().get()));
    }
    return asked;
  }

  private String grammar(String schema) throws ExtensionException {
    try {
      return LlamaModel.jsonSchemaToGrammar(schema);
    } catch (RuntimeException unfit) {
      throw LlamaFailure.of(
          unfit,
          Kind.UNSUPPORTED,
          "Model \"%s\" cannot be kept to the shape that is asked for. Ask another backend."
              .formatted(name()));
    }
  }

  private List<Pair<String, String>> turns() {
    return request.messages().stream()
        .filter(message -> message.role() != Role.SYSTEM)
        .map(message -> new Pair<>(message.role().name().toLowerCase(Locale.ROOT), message.text()))
        .toList();
  }

  private String name() {
    return request.model().orElseThrow();
  }
}
