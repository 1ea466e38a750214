package dev.peregrine.plugin.llm.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Blob;
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
import dev.peregrine.testkit.LlmServerContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedServer;
import dev.peregrine.testkit.StreamedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OllamaBackendTest extends LlmServerContract {

  @Override
  protected LlmBackend backend() {
    return new OllamaBackend();
  }

  @Override
  protected String path() {
    return "/api/chat";
  }

  @Override
  protected String contentType() {
    return "application/x-ndjson";
  }

  @Override
  protected List<String> answer(List<String> pieces) {
    var lines = new ArrayList<String>();
    for (String piece : pieces) {
      lines.add(line("\"content\":" + Json.quoted(piece), "\"done\":false"));
    }
    lines.add(
        line(
            "\"content\":\"\"",
            "\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":26,\"eval_count\":7"));
    return lines;
  }

  private String line(String message, String rest) {
    return """
        {"model":"%s","created_at":"2026-11-22T09:00:00Z","message":{"role":"assistant",%s},%s}
        """
        .formatted(model(), message, rest);
  }

  @Override
  protected String failure(int status, String message) {
    return "{\"error\":%s}".formatted(Json.quoted(message));
  }

  @Override
  protected Optional<String> failureWithin() {
    return Optional.of("{\"error\":\"the runner has stopped\"}\n");
  }

  @Override
  protected RecordedAnswer unknownModel(String model) {
    return RecordedAnswer.json(failure(404, "model '%s' not found".formatted(model)))
        .withStatus(404);
  }

  @Override
  protected void prepare(RecordedServer ready) {
    ready.answer("/api/version", RecordedAnswer.json("{\"version\":\"0.12.3\"}"));
    ready.answer(
        "/api/tags",
        RecordedAnswer.json(
            """
            {"models":[
              {"name":"falke:7b","size":4700000000,"details":{"parameter_size":"7.6B"}},
              {"name":"vektor:latest","size":270000000},
              {"name":"auge:1b","size":1700000000},
              {"size":17}
            ]}
            """));
    ready.answer(
        "/api/show",
        request ->
            RecordedAnswer.json(
                request.body().contains("vektor")
                    ? "{\"capabilities\":[\"embedding\"]}"
                    : request.body().contains("auge")
                        ? "{\"capabilities\":[\"completion\",\"vision\"],\"model_info\":{\"auge.context_length\":2048}}"
                        : "{\"capabilities\":[\"completion\"],\"model_info\":{\"falke.context_length\":131072}}"));
  }

  @Test
  void theAnswerSaysWhoAnsweredAndHowMuchItTook() throws Exception {
    prepareAnswer();

    Completion completion = ask(request()).completion().orElseThrow();

    assertThat(completion.model()).isEqualTo("falke:7b");
    assertThat(completion.inputTokens()).hasValue(26);
    assertThat(completion.outputTokens()).hasValue(7);
    assertThat(completion.stop()).isEqualTo(Stop.END);
  }

  @Test
  void anAnswerThatIsCutOffSaysSo() throws Exception {
    serve(
        StreamedAnswer.of(
            contentType(),
            List.of(line("\"content\":\"Sehr\"", "\"done\":true,\"done_reason\":\"length\""))));

    assertThat(ask(request()).completion().orElseThrow().stop()).isEqualTo(Stop.LENGTH);
  }

  @Test
  void thoughtsAreNoPartOfTheAnswer() throws Exception {
    serve(
        StreamedAnswer.of(
            contentType(),
            List.of(
                line("\"content\":\"\",\"thinking\":\"zq-thought\"", "\"done\":false"),
                line("\"content\":\"<thi\"", "\"done\":false"),
                line("\"content\":\"nk>zq-thought</th\"", "\"done\":false"),
                line("\"content\":\"ink>\\n\"", "\"done\":false"),
                line("\"content\":\"\\nGuten Tag\"", "\"done\":false"),
                line("\"content\":\" <think>\"", "\"done\":true"))));

    Answered answered = ask(request());

    assertThat(answered.text()).isEqualTo("Guten Tag <think>");
    assertThat(answered.pieces()).containsExactly("Guten Tag", " <think>");
  }

  @Test
  void settingsReachTheServer() throws Exception {
    prepareAnswer();

    Answered.by(
        backend(),
        request(),
        context(Map.of("context-tokens", "16384", "keep-alive", "-1", "thinking", "off")));

    assertThat(asked().body())
        .contains("\"num_ctx\":16384", "\"keep_alive\":-1", "\"think\":false", "\"stream\":true");
  }

  @Test
  void whatIsLeftToOllamaIsNotSent() throws Exception {
    prepareAnswer();

    Answered.by(backend(), request(), context(Map.of("context-tokens", "0", "keep-alive", "")));

    assertThat(asked().body()).doesNotContain("num_ctx", "think", "temperature", "stop");
  }

  @Test
  void modelsAreListedWithWhatTheyCan() throws Exception {
    List<Model> models = backend().models(context());

    assertThat(models.stream().map(Model::id)).containsExactly("falke:7b", "auge:1b");
    Model first = models.getFirst();
    assertThat(first.name()).isEqualTo("falke:7b (7.6B)");
    assertThat(first.bytes()).hasValue(4_700_000_000L);
    assertThat(first.images()).contains(false);
    assertThat(first.contextTokens()).as("what every question asks for").hasValue(8192);
    assertThat(models.getLast().images()).contains(true);
    assertThat(models.getLast().contextTokens()).hasValue(2048);
  }

  @Test
  void anOlderServerThatTellsNothingOfItsModelsStillListsThem() throws Exception {
    server().answer("/api/show", RecordedAnswer.status(404));

    assertThat(backend().models(context())).hasSize(3);
  }

  @Test
  void aServerWithoutModelsIsNotReady() throws Exception {
    server().answer("/api/tags", RecordedAnswer.json("{\"models\":[]}"));

    Health health = backend().probe(context());

    assertThat(health.state()).isEqualTo(Health.State.MODEL_MISSING);
    assertThat(health.text()).contains("0.12.3").contains("Fetch one");
  }

  @Test
  void aModelThatCannotSeeIsNamed() throws Exception {
    serve(
        RecordedAnswer.json(failure(500, "this model is missing data required for image input"))
            .withStatus(500));
    var picture = new Blob("a.png", "image/png", new byte[] {1});

    Answered answered =
        ask(CompletionRequest.of(Message.user("What?", picture)).withModel(model()));

    assertThat(answered.why().kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(answered.why()).hasMessageContaining("\"falke:7b\"");
  }

  @Test
  void theServersReasonIsTold() throws Exception {
    serve(
        RecordedAnswer.json(failure(500, "model requires more system memory (5.6 GiB)"))
            .withStatus(500));

    Answered answered = ask(request());

    assertThat(answered.why().kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(answered.why())
        .hasMessageContaining("\"model requires more system memory (5.6 GiB)\"");
  }

  @Test
  void aModelIsFetchedAndItsProgressTold() throws Exception {
    server().stream(
        "/api/pull",
        request ->
            StreamedAnswer.of(
                contentType(),
                List.of(
                    "{\"status\":\"pulling manifest\"}\n",
                    "{\"status\":\"pulling a\",\"digest\":\"sha256:a\",\"total\":100,\"completed\":40}\n",
                    "{\"status\":\"pulling b\",\"digest\":\"sha256:b\",\"total\":50}\n",
                    "{\"status\":\"verifying sha256 digest\"}\n",
                    "{\"status\":\"success\"}\n")));
    FakeLlmContext context = context();

    assertThat(Answered.pulling(backend(), "falke:1b", context).failure()).isEmpty();

    assertThat(context.said()).contains("pulling manifest", "Fetching falke:1b");
    assertThat(server().requests().getLast().body()).contains("\"model\":\"falke:1b\"");
  }

  @Test
  void aModelThatNobodyHasCannotBeFetched() throws Exception {
    server().stream(
        "/api/pull",
        request ->
            StreamedAnswer.of(
                contentType(),
                List.of(
                    "{\"status\":\"pulling manifest\"}\n",
                    "{\"error\":\"pull model manifest: file does not exist\"}\n")));

    Answered answered = Answered.pulling(backend(), "niemand", context());

    assertThat(answered.why().kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(answered.why()).hasMessageContaining("\"niemand\"");
  }

  @Test
  void aFetchThatBreaksOffIsNoSuccess() throws Exception {
    server().stream(
        "/api/pull",
        request ->
            StreamedAnswer.of(contentType(), List.of("{\"status\":\"pulling manifest\"}\n")));

    assertThat(Answered.pulling(backend(), "falke:1b", context()).why().kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }
}
