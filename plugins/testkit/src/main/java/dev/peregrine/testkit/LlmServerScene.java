package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.llm.CompletionRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** What a contract needs to know of the server that a backend asks. */
abstract class LlmServerScene extends LlmBackendContract {

  /** Pieces of a good answer. */
  protected static final List<String> PIECES =
      List.of("Sehr geehrte Frau", " Müller,\n\n", "null", " 👩‍💻", " {\"a\": \"b\"} ", "Grüße.");

  private RecordedServer server = RecordedServer.start();

  /** The path below {@code base-url} at which the backend asks for an answer. */
  protected abstract String path();

  /**
   * A whole answer as the server sends it, written by you in its shape: one item for each piece of
   * text, then what ends it. A server that does not stream answers with one item.
   */
  protected abstract List<String> answer(List<String> pieces);

  /** The answer of the server to a failed request, with its own message. */
  protected abstract String failure(int status, String message);

  /** What the server answers to a model that it does not have. */
  protected abstract RecordedAnswer unknownModel(String model);

  /** Answers that the backend needs beside that to the request: its models, its health. */
  protected abstract void prepare(RecordedServer ready);

  /** What the server says its answers are. */
  protected abstract String contentType();

  /** A failure that the server reports within an answer that began well; where it does so. */
  protected Optional<String> failureWithin() {
    return Optional.empty();
  }

  /** Values of settings beside {@code base-url}; secrets are set already. */
  protected Map<String, String> settings() {
    return Map.of();
  }

  @Override
  protected String model() {
    return "falke:7b";
  }

  @BeforeEach
  final void startServer() {
    server.close();
    server = RecordedServer.start();
    prepare(server);
  }

  @AfterEach
  final void stopServer() {
    server.close();
  }

  /** The server of this test. */
  protected final RecordedServer server() {
    return server;
  }

  @Override
  protected final void prepareAnswer() {
    serve(good(PIECES));
  }

  @Override
  protected final FakeLlmContext context() {
    return context(Map.of());
  }

  /** A context with other settings. */
  protected final FakeLlmContext context(Map<String, String> more) {
    return context(more, Duration.ofSeconds(30));
  }

  final FakeLlmContext context(Map<String, String> more, Duration patience) {
    var values = new HashMap<>(settings());
    values.put("base-url", server.address().toString());
    for (SettingSpec spec : backend().descriptor().about().settings()) {
      if (spec instanceof SettingSpec.Secret) {
        values.putIfAbsent(spec.key(), secret(spec.key()));
      }
    }
    values.putAll(more);
    return new FakeLlmContext(
        backend().descriptor(), values, SettableClock.at("2026-11-22T09:00:00Z"), patience);
  }

  /** Serves an answer to each request. */
  protected final void serve(StreamedAnswer answer) {
    server.stream(path(), request -> answer);
  }

  /** Serves an answer to each request. */
  protected final void serve(RecordedAnswer answer) {
    server.answer(path(), answer);
  }

  /** A good answer of these pieces. */
  protected final StreamedAnswer good(List<String> pieces) {
    return StreamedAnswer.of(contentType(), answer(pieces));
  }

  /** Asks and checks what holds for every request. */
  final Answered answered(CompletionRequest request, FakeLlmContext context)
      throws InterruptedException {
    Answered answered = Answered.by(backend(), request, context);
    checkSecrets(answered, context);
    return answered;
  }

  final Answered answered() throws InterruptedException {
    return answered(request(), context());
  }

  final void checkSecrets(Answered answered, FakeLlmContext context) {
    for (SettingSpec spec : backend().descriptor().about().settings()) {
      if (spec instanceof SettingSpec.Secret) {
        String secret = secret(spec.key());
        assertThat(answered.toString() + answered.trace() + context.said())
            .as("what a person or a log would see")
            .doesNotContain(secret);
      }
    }
  }

  /** The value that every secret setting has in these tests. */
  protected static String secret(String key) {
    return "s3cret-" + key + "-9f8e7d";
  }

  /** The last request for an answer. */
  protected final RecordedRequest asked() {
    return server.requests().stream()
        .filter(request -> request.path().equals(path()))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("Nothing was asked at " + path()));
  }

  /** A dynamic test on a server of its own. */
  final DynamicTest test(String name, Executable body) {
    return DynamicTest.dynamicTest(
        name.substring(0, Math.min(name.length(), 60)),
        () -> {
          startServer();
          body.execute();
        });
  }
}
