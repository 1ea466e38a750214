package dev.peregrine.llm.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpStream;
import dev.peregrine.api.Json;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.wire.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Chat completions as OpenAI has them and many servers with it.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat">its documentation</a>, read on
 *     22 November 2026
 */
public record ChatCompletions(Server server) {

  private static final int TRIES = 6;

  /**
   * Asks a model.
   *
   * @param dialect how to ask first
   */
  public Completion complete(CompletionRequest request, Dialect dialect, Consumer<String> tokens)
      throws ExtensionException, InterruptedException {
    String model = request.model().orElseThrow();
    Dialect next = dialect;
    for (int tried = 1; ; tried++) {
      JsonObject body = new ChatRequest(request, next).body();
      try (HttpStream reply = server.stream("/chat/completions", body)) {
        if (reply.status() == 200) {
          return new ChatChunks(server, new EventLines(reply), model).read(tokens);
        }
        ServerFailure failure = server.failure(reply, model);
        Optional<Dialect> other = next.after(failure);
        if (other.isEmpty() || tried == TRIES) {
          throw failure.exception();
        }
        next = other.get();
      }
    }
  }

  /** The rows of the models that the server lists. */
  public List<Json> models() throws ExtensionException, InterruptedException {
    Json rows = server.get("/models").at("data");
    if (!rows.isArray()) {
      throw server.notUnderstood();
    }
    return rows.items().stream().filter(row -> row.at("id").text().isPresent()).toList();
  }
}
