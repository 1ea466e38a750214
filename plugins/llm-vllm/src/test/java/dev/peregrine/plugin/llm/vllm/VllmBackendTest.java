package dev.peregrine.plugin.llm.vllm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.llm.Completion.Stop;
import dev.peregrine.api.llm.Health;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.Model;
import dev.peregrine.testkit.Answered;
import dev.peregrine.testkit.ChatCompletionsContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedServer;
import dev.peregrine.testkit.StreamedAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VllmBackendTest extends ChatCompletionsContract {

  @Override
  protected LlmBackend backend() {
    return new VllmBackend();
  }

  @Override
  protected void prepare(RecordedServer ready) {
    ready.answer("/health", RecordedAnswer.of("text/plain", ""));
    serveModels(ready, "/models", "{\"id\":\"falke:7b\",\"max_model_len\":4096}");
    serveModels(ready, "/v1/models", "{\"id\":\"falke:7b\",\"max_model_len\":4096}");
  }

  @Test
  void itsHealthLiesBesideTheProtocol() throws Exception {
    var context = context(Map.of("base-url", server().address() + "/v1"));

    Health health = backend().probe(context);

    assertThat(health.isReady()).isTrue();
    assertThat(health.text()).contains("falke:7b");
    assertThat(server().requests().getFirst().path()).isEqualTo("/health");
  }

  @Test
  void whileItStartsItIsLoading() throws Exception {
    server().answer("/health", RecordedAnswer.status(503));

    assertThat(backend().probe(context()).state()).isEqualTo(Health.State.LOADING);
  }

  @Test
  void whatItServesIsAskedWhereThePersonNamesNothing() throws Exception {
    prepareAnswer();

    Answered answered = ask(request().withModel("__auto__"));

    assertThat(answered.completion()).isPresent();
    assertThat(asked().body()).contains("\"model\":\"falke:7b\"").doesNotContain("__auto__");
  }

  @Test
  void itsModelKnowsItsContext() throws Exception {
    assertThat(backend().models(context()))
        .containsExactly(Model.of("falke:7b").withContextTokens(4096));
  }

  @ParameterizedTest
  @CsvSource({
    "loose, '\"json_schema\":{\"name\":\"answer\",\"strict\":false,\"schema\":{\"zq\":1}}'",
    "structured_outputs, '\"structured_outputs\":{\"json\":{\"zq\":1}}'",
    "guided_json, '\"guided_json\":{\"zq\":1}'",
  })
  void theShapeOfAnAnswerIsToldInTheWayThatThePersonChose(String way, String told)
      throws Exception {
    prepareAnswer();

    Answered.by(
        backend(), request().withJsonSchema("{\"zq\":1}"), context(Map.of("json-answers", way)));

    assertThat(asked().body()).contains(told);
  }

  @Test
  void aStopWordIsToldFromTheEnd() throws Exception {
    serve(
        StreamedAnswer.of(
            contentType(),
            List.of(
                chunk("{\"content\":\"Ja\"}", "\"stop\",\"stop_reason\":\"###\""),
                "data: [DONE]\n\n")));

    assertThat(ask(request()).completion().orElseThrow().stop()).isEqualTo(Stop.STOP_WORD);
  }
}
