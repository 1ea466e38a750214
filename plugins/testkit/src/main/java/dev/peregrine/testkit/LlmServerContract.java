package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Health;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.LlmDescriptor.Capability;
import dev.peregrine.api.llm.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LlmBackend} that asks a server keeps. An author extends it with a test class,
 * says where the backend asks and what the server's answers look like, and gets these tests.
 */
public abstract class LlmServerContract extends LlmServerTrouble {

  @Test
  void theServerAddressIsASetting() throws Exception {
    assertThat(backend().descriptor().about().settings())
        .anyMatch(spec -> spec.key().equals("base-url") && spec instanceof SettingSpec.Address);
    server().stream("/mirror" + path(), request -> good(PIECES));

    Answered answered =
        answered(request(), context(Map.of("base-url", server().address() + "/mirror/")));

    assertThat(answered.text()).isEqualTo(String.join("", PIECES));
    assertThat(server().requests()).allMatch(request -> request.path().startsWith("/mirror/"));
  }

  @Test
  void everyLetterArrivesAlsoInTornPieces() throws Exception {
    for (int size : new int[] {1, 2, 3, 7, 4096}) {
      serve(good(PIECES).torn(size));

      Answered answered = answered();

      assertThat(answered.text()).isEqualTo(String.join("", PIECES));
      assertThat(String.join("", answered.pieces())).isEqualTo(answered.text());
    }
  }

  @Test
  void piecesAreHandedOverBeforeTheAnswerIsWhole() throws Exception {
    if (!can(Capability.STREAMING)) {
      return;
    }
    StreamedAnswer gated = good(PIECES).gated();
    serve(gated);
    var early = new AtomicInteger();

    Answered answered =
        Answered.by(
            backend(),
            request(),
            context(),
            piece -> {
              early.incrementAndGet();
              gated.open();
            });

    assertThat(answered.text()).isEqualTo(String.join("", PIECES));
    assertThat(early.get()).isGreaterThan(1);
  }

  @Test
  void aLargePieceIsTaken() throws Exception {
    String large = "ü".repeat(200_000);
    serve(good(List.of("a", large)));

    assertThat(answered().text()).isEqualTo("a" + large);
  }

  @Test
  void theModelAndAllTurnsAreAsked() throws Exception {
    if (can(Capability.IMAGES_ONLY)) {
      return;
    }
    prepareAnswer();

    answered(
        CompletionRequest.of(
                Message.system("zq-rules \"quoted\""),
                Message.user("zq-first\nline"),
                Message.assistant("zq-earlier"),
                Message.user("zq-last 👩‍💻"))
            .withModel(model())
            .withTemperature(0.25)
            .withMaxTokens(321)
            .withStopWords("zq-stop"),
        context());

    String body = asked().body();
    assertThat(JsonView.read(body).isObject()).as("the request is JSON").isTrue();
    assertThat(body)
        .contains(model(), "zq-rules", "zq-first", "zq-earlier", "zq-last 👩‍💻")
        .contains("0.25", "321", "zq-stop");
  }

  @Test
  void aSchemaIsPassedOn() throws Exception {
    if (!can(Capability.JSON_SCHEMA)) {
      return;
    }
    serve(good(List.of("{\"zq_letter\":", " \"Grüße\"}")));
    String schema =
        "{\"type\":\"object\",\"properties\":{\"zq_letter\":{\"type\":\"string\"}},\"required\":[\"zq_letter\"]}";

    Answered answered = answered(request().withJsonSchema(schema), context());

    assertThat(answered.text()).isEqualTo("{\"zq_letter\": \"Grüße\"}");
    assertThat(asked().body().replaceAll("\\s", ""))
        .contains("\"zq_letter\":{\"type\":\"string\"}");
    assertThat(JsonView.read(asked().body()).isObject()).isTrue();
  }

  @Test
  void picturesAreSent() throws Exception {
    if (!can(Capability.IMAGES)) {
      return;
    }
    prepareAnswer();
    var second = new Blob("b.jpg", "image/jpeg", "zq-2".getBytes(StandardCharsets.UTF_8));

    Answered answered =
        answered(
            CompletionRequest.of(Message.user("Compare them.", PICTURE, second)).withModel(model()),
            context());

    if (answered.failure().map(ExtensionException::kind).orElse(null) == Kind.UNSUPPORTED) {
      assertThat(can(Capability.IMAGES_ONLY)).as("only a narrow service may take one").isTrue();
      return;
    }
    assertThat(answered.failure()).isEmpty();
    assertThat(asked().body())
        .containsSubsequence(encoded(PICTURE), encoded(second))
        .contains("Compare them.");
  }

  @Test
  void twentyCallsAtOnceGiveTheSame() throws Exception {
    LlmBackend backend = backend();
    prepareAnswer();
    var together = new CountDownLatch(20);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(
            threads.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return Answered.by(backend, request(), context()).text();
                }));
      }
      for (Future<String> call : calls) {
        assertThat(call.get(60, TimeUnit.SECONDS)).isEqualTo(String.join("", PIECES));
      }
    }
  }

  @Test
  void aServerThatIsNotThereIsUnavailableAndNotReady() throws Exception {
    FakeLlmContext context = context();
    server().close();

    assertThat(answered(request(), context).why().kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(probe(context)).isFalse();
  }

  @Test
  void somethingElseAtTheAddressIsNotReady() throws Exception {
    server().close();
    try (RecordedServer other = RecordedServer.start()) {
      assertThat(probe(context(Map.of("base-url", other.address().toString())))).isFalse();
    }
  }

  private boolean probe(FakeLlmContext context) throws InterruptedException {
    try {
      Health health = backend().probe(context);
      assertThat(health.text()).isNotBlank();
      return health.isReady();
    } catch (ExtensionException notReady) {
      assertThat(notReady.getMessage()).isNotBlank();
      return false;
    }
  }

  private static String encoded(Blob picture) {
    return Base64.getEncoder().encodeToString(picture.bytes());
  }
}
