package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.LlmDescriptor;
import dev.peregrine.api.llm.LlmDescriptor.Capability;
import dev.peregrine.api.llm.Message;
import dev.peregrine.api.llm.Model;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link LlmBackend} keeps, wherever its models run. One that asks a server extends
 * {@link LlmServerContract} instead, which knows what servers do wrong.
 *
 * <p>The contract asks the descriptor what the backend can do: what is declared is checked, and for
 * what is not declared the refusal is.
 */
@Timeout(120)
public abstract class LlmBackendContract {

  static final Blob PICTURE =
      new Blob("shot.png", "image/png", "zq-first-picture".getBytes(StandardCharsets.UTF_8));

  /** The backend under test, a new one each time. */
  protected abstract LlmBackend backend();

  /** A context in which the backend would answer. */
  protected abstract FakeLlmContext context();

  /** A model that there is. */
  protected abstract String model();

  /** Prepares whatever answers so that the next request gets a few pieces of text. */
  protected void prepareAnswer() {}

  @Test
  void theDescriptorIsAConstantAndQuick() {
    LlmDescriptor descriptor =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(2), () -> backend().descriptor(), "constructor and descriptor");

    assertThat(backend().descriptor()).isEqualTo(descriptor);
    assertThat(descriptor.about().summary()).isNotBlank();
  }

  @Test
  void thePiecesJoinedAreTheText() throws Exception {
    prepareAnswer();

    Answered answered = ask(request());

    assertThat(answered.failure()).isEmpty();
    Completion completion = answered.completion().orElseThrow();
    assertThat(completion.text()).isNotBlank().isEqualTo(String.join("", answered.pieces()));
    if (!can(Capability.STREAMING)) {
      assertThat(answered.pieces()).hasSize(1);
    }
  }

  @Test
  void theModelThatIsThereIsListedAndReady() throws Exception {
    List<Model> models = backend().models(context());

    assertThat(models.stream().map(Model::id)).contains(model()).doesNotHaveDuplicates();
    assertThat(backend().probe(context()).isReady()).isTrue();
  }

  @Test
  void aPictureForOneThatCannotSeeIsRefused() throws Exception {
    if (can(Capability.IMAGES)) {
      return;
    }
    Answered answered =
        ask(CompletionRequest.of(Message.user("What is this?", PICTURE)).withModel(model()));

    assertThat(answered.why().kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(answered.pieces()).isEmpty();
  }

  @Test
  void whatCannotFetchModelsSaysSo() throws Exception {
    if (can(Capability.PULL)) {
      return;
    }
    assertThat(Answered.pulling(backend(), "other", context()).why().kind())
        .isEqualTo(Kind.UNSUPPORTED);
  }

  @TestFactory
  Stream<DynamicTest> architecture() {
    return PluginArchitecture.tests(backend().getClass());
  }

  /** A plain request of the model; with a picture where the backend needs one. */
  protected final CompletionRequest request() {
    Message question =
        can(Capability.IMAGES_ONLY)
            ? Message.user("What is this?", PICTURE)
            : Message.user("Schreibe einen Gruß.");
    return CompletionRequest.of(question).withModel(model());
  }

  /** Asks in the context of the contract. */
  protected final Answered ask(CompletionRequest request) throws InterruptedException {
    return Answered.by(backend(), request, context());
  }

  /** Whether the backend says that it can. */
  protected final boolean can(Capability capability) {
    return backend().descriptor().can().contains(capability);
  }
}
