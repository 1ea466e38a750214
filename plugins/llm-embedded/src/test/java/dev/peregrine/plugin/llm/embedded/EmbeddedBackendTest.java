package dev.peregrine.plugin.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.Completion.Stop;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Health;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.Message;
import dev.peregrine.api.llm.Model;
import dev.peregrine.testkit.Answered;
import dev.peregrine.testkit.FakeLlmContext;
import dev.peregrine.testkit.LlmBackendContract;
import dev.peregrine.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBackendTest extends LlmBackendContract {

  /** One for all tests: the model stays in memory, as it does in the program. */
  private static final LlmBackend BACKEND = new EmbeddedBackend();

  @TempDir static Path folder;

  @BeforeAll
  static void writeModel() throws IOException {
    TinyModel.write(folder.resolve("tiny.gguf"));
  }

  @Override
  protected LlmBackend backend() {
    return BACKEND;
  }

  @Override
  protected String model() {
    return "tiny";
  }

  @Override
  protected FakeLlmContext context() {
    return context(folder);
  }

  private static FakeLlmContext context(Path files) {
    return new FakeLlmContext(
        BACKEND.descriptor(),
        Map.of("model-files", files.toString(), "context-tokens", "512", "threads", "1"),
        SettableClock.at("2026-11-22T09:00:00Z"),
        Duration.ofSeconds(60));
  }

  private CompletionRequest cold() {
    return request().withTemperature(0);
  }

  @Test
  void wordsArriveOneByOneUntilTheLimit() throws Exception {
    Answered answered = ask(cold().withMaxTokens(12));

    Completion completion = answered.completion().orElseThrow();
    assertThat(answered.pieces()).hasSizeGreaterThan(5);
    assertThat(completion.stop()).isEqualTo(Stop.LENGTH);
    assertThat(completion.outputTokens()).hasValue(12);
    assertThat(completion.inputTokens().orElse(0)).isGreaterThan(5);
  }

  @Test
  void theSameQuestionGetsTheSameAnswerWhereNothingIsLeftToChance() throws Exception {
    String first = ask(cold().withMaxTokens(8)).text();

    assertThat(ask(cold().withMaxTokens(8)).text()).isEqualTo(first);
  }

  @Test
  void anAnswerKeepsToTheSchema() throws Exception {
    Answered answered =
        ask(
            cold()
                .withMaxTokens(100)
                .withJsonSchema(
                    """
                    {"type":"object","properties":{"a":{"enum":["x"]}},
                     "required":["a"],"additionalProperties":false}
                    """));

    Json json = context().json(answered.text());
    assertThat(json.at("a").verbatim()).contains("x");
  }

  @Test
  void aStopWordEndsTheAnswer() throws Exception {
    List<String> pieces = ask(cold().withMaxTokens(60)).pieces();
    String word =
        pieces.stream()
            .map(String::strip)
            .filter(piece -> !piece.isEmpty() && !piece.equals(pieces.getFirst().strip()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("Nothing but " + pieces));

    String text = ask(cold().withMaxTokens(60).withStopWords(word)).text();

    assertThat(text).isNotBlank().doesNotContain(word);
  }

  @Test
  void anInterruptedAnswerStopsAndTheNextOneIsGiven() throws Exception {
    var first = new CountDownLatch(1);
    var thrown = new AtomicReference<@Nullable Throwable>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    backend().complete(cold(), context(), piece -> awaitInterrupt(first));
                  } catch (Throwable stopped) {
                    thrown.set(stopped);
                  }
                });
    assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();

    caller.interrupt();

    assertThat(caller.join(Duration.ofSeconds(60))).isTrue();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(ask(cold().withMaxTokens(3)).completion()).isPresent();
  }

  /** So small a model would be done before anybody can stop it. */
  private static void awaitInterrupt(CountDownLatch first) {
    first.countDown();
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void aQuestionLongerThanTheContextIsNotCut() throws Exception {
    Answered answered =
        ask(CompletionRequest.of(Message.user("Grüße ".repeat(600))).withModel(model()));

    assertThat(answered.why().kind()).isEqualTo(Kind.UNSUPPORTED);
  }

  @Test
  void aFolderOffersAllItsModels() throws Exception {
    assertThat(backend().models(context()).stream().map(Model::id)).containsExactly("tiny");
    assertThat(backend().models(context()).getFirst().bytes().orElse(0)).isGreaterThan(50_000);
    assertThat(backend().models(context(folder.resolve("tiny.gguf")))).hasSize(1);
  }

  @Test
  void anEmptyFolderIsNotReady(@TempDir Path empty) throws Exception {
    assertThat(backend().probe(context(empty)).state()).isEqualTo(Health.State.MODEL_MISSING);
  }

  @Test
  void whatIsNoModelIsRefused(@TempDir Path other) throws Exception {
    Files.writeString(other.resolve("page.gguf"), "<html>Not found</html>");
    Files.writeString(other.resolve("cut.gguf"), "GGUF\3\0\0\0");

    for (String id : List.of("page", "cut", "none")) {
      Answered answered = Answered.by(backend(), request().withModel(id), context(other));
      assertThat(answered.why().kind()).isEqualTo(Kind.BAD_SETTINGS);
      assertThat(answered.why()).hasMessageContaining(id);
    }
    assertThatExceptionOfType(ExtensionException.class)
        .isThrownBy(() -> backend().probe(context(other.resolve("nowhere.gguf"))))
        .withMessageContaining("nowhere.gguf");
  }
}
