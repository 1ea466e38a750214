package dev.peregrine.plugin.llm.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.Completion.Stop;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.Message;
import dev.peregrine.api.llm.Model;
import dev.peregrine.testkit.Answered;
import dev.peregrine.testkit.LlmServerContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedServer;
import dev.peregrine.testkit.StreamedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnthropicBackendTest extends LlmServerContract {

  @Override
  protected LlmBackend backend() {
    return new AnthropicBackend();
  }

  @Override
  protected String path() {
    return "/v1/messages";
  }

  @Override
  protected String contentType() {
    return "text/event-stream; charset=utf-8";
  }

  @Override
  protected List<String> answer(List<String> pieces) {
    var events = begun();
    for (String piece : pieces) {
      events.add(delta("{\"type\":\"text_delta\",\"text\":%s}".formatted(Json.quoted(piece))));
    }
    events.addAll(ended("end_turn"));
    return events;
  }

  private List<String> begun() {
    var events = new ArrayList<String>();
    events.add(
        event(
            "message_start",
            "\"message\":{\"id\":\"m1\",\"role\":\"assistant\",\"model\":\"%s\",\"content\":[],\"usage\":{\"input_tokens\":20,\"cache_read_input_tokens\":6,\"output_tokens\":1}}"
                .formatted(model())));
    events.add(
        event(
                "content_block_start",
                "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}")
            + event("ping", "\"x\":1"));
    return events;
  }

  private static String delta(String delta) {
    return event("content_block_delta", "\"index\":0,\"delta\":" + delta);
  }

  private static List<String> ended(String reason) {
    return List.of(
        event("content_block_stop", "\"index\":0"),
        event(
            "message_delta",
            "\"delta\":{\"stop_reason\":\"%s\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":7}"
                .formatted(reason)),
        event("message_stop", "\"x\":1"));
  }

  private static String event(String type, String rest) {
    return "event: %s\ndata: {\"type\":\"%s\",%s}\n\n".formatted(type, type, rest);
  }

  @Override
  protected String failure(int status, String message) {
    return "{\"type\":\"error\",\"error\":{\"type\":\"some_error\",\"message\":%s}}"
        .formatted(Json.quoted(message));
  }

  @Override
  protected Optional<String> failureWithin() {
    return Optional.of(
        event("error", "\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}"));
  }

  @Override
  protected RecordedAnswer unknownModel(String model) {
    return RecordedAnswer.json(failure(404, "model: " + model)).withStatus(404);
  }

  @Override
  protected void prepare(RecordedServer ready) {
    ready.answer(
        "/v1/models",
        RecordedAnswer.json(
            """
            {"data":[
              {"type":"model","id":"falke:7b","display_name":"Falke 7","max_input_tokens":200000},
              {"type":"model","id":"spatz","display_name":"Spatz"},
              {"type":"model"}
            ],"has_more":false}
            """));
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
  void theKeyAndTheVersionAreSent() throws Exception {
    prepareAnswer();

    ask(request());

    assertThat(asked().headers())
        .containsEntry("x-api-key", secret("api-key"))
        .containsEntry("anthropic-version", "2023-06-01");
  }

  @Test
  void rulesStandApartAndTheLongestAnswerIsAlwaysSaid() throws Exception {
    prepareAnswer();

    ask(
        CompletionRequest.of(Message.system("Be brief."), Message.user("Hallo"))
            .withModel(model())
            .withTemperature(1.5));

    assertThat(asked().body())
        .contains("\"system\":\"Be brief.\"", "\"max_tokens\":8192", "\"temperature\":1.0")
        .doesNotContain("\"role\":\"system\"");
  }

  @Test
  void thoughtsAreNoPartOfTheAnswer() throws Exception {
    var events = begun();
    events.add(delta("{\"type\":\"thinking_delta\",\"thinking\":\"zq-thought\"}"));
    events.add(delta("{\"type\":\"signature_delta\",\"signature\":\"zq\"}"));
    events.add(delta("{\"type\":\"text_delta\",\"text\":\"Guten Tag\"}"));
    events.addAll(ended("end_turn"));
    serve(StreamedAnswer.of(contentType(), events));

    assertThat(ask(request()).pieces()).containsExactly("Guten Tag");
  }

  @ParameterizedTest
  @CsvSource({
    "max_tokens, LENGTH",
    "model_context_window_exceeded, LENGTH",
    "stop_sequence, STOP_WORD",
    "refusal, DECLINED",
    "pause_turn, OTHER"
  })
  void itSaysWhyItStops(String reason, Stop stop) throws Exception {
    var events = begun();
    events.add(delta("{\"type\":\"text_delta\",\"text\":\"Guten\"}"));
    events.addAll(ended(reason));
    serve(StreamedAnswer.of(contentType(), events));

    assertThat(ask(request()).completion().orElseThrow().stop()).isEqualTo(stop);
  }

  @Test
  void aModelThatDeclinesIsNotBroken() throws Exception {
    var events = begun();
    events.addAll(ended("refusal"));
    serve(StreamedAnswer.of(contentType(), events));

    assertThat(ask(request()).why().kind()).isEqualTo(Kind.REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 'prompt is too long: 250000 tokens > 200000 maximum', UNSUPPORTED",
    "400, Your credit balance is too low to access the API, RATE_LIMITED",
    "413, Request exceeds the maximum size, UNSUPPORTED",
    "529, Overloaded, UNAVAILABLE",
  })
  void aRefusalMeansWhatItSays(int status, String message, Kind kind) throws Exception {
    serve(RecordedAnswer.json(failure(status, message)).withStatus(status));

    assertThat(ask(request()).why().kind()).isEqualTo(kind);
  }

  @Test
  void anAnswerInShapeIsAskedForAsAnOutputFormat() throws Exception {
    prepareAnswer();

    ask(request().withJsonSchema("{\"type\":\"object\"}"));

    assertThat(asked().body())
        .contains(
            "\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":{\"type\":\"object\"}}}");
  }

  @Test
  void aModelThatKnowsNoOutputFormatUsesATool() throws Exception {
    var events = begun();
    events.add(delta("{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"a\\\":\"}"));
    events.add(delta("{\"type\":\"input_json_delta\",\"partial_json\":\" 1}\"}"));
    events.addAll(ended("tool_use"));
    StreamedAnswer good = StreamedAnswer.of(contentType(), events);
    server().stream(
        path(),
        request ->
            request.body().contains("output_config")
                ? StreamedAnswer.of(
                        "application/json",
                        List.of(failure(400, "output_config: this model does not support it")))
                    .withStatus(400)
                : good);

    Answered answered = ask(request().withJsonSchema("{\"type\":\"object\"}"));

    assertThat(answered.text()).isEqualTo("{\"a\": 1}");
    assertThat(asked().body())
        .contains("\"input_schema\":{\"type\":\"object\"}", "\"tool_choice\"");
  }

  @Test
  void aModelThatTakesNoTemperatureIsAskedWithoutOne() throws Exception {
    StreamedAnswer good = good(PIECES);
    server().stream(
        path(),
        request ->
            request.body().contains("temperature")
                ? StreamedAnswer.of(
                        "application/json",
                        List.of(failure(400, "`temperature` is deprecated for this model.")))
                    .withStatus(400)
                : good);

    assertThat(ask(request().withTemperature(0.3)).completion()).isPresent();
  }

  @Test
  void modelsAreListedWithTheirNames() throws Exception {
    List<Model> models = backend().models(context());

    assertThat(models.stream().map(Model::name)).containsExactly("Falke 7", "Spatz");
    assertThat(models.getFirst().contextTokens()).hasValue(200_000);
    assertThat(models.getFirst().images()).contains(true);
  }

  @Test
  void withoutAKeyNothingIsAsked() throws Exception {
    Answered answered = Answered.by(backend(), request(), context(Map.of("api-key", "")));

    assertThat(answered.why().kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(server().requests()).isEmpty();
  }
}
