package dev.peregrine.api.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.About;
import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.llm.LlmDescriptor.Capability;
import dev.peregrine.api.llm.LlmDescriptor.Where;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class LlmTypesTest {

  private static final About ABOUT = About.of("tiny", "Tiny", "Answers little.");
  private static final Blob PICTURE = new Blob("screen.png", "image/png", new byte[] {1});

  @Test
  void aConversationEndsWithTheUser() {
    Message system = Message.system("Be brief.");
    assertThatThrownBy(() -> CompletionRequest.of(system, Message.assistant("Yes.")))
        .hasMessage("The last message of a request is not one of USER.");
    assertThatThrownBy(CompletionRequest::of)
        .hasMessage("The last message of a request is not one of USER.");
    assertThat(CompletionRequest.of(system, Message.user("Why?")).hasImages()).isFalse();
    assertThat(CompletionRequest.of(Message.user("What is this?", PICTURE)).hasImages()).isTrue();
  }

  @Test
  void limitsOfARequestAreChecked() {
    CompletionRequest request = CompletionRequest.of(Message.user("Why?"));
    assertThatThrownBy(() -> request.withMaxTokens(0))
        .hasMessage("Longest answer \"0\" tokens: expected 1 or more.");
    assertThatThrownBy(() -> request.withTemperature(Double.NaN))
        .hasMessage("Temperature \"NaN\": expected 0 to 2.");
    assertThatThrownBy(() -> request.withStopWords("a", ""))
        .hasMessage("Stop words \"[a, ]\": expected at most 4, none of them empty.");
    assertThat(request.withModel(" ").model()).isEmpty();
  }

  @Test
  void picturesAreShownByTheUserOnly() {
    assertThatThrownBy(() -> new Message(Message.Role.SYSTEM, "Look.", List.of(PICTURE)))
        .hasMessage(
            "Message of \"SYSTEM\": it has pictures, expected them only in messages of USER.");
    assertThatThrownBy(
            () -> Message.user("Look.", new Blob("cv.pdf", "application/pdf", new byte[0])))
        .hasMessage(
            "Message of \"USER\": \"cv.pdf\" has media type \"application/pdf\", expected a picture.");
    assertThatThrownBy(() -> Message.user(" "))
        .hasMessage("Message of \"USER\": it has neither text nor a picture.");
  }

  @Test
  void aBackendForPicturesOnlySeesPictures() {
    assertThatThrownBy(() -> LlmDescriptor.of(ABOUT, Where.AT_ADDRESS, Capability.IMAGES_ONLY))
        .hasMessage("Backend \"tiny\": IMAGES_ONLY without IMAGES, expected both.");
    assertThatThrownBy(() -> LlmDescriptor.of(ABOUT, Where.IN_PROCESS).withAtOnce(0))
        .hasMessage("Backend \"tiny\": \"0\" requests at once, expected 1 to 64.");
  }

  @Test
  void aBackendThatCannotFetchModelsSaysSo() {
    assertThatThrownBy(() -> new TinyBackend().pull("llama", null))
        .asInstanceOf(InstanceOfAssertFactories.type(ExtensionException.class))
        .satisfies(
            refusal -> assertThat(refusal.kind()).isEqualTo(ExtensionException.Kind.UNSUPPORTED),
            refusal ->
                assertThat(refusal)
                    .hasMessage(
                        "Model \"llama\": Tiny cannot fetch models. Add it on the server itself."));
  }

  @Test
  void completionsAndModelsAreChecked() {
    assertThatThrownBy(() -> Completion.of("Yes.", "m").withTokens(3, -1))
        .hasMessage("Completion of \"m\": \"-1\" tokens, expected 0 or more.");
    assertThatThrownBy(() -> Model.of("m").withContextTokens(0))
        .hasMessage("Model \"m\": \"0\" tokens of context, expected 1 or more.");
    assertThat(Model.of("m").withName(" ").name()).isEqualTo("m");
    assertThatThrownBy(() -> Health.down(" ")).hasMessage("Health \"DOWN\": the text is blank.");
  }

  private static final class TinyBackend implements LlmBackend {
    @Override
    public LlmDescriptor descriptor() {
      return LlmDescriptor.of(ABOUT, Where.IN_PROCESS);
    }

    @Override
    public Health probe(LlmContext context) {
      return Health.ready("Here.");
    }

    @Override
    public List<Model> models(LlmContext context) {
      return List.of(Model.of("tiny"));
    }

    @Override
    public Completion complete(
        CompletionRequest request, LlmContext context, Consumer<String> tokens) {
      tokens.accept("Yes.");
      return Completion.of("Yes.", "tiny");
    }
  }
}
