package dev.peregrine.plugin.llm.ollama;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpStream;
import dev.peregrine.api.Json;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.Completion.Stop;
import dev.peregrine.llm.wire.AnswerText;
import dev.peregrine.llm.wire.Counts;
import dev.peregrine.llm.wire.Server;
import java.util.Optional;
import java.util.function.Consumer;

/** An answer: JSON, one object a line, of which the last one says that it is. */
record ChatLines(Server server, HttpStream lines, String model) {

  Completion read(Consumer<String> tokens) throws ExtensionException, InterruptedException {
    var text = new AnswerText(tokens);
    boolean any = false;
    for (Optional<String> line = lines.line(); line.isPresent(); line = lines.line()) {
      if (line.get().isBlank()) {
        continue;
      }
      Json said = server.context().json(line.get());
      if (said.at("error").isPresent()) {
        throw server.failureWithin(said, model).exception();
      }
      Json message = said.at("message");
      boolean done = said.at("done").flag().orElse(false);
      if (!message.isObject() && !done) {
        throw server.notUnderstood();
      }
      any = true;
      message.at("content").verbatim().ifPresent(text::add);
      if (done) {
        return completion(said, text.whole(model));
      }
    }
    throw any ? server.brokenOff() : server.notUnderstood();
  }

  private Completion completion(Json last, String text) {
    return new Completion(
        text,
        last.at("model").text().orElse(model),
        Counts.of(last.at("prompt_eval_count")),
        Counts.of(last.at("eval_count")),
        stop(last.at("done_reason").text().orElse("")));
  }

  private static Stop stop(String reason) {
    return switch (reason) {
      case "stop", "" -> Stop.END;
      case "length" -> Stop.LENGTH;
      default -> Stop.OTHER;
    };
  }
}
