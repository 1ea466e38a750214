package dev.peregrine.plugin.llm.anthropic;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpStream;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.llm.wire.EventLines;
import dev.peregrine.llm.wire.Server;
import dev.peregrine.llm.wire.ServerFailure;
import java.util.Optional;
import java.util.function.Consumer;

/** One question to a model. */
record Messages(Server server, CompletionRequest request) {

  Completion answer(Consumer<String> tokens) throws ExtensionException, InterruptedException {
    String model = request.model().orElseThrow();
    long longest = server.context().settings().whole(AnthropicBackend.LONGEST);
    Manner manner = Manner.FIRST;
    while (true) {
      MessageBody body = new MessageBody(request, manner, longest);
      try (HttpStream reply = server.stream("/v1/messages", body.json())) {
        if (reply.status() == 200) {
          return new MessageEvents(server, new EventLines(reply), model).read(tokens);
        }
        ServerFailure failure = server.failure(reply, model);
        Optional<Manner> other = manner.after(failure);
        if (other.isEmpty()) {
          throw failure.exception();
        }
        manner = other.get();
      }
    }
  }
}
