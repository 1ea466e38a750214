package dev.peregrine.llm.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.Completion.Stop;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** An answer that arrives in chunks. For one answer. */
final class ChatChunks {

  private final Server server;
  private final EventLines events;
  private final String asked;
  private final StringBuilder refusal = new StringBuilder();
  private boolean any;
  private String model;
  private Optional<Stop> stop = Optional.empty();
  private OptionalInt input = OptionalInt.empty();
  private OptionalInt output = OptionalInt.empty();

  ChatChunks(Server server, EventLines events, String asked) {
    this.server = server;
    this.events = events;
    this.asked = asked;
    this.model = asked;
  }

  Completion read(Consumer<String> tokens) throws ExtensionException, InterruptedException {
    var text = new AnswerText(tokens);
    boolean done = false;
    for (Optional<String> data = next(); data.isPresent(); data = next()) {
      if (data.get().equals("[DONE]")) {
        done = true;
        break;
      }
      take(server.context().json(data.get()), "delta", text);
    }
    if (!any) {
      // Some servers know no streaming and send the whole answer at once.
      take(server.context().json(events.plain()), "message", text);
    }
    if (!any) {
      throw server.notUnderstood();
    }
    if (!done && stop.isEmpty()) {
      throw server.brokenOff();
    }
    refuse(text);
    return new Completion(text.whole(asked), model, input, output, stop.orElse(Stop.OTHER));
  }

  /** Once the server said why it stops, the answer is whole, however the connection ends. */
  private Optional<String> next() throws ExtensionException, InterruptedException {
    try {
      return events.next();
    } catch (ExtensionException broken) {
      if (stop.isPresent() && broken.kind() == Kind.UNAVAILABLE) {
        return Optional.empty();
      }
      throw broken;
    }
  }

  private void take(Json chunk, String part, AnswerText text) throws ExtensionException {
    if (chunk.at("error").isPresent()) {
      throw server.failureWithin(chunk, asked).exception();
    }
    if (!chunk.isObject()) {
      throw server.notUnderstood();
    }
    if (!chunk.at("choices").isArray()) {
      return;
    }
    any = true;
    chunk.at("model").text().ifPresent(name -> model = name);
    usage(chunk.at("usage"));
    Json choice = chunk.at("choices").at(0);
    choice.at(part).at("content").verbatim().ifPresent(text::add);
    choice.at(part).at("refusal").verbatim().ifPresent(refusal::append);
    choice.at("finish_reason").text().ifPresent(reason -> stop = Optional.of(stop(reason, choice)));
  }

  private void usage(Json usage) {
    Counts.of(usage.at("prompt_tokens")).ifPresent(count -> input = OptionalInt.of(count));
    Counts.of(usage.at("completion_tokens")).ifPresent(count -> output = OptionalInt.of(count));
  }

  private void refuse(AnswerText text) throws ExtensionException {
    boolean declined = !refusal.isEmpty() || stop.equals(Optional.of(Stop.DECLINED));
    if (declined && text.isBlank()) {
      throw new ExtensionException(
          Kind.REFUSED,
          "Model \"%s\" declines this request. Word it differently, or ask another model."
              .formatted(asked));
    }
  }

  private static Stop stop(String reason, Json choice) {
    return switch (reason) {
      case "stop" -> choice.at("stop_reason").verbatim().isPresent() ? Stop.STOP_WORD : Stop.END;
      case "length" -> Stop.LENGTH;
      case "content_filter" -> Stop.DECLINED;
      default -> Stop.OTHER;
    };
  }
}
