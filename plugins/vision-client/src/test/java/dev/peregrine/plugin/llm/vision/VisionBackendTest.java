package dev.peregrine.plugin.llm.vision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.Message;
import dev.peregrine.testkit.Answered;
import dev.peregrine.testkit.LlmServerContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedServer;
import dev.peregrine.testkit.StreamedAnswer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VisionBackendTest extends LlmServerContract {

  @Override
  protected LlmBackend backend() {
    return new VisionBackend();
  }

  @Override
  protected String path() {
    return "/analyze";
  }

  @Override
  protected String contentType() {
    return "application/json";
  }

  @Override
  protected List<String> answer(List<String> pieces) {
    return List.of("{\"text\":%s}".formatted(Json.quoted(String.join("", pieces))));
  }

  @Override
  protected String failure(int status, String message) {
    return "{\"detail\":%s}".formatted(Json.quoted(message));
  }

  @Override
  protected RecordedAnswer unknownModel(String model) {
    return RecordedAnswer.json(failure(404, "model " + model)).withStatus(404);
  }

  @Override
  protected String model() {
    return "moondream2";
  }

  @Override
  protected void prepare(RecordedServer ready) {
    health(ready, "{\"status\":\"ok\",\"model\":\"moondream2\",\"gpu\":true,\"loaded\":true}");
  }

  private static void health(RecordedServer server, String health) {
    server.answer("/health", RecordedAnswer.json(health));
  }

  @Test
  void aServiceThatHasNotLoadedItsModelYetIsReadyAndSaysSo() throws Exception {
    health(server(), "{\"status\":\"loading\",\"model\":\"moondream2\",\"loaded\":false}");

    var health = backend().probe(context());

    assertThat(health.isReady()).isTrue();
    assertThat(health.text()).contains("first question takes longer");
  }

  @Test
  void aQuestionWithoutAPictureIsNotAsked() throws Exception {
    Answered answered = ask(CompletionRequest.of(Message.user("Hallo")).withModel(model()));

    assertThat(answered.why().kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(server().requests()).isEmpty();
  }

  @Test
  void theQuestionAndThePictureAreSent() throws Exception {
    prepareAnswer();

    ask(
        CompletionRequest.of(
                Message.system("Be brief."),
                Message.user("Which is \"right\"?", new Blob("", "image/png", new byte[] {1, 2})))
            .withModel(model()));

    assertThat(asked().body())
        .isEqualTo("{\"prompt\":\"Which is \\\"right\\\"?\",\"image_base64\":\"AQI=\"}");
  }

  @Test
  void aPictureThatItCannotReadIsNoFaultOfTheService() throws Exception {
    serve(RecordedAnswer.json(failure(400, "undecodable")).withStatus(400));

    assertThat(ask(request()).why().kind()).isEqualTo(Kind.UNSUPPORTED);
  }

  /** An Ollama that has a model without eyes, too, as one that writes letters has. */
  private void ollama(String... models) {
    server()
        .answer("/health", RecordedAnswer.status(404))
        .answer("/api/version", RecordedAnswer.json("{\"version\":\"0.13.0\"}"))
        .answer(
            "/api/tags",
            RecordedAnswer.json(
                "{\"models\":[%s]}"
                    .formatted(
                        Stream.of(models)
                            .map(name -> "{\"name\":%s}".formatted(Json.quoted(name)))
                            .collect(Collectors.joining(",")))))
        .answer(
            "/api/show",
            asked ->
                RecordedAnswer.json(
                    asked.body().contains("moondream")
                        ? "{\"capabilities\":[\"completion\",\"vision\"]}"
                        : "{\"capabilities\":[\"completion\"]}"))
        .stream(
            "/v1/chat/completions",
            asked ->
                StreamedAnswer.of(
                    "text/event-stream",
                    List.of(
                        "data: {\"choices\":[{\"delta\":{\"content\":\"B is\"}}]}\n\n",
                        "data: {\"choices\":[{\"delta\":{\"content\":\" right.\"},\"finish_reason\":\"stop\"}]}\n\n",
                        "data: [DONE]\n\n")));
  }

  @Test
  void anOllamaWithMoondreamIsAskedInItsOwnWay() throws Exception {
    ollama("llama3.2:3b", "moondream:latest");

    assertThat(backend().probe(context()).text()).contains("moondream:latest", "Ollama");
    assertThat(backend().models(context()))
        .extracting(model -> model.id())
        .containsExactly("moondream:latest");
    Answered answered =
        ask(
            CompletionRequest.of(
                    Message.system("Be brief."),
                    Message.user("Which one?", new Blob("", "image/png", new byte[] {1, 2})))
                .withModel("moondream2"));

    assertThat(answered.text()).isEqualTo("B is right.");
    assertThat(server().requests().getLast().path()).isEqualTo("/v1/chat/completions");
    assertThat(server().requests().getLast().body())
        .contains("\"moondream:latest\"", "Which one?", "data:image/png;base64,AQI=")
        .doesNotContain("llama", "Be brief.");
  }

  @Test
  void anOllamaWithoutAModelThatSeesSaysWhatToFetch() throws Exception {
    ollama("llama3.2:3b");

    assertThat(backend().probe(context()).isReady()).isFalse();
    assertThat(backend().probe(context()).text()).contains("ollama pull moondream");
    ExtensionException why =
        ask(CompletionRequest.of(Message.user("Which?", new Blob("", "image/png", new byte[] {1})))
                .withModel(model()))
            .why();
    assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(why).hasMessageContaining("ollama pull moondream");
  }
}
