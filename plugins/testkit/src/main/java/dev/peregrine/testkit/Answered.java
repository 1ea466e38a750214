package dev.peregrine.testkit;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.LlmContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What came of one request.
 *
 * @param pieces what was handed over, in order
 * @param completion where it went well
 * @param failure where it did not
 */
public record Answered(
    List<String> pieces, Optional<Completion> completion, Optional<ExtensionException> failure) {

  /** Asks a backend. */
  public static Answered by(LlmBackend backend, CompletionRequest request, LlmContext context)
      throws InterruptedException {
    return by(backend, request, context, piece -> {});
  }

  /** The same, with an ear for the pieces. */
  static Answered by(
      LlmBackend backend, CompletionRequest request, LlmContext context, Consumer<String> ear)
      throws InterruptedException {
    var pieces = new CopyOnWriteArrayList<String>();
    try {
      Completion completion =
          backend.complete(request, context, ((Consumer<String>) pieces::add).andThen(ear));
      return new Answered(List.copyOf(pieces), Optional.of(completion), Optional.empty());
    } catch (ExtensionException failed) {
      return new Answered(List.copyOf(pieces), Optional.empty(), Optional.of(failed));
    }
  }

  /** Has a backend fetch a model. */
  public static Answered pulling(LlmBackend backend, String model, LlmContext context)
      throws InterruptedException {
    try {
      backend.pull(model, context);
      return new Answered(List.of(), Optional.empty(), Optional.empty());
    } catch (ExtensionException failed) {
      return new Answered(List.of(), Optional.empty(), Optional.of(failed));
    }
  }

  /** The failure that there has to be. */
  public ExtensionException why() {
    return failure.orElseThrow(
        () -> new AssertionError("A failure was expected, but there is an answer: " + completion));
  }

  /** The text that there has to be. */
  public String text() {
    return completion
        .map(Completion::text)
        .orElseThrow(() -> new AssertionError("No answer", failure.orElse(null)));
  }

  /** All that a person or a log would see of the failure. */
  String trace() {
    var text = new StringWriter();
    failure.ifPresent(why -> why.printStackTrace(new PrintWriter(text)));
    return text.toString();
  }
}
