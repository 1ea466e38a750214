package dev.peregrine.plugin.classifier.llm;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Llm;
import dev.peregrine.api.llm.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A model whose answers a test writes; it keeps what it was asked. */
final class FakeModel implements Llm {

  static final String OPEN = "<<<fence\n";
  static final String CLOSE = "\nfence>>>";

  final List<CompletionRequest> asked = new ArrayList<>();
  private final UnaryOperator<String> answers;

  /**
   * @param answers from the question, as the user's message says it
   */
  FakeModel(UnaryOperator<String> answers) {
    this.answers = answers;
  }

  @Override
  public synchronized Completion complete(CompletionRequest request)
      throws ExtensionException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    asked.add(request);
    return Completion.of(answers.apply(request.messages().getLast().text()), "fake");
  }

  /** What stood in the last question outside the fences. */
  String outside() {
    String text = asked.getLast().messages().getLast().text();
    return text.replaceAll("(?s)" + OPEN + ".*?" + CLOSE, "[mail]");
  }

  String rules() {
    Message first = asked.getLast().messages().getFirst();
    return first.text();
  }

  @Override
  public String asData(String foreignText) {
    return OPEN + foreignText.replace("fence", "") + CLOSE;
  }

  @Override
  public boolean seesImages() {
    return false;
  }

  @Override
  public long tokensLeft() {
    return 40_000;
  }
}
