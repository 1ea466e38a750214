package dev.peregrine.host.llm;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Llm;
import dev.peregrine.api.llm.Message;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** The person's models, lent to an extension for one call, within a budget. */
final class LentLlm implements Llm {

  private static final int AT_ONCE = 2;
  private static final int LETTERS_A_TOKEN = 4;

  private final Llms llms;
  private final LlmUse use;
  private final AtomicLong left;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  LentLlm(Llms llms, LlmUse use, long tokens) {
    this.llms = llms;
    this.use = use;
    this.left = new AtomicLong(tokens);
  }

  @Override
  public Completion complete(CompletionRequest request)
      throws ExtensionException, InterruptedException {
    places.acquire();
    try {
      if (left.get() <= 0) {
        throw new ExtensionException(
            Kind.RATE_LIMITED, "What this may ask of language models is used up.");
      }
      Completion answer = llms.complete(use, request, AnswerPieces.NONE).completion();
      left.addAndGet(-tokens(request, answer));
      return answer;
    } catch (NoAnswerException none) {
      throw new ExtensionException(
          switch (none.reason()) {
            case NOT_HERE -> Kind.REFUSED;
            case NOBODY, ALL_FAILED -> Kind.UNAVAILABLE;
          },
          none.sentence(),
          none);
    } finally {
      places.release();
    }
  }

  private static long tokens(CompletionRequest request, Completion answer) {
    int asked = request.messages().stream().map(Message::text).mapToInt(String::length).sum();
    return answer.inputTokens().orElse(asked / LETTERS_A_TOKEN)
        + (long) answer.outputTokens().orElse(answer.text().length() / LETTERS_A_TOKEN);
  }

  @Override
  public String asData(String foreignText) {
    return llms.asData(foreignText);
  }

  @Override
  public boolean seesImages() {
    return llms.seesImages(use);
  }

  @Override
  public long tokensLeft() {
    return Math.max(0, left.get());
  }
}
