package dev.peregrine.plugin.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.llm.Health;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.Model;
import dev.peregrine.testkit.Answered;
import dev.peregrine.testkit.ChatCompletionsContract;
import dev.peregrine.testkit.RecordedServer;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class OpenAiBackendTest extends ChatCompletionsContract {

  @Override
  protected LlmBackend backend() {
    return new OpenAiBackend();
  }

  @Override
  protected void prepare(RecordedServer ready) {
    serveModels(
        ready,
        "/models",
        "{\"id\":\"falke:7b\",\"object\":\"model\",\"context_length\":32768,\"architecture\":{\"input_modalities\":[\"text\",\"image\"]},\"pricing\":{\"prompt\":\"0.0000005\",\"completion\":\"0.0000015\"}}",
        "{\"id\":\"text-embedding-3-small\"}",
        "{\"id\":\"whisper-1\"}",
        "{\"id\":\"klein\",\"name\":\"Klein 1\",\"pricing\":{\"prompt\":\"-1\",\"completion\":\"-1\"}}",
        "{\"object\":\"model\"}");
  }

  @Test
  void modelsAreListedWithWhatTheServerTellsOfThem() throws Exception {
    List<Model> models = backend().models(context());

    assertThat(models.stream().map(Model::id)).containsExactly("falke:7b", "klein");
    Model first = models.getFirst();
    assertThat(first.contextTokens()).hasValue(32768);
    assertThat(first.images()).contains(true);
    assertThat(first.price().orElseThrow().input()).isEqualByComparingTo("0.5");
    assertThat(first.price().orElseThrow().output()).isEqualByComparingTo("1.5");
    assertThat(models.getLast().name()).isEqualTo("Klein 1");
    assertThat(models.getLast().price()).isEmpty();
  }

  @Test
  void modelsThatThePersonNamesAreOfferedInstead() throws Exception {
    var context = context(Map.of("models", "groß,klein"));

    assertThat(backend().models(context).stream().map(Model::id)).containsExactly("groß", "klein");
    assertThat(backend().probe(context).isReady()).isTrue();
    assertThat(server().requests()).isEmpty();
  }

  @Test
  void aServerWithoutModelsIsNotReady() throws Exception {
    serveModels(server(), "/models");

    assertThat(backend().probe(context()).state()).isEqualTo(Health.State.MODEL_MISSING);
  }

  @Test
  void anAddressWithoutItsPathIsExplained() {
    var context = context(Map.of("base-url", server().address() + "/elsewhere"));

    Assertions.assertThatExceptionOfType(ExtensionException.class)
        .isThrownBy(() -> backend().probe(context))
        .withMessageContaining("path in it");
  }

  @Test
  void aKeyThatCanBeNoneIsRefusedBeforeItIsSent() throws Exception {
    var context = context(Map.of("api-key", "sk-füür\n1"));

    Answered answered = Answered.by(backend(), request(), context);

    assertThat(answered.why().kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(answered.why()).hasMessageNotContaining("sk-");
    assertThat(server().requests()).isEmpty();
  }

  @Test
  void noKeyIsSentWhereThereIsNone() throws Exception {
    prepareAnswer();

    Answered.by(backend(), request(), context(Map.of("api-key", "")));

    assertThat(asked().headers()).doesNotContainKey("authorization");
  }

  @Test
  void anAnswerInShapeIsAskedForStrictly() throws Exception {
    prepareAnswer();

    ask(request().withJsonSchema("{\"type\":\"object\"}"));

    assertThat(asked().body())
        .contains(
            "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\",\"strict\":true,\"schema\":{\"type\":\"object\"}}}");
  }
}
