package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.Completion.Stop;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a backend keeps whose server speaks the protocol of OpenAI's chat completions: the payloads
 * that {@link LlmServerContract} needs, and what is particular to the protocol.
 */
public abstract class ChatCompletionsContract extends LlmServerContract {

  @Override
  protected String path() {
    return "/chat/completions";
  }

  @Override
  protected String contentType() {
    return "text/event-stream; charset=utf-8";
  }

  @Override
  protected List<String> answer(List<String> pieces) {
    var events = new ArrayList<String>();
    events.add(chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null"));
    for (String piece : pieces) {
      events.add(chunk("{\"content\":%s}".formatted(Json.quoted(piece)), "null"));
    }
    events.add(chunk("{}", "\"stop\""));
    events.add(
        "data: {\"object\":\"chat.completion.chunk\",\"model\":\"%s\",\"choices\":[],\"usage\":{\"prompt_tokens\":26,\"completion_tokens\":7,\"total_tokens\":33}}\n\n"
            .formatted(model()));
    events.add("data: [DONE]\n\n");
    return events;
  }

  /** One chunk of an answer. */
  protected final String chunk(String delta, String finishReason) {
    return "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,\"model\":\"%s\",\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":%s}]}\n\n"
        .formatted(model(), delta, finishReason);
  }

  @Override
  protected String failure(int status, String message) {
    return "{\"error\":{\"message\":%s,\"type\":\"some_error\",\"param\":null,\"code\":%d}}"
        .formatted(Json.quoted(message), status);
  }

  @Override
  protected Optional<String> failureWithin() {
    return Optional.of("data: " + failure(500, "the engine stopped") + "\n\n");
  }

  @Override
  protected RecordedAnswer unknownModel(String model) {
    return RecordedAnswer.json(failure(404, "The model `%s` does not exist".formatted(model)))
        .withStatus(404);
  }

  /** Serves a list of models, each with these members more. */
  protected static void serveModels(RecordedServer ready, String path, String... rows) {
    ready.answer(
        path,
        RecordedAnswer.json(
            "{\"object\":\"list\",\"data\":[%s]}".formatted(String.join(",", rows))));
  }

  @Test
  void theAnswerSaysWhoAnsweredAndHowMuchItTook() throws Exception {
    prepareAnswer();

    Completion completion = ask(request()).completion().orElseThrow();

    assertThat(completion.model()).isEqualTo(model());
    assertThat(completion.inputTokens()).hasValue(26);
    assertThat(completion.outputTokens()).hasValue(7);
    assertThat(completion.stop()).isEqualTo(Stop.END);
    assertThat(asked().body()).contains("\"include_usage\":true");
  }

  @Test
  void theKeyIsSentWhereThereIsOne() throws Exception {
    prepareAnswer();

    ask(request());

    assertThat(asked().headers()).containsEntry("authorization", "Bearer " + secret("api-key"));
  }

  @Test
  void reasoningIsNoPartOfTheAnswer() throws Exception {
    serve(
        StreamedAnswer.of(
            contentType(),
            List.of(
                ": still thinking\n\n",
                chunk("{\"reasoning_content\":\"zq-thought\",\"content\":null}", "null"),
                chunk("{\"reasoning\":\"zq-thought\"}", "null"),
                chunk("{\"content\":\"<think>zq-thought</think>\\n\\n\"}", "null"),
                chunk("{\"content\":\"Guten\"}", "null"),
                chunk("{\"content\":\" Tag\"}", "\"stop\""),
                "data: [DONE]\n\n")));

    Answered answered = ask(request());

    assertThat(answered.pieces()).containsExactly("Guten", " Tag");
    assertThat(answered.text()).isEqualTo("Guten Tag");
  }

  @Test
  void aServerThatDoesNotStreamIsUnderstoodToo() throws Exception {
    serve(
        RecordedAnswer.json(
            "{\"object\":\"chat.completion\",\"model\":\"falke:7b\",\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\" Guten Tag\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}"));

    assertThat(ask(request()).text()).isEqualTo(" Guten Tag");
  }

  @Test
  void aFailureWithStatus200IsOne() throws Exception {
    serve(RecordedAnswer.json(failure(500, "the engine stopped")));

    Answered answered = ask(request());

    assertThat(answered.why().kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(answered.why()).hasMessageContaining("\"the engine stopped\"");
  }

  @Test
  void anAnswerIsWholeOnceTheServerSaidWhyItStops() throws Exception {
    serve(
        StreamedAnswer.of(contentType(), List.of(chunk("{\"content\":\"Ja\"}", "\"length\"")))
            .ending(StreamedAnswer.End.BROKEN));

    assertThat(ask(request()).completion().orElseThrow().stop()).isEqualTo(Stop.LENGTH);
  }

  @Test
  void aModelThatDeclinesIsNotBroken() throws Exception {
    serve(
        StreamedAnswer.of(
            contentType(), List.of(chunk("{}", "\"content_filter\""), "data: [DONE]\n\n")));

    assertThat(ask(request()).why().kind()).isEqualTo(Kind.REFUSED);

    serve(
        StreamedAnswer.of(
            contentType(),
            List.of(
                chunk("{\"refusal\":\"I cannot\"}", "null"),
                chunk("{}", "\"stop\""),
                "data: [DONE]\n\n")));

    assertThat(ask(request()).why().kind()).isEqualTo(Kind.REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "400, This model's maximum context length is 4096 tokens, UNSUPPORTED",
    "413, Request too large, UNSUPPORTED",
    "400, Your request was rejected by our content filter, REFUSED",
    "429, You exceeded your current quota (insufficient_quota), RATE_LIMITED",
    "402, Insufficient balance, RATE_LIMITED",
    "400, 'messages: image_url is not supported by this model', UNSUPPORTED",
    "400, model `falke:7b` not found, BAD_SETTINGS",
    "418, teapot, CHANGED_REMOTE",
  })
  void aRefusalMeansWhatItSays(int status, String message, Kind kind) throws Exception {
    serve(RecordedAnswer.json(failure(status, message)).withStatus(status));

    assertThat(ask(request()).why().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "temperature, 'Unsupported value: temperature does not support 0.25 with this model.'",
    "stream_options, 'Unknown field stream_options'",
    "response_format, 'response_format is not supported'",
    "json_schema, 'Invalid schema for response_format answer: json_schema'",
  })
  void aPartThatTheServerDoesNotKnowIsLeftOut(String part, String message) throws Exception {
    StreamedAnswer good = good(List.of("{\"a\":1}"));
    server().stream(
        path(),
        asked ->
            asked.body().contains('"' + part + '"')
                ? StreamedAnswer.of("application/json", List.of(failure(400, message)))
                    .withStatus(400)
                : good);

    Answered answered =
        ask(request().withTemperature(0.25).withJsonSchema("{\"zq\":{\"type\":\"object\"}}"));

    assertThat(answered.text()).isEqualTo("{\"a\":1}");
    assertThat(asked().body()).contains("zq");
  }

  @Test
  void theLongestAnswerGoesByTheNameThatTheServerKnows() throws Exception {
    StreamedAnswer good = good(PIECES);
    server().stream(
        path(),
        asked ->
            asked.body().contains("\"max_tokens\"")
                ? StreamedAnswer.of(
                        "application/json",
                        List.of(
                            failure(
                                400,
                                "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")))
                    .withStatus(400)
                : good);

    assertThat(ask(request().withMaxTokens(77)).completion()).isPresent();
    assertThat(asked().body()).contains("\"max_completion_tokens\":77");
  }

  @Test
  void picturesAreDataAddresses() throws Exception {
    prepareAnswer();

    ask(
        CompletionRequest.of(Message.user("What?", new Blob("a", "image/webp", new byte[] {1, 2})))
            .withModel(model()));

    assertThat(asked().body()).contains("\"image_url\":{\"url\":\"data:image/webp;base64,AQI=\"}");
  }
}
