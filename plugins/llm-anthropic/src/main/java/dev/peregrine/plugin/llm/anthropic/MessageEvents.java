package dev.peregrine.plugin.llm.anthropic;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.Completion.Stop;
import dev.peregrine.llm.wire.AnswerText;
import dev.peregrine.llm.wire.Counts;
import dev.peregrine.llm.wire.EventLines;
import dev.peregrine.llm.wire.Server;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** An answer that arrives in events. For one answer. */
final class MessageEvents {

  private final Server server;
  private final EventLines events;
  private final String asked;
  private String model;
  private boolean begun;
  private boolean ended;
  private Stop stop = Stop.OTHER;
  private OptionalInt input = OptionalInt.empty();
  private OptionalInt output = OptionalInt.empty();

  MessageEvents(Server server, EventLines events, String asked) {
    this.server = server;
    this.events = events;
    this.asked = asked;
    this.model = asked;
  }

  Completion read(Consumer<String> tokens) throws ExtensionException, InterruptedException {
    var text = new AnswerText(tokens);
    while (!ended) {
      Optional<String> data = events.next();
      if (data.isEmpty()) {
        throw early();
      }
      take(server.context().json(data.get()), text);
    }
    if (stop == Stop.DECLINED && text.isBlank()) {
      throw new ExtensionException(
          Kind.REFUSED,
          "Model \"%s\" declines this request. Word it differently, or ask another model."
              .formatted(asked));
    }
    return new Completion(text.whole(asked), model, input, output, stop);
  }

  private ExtensionException early() {
    if (begun) {
      return server.brokenOff();
    }
    Json plain = server.context().json(events.plain());
    return plain.at("error").isPresent()
        ? server.failureWithin(plain, asked).exception()
        : server.notUnderstood();
  }

  private void take(Json event, AnswerText text) throws ExtensionException {
    switch (event.at("type").text().orElse("")) {
      case "message_start" -> begin(event.at("message"));
      case "content_block_delta" -> piece(event.at("delta"), text);
      case "message_delta" -> {
        event.at("delta").at("stop_reason").text().ifPresent(reason -> stop = stop(reason));
        Counts.of(event.at("usage").at("output_tokens"))
            .ifPresent(count -> output = OptionalInt.of(count));
      }
      case "message_stop" -> ended = true;
      case "error" -> throw failure(event);
      case "" -> throw server.notUnderstood();
      default -> {
        // ping, content_block_start, content_block_stop, and what comes later
      }
    }
  }

  private void begin(Json message) {
    begun = true;
    message.at("model").text().ifPresent(name -> model = name);
    Json usage = message.at("usage");
    OptionalInt fresh = Counts.of(usage.at("input_tokens"));
    if (fresh.isPresent()) {
      input =
          OptionalInt.of(
              fresh.getAsInt()
                  + Counts.of(usage.at("cache_read_input_tokens")).orElse(0)
                  + Counts.of(usage.at("cache_creation_input_tokens")).orElse(0));
    }
  }

  /** Thoughts come as deltas of their own kind. */
  private static void piece(Json delta, AnswerText text) {
    switch (delta.at("type").text().orElse("")) {
      case "text_delta" -> delta.at("text").verbatim().ifPresent(text::add);
      case "input_json_delta" -> delta.at("partial_json").verbatim().ifPresent(text::add);
      default -> {
        // thinking_delta, signature_delta, citations_delta
      }
    }
  }

  private ExtensionException failure(Json event) {
    String type = event.at("error").at("type").text().orElse("");
    return type.equals("rate_limit_error")
        ? new ExtensionException(
            Kind.RATE_LIMITED,
            "\"%s\" asks for fewer requests. It is asked again later.".formatted(server.host()))
        : server.failureWithin(event, asked).exception();
  }

  private static Stop stop(String reason) {
    return switch (reason) {
      case "end_turn", "tool_use" -> Stop.END;
      case "stop_sequence" -> Stop.STOP_WORD;
      case "max_tokens", "model_context_window_exceeded" -> Stop.LENGTH;
      case "refusal" -> Stop.DECLINED;
      default -> Stop.OTHER;
    };
  }
}
