package dev.peregrine.plugin.llm.vision;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpStream;
import dev.peregrine.api.Json;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.llm.wire.AnswerText;
import dev.peregrine.llm.wire.Server;
import dev.peregrine.wire.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One look at one picture. */
record Look(Server server, CompletionRequest request) {

  Completion answer(Consumer<String> tokens) throws ExtensionException, InterruptedException {
    Blob picture = picture();
    var body =
        new JsonObject()
            .text("prompt", prompt())
            .plain("image_base64", Base64.getEncoder().encodeToString(picture.bytes()));
    try (HttpStream reply = server.stream("/analyze", body)) {
      if (reply.status() == 404 && new Eyes(server).isThere()) {
        return new Eyes(server)
            .answer(request.withMessages(List.of(Message.user(prompt(), picture))), tokens);
      }
      if (reply.status() == 400 || reply.status() == 422) {
        throw new ExtensionException(
            Kind.UNSUPPORTED,
            "The vision service cannot read this picture. Save it as PNG or JPEG and try again.");
      }
      if (reply.status() != 200) {
        throw server.failure(reply, model()).exception();
      }
      return completion(read(reply), tokens);
    }
  }

  private Completion completion(Json said, Consumer<String> tokens) throws ExtensionException {
    if (said.at("error").isPresent()) {
      throw server.failureWithin(said, model()).exception();
    }
    Optional<String> text = said.at("text").verbatim();
    if (text.isEmpty()) {
      throw server.notUnderstood();
    }
    var answer = new AnswerText(tokens);
    answer.add(text.get());
    return Completion.of(answer.whole(model()), model());
  }

  /** Line by line, because then only silence is limited, and small machines look for minutes. */
  private Json read(HttpStream reply) throws ExtensionException, InterruptedException {
    var text = new StringBuilder();
    for (Optional<String> line = reply.line(); line.isPresent(); line = reply.line()) {
      text.append(line.get()).append('\n');
    }
    return server.context().json(text.toString());
  }

  private Blob picture() throws ExtensionException {
    List<Blob> pictures =
        request.messages().stream().flatMap(message -> message.images().stream()).toList();
    if (pictures.size() != 1) {
      throw new ExtensionException(
          Kind.UNSUPPORTED,
          "The vision service looks at one picture at a time, and this request has %s. Ask another model."
              .formatted(pictures.isEmpty() ? "none" : "" + pictures.size()));
    }
    return pictures.getFirst();
  }

  /** Rules and earlier turns are beyond the service; the question counts. */
  private String prompt() {
    Message question = request.messages().getLast();
    return question.text().isBlank() ? "Describe this picture." : question.text();
  }

  private String model() {
    return request.model().orElse("moondream2");
  }
}
