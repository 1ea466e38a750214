package dev.peregrine.api.llm;

import dev.peregrine.api.ExtensionException;

/**
 * A language model, lent by a context to an extension that may use one. Behind it are the person's
 * backends in their order. The host implements it and keeps account of calls, tokens and cost.
 *
 * <p><b>Threads:</b> may be used from several threads of one call.
 *
 * <p><b>Failure:</b> {@code UNAVAILABLE}: no backend answered; the message names each and why.
 * {@code RATE_LIMITED}: the budget is used up. {@code REFUSED}: not allowed here, as in the demo.
 * An extension that can do without then does.
 *
 * <p><b>Limits:</b> the budget that {@link #tokensLeft} tells; 2 requests at once.
 *
 * @since 0.1
 */
public interface Llm {

  /** Answers a request. {@link CompletionRequest#model} is a wish that need not be fulfilled. */
  Completion complete(CompletionRequest request) throws ExtensionException, InterruptedException;

  /**
   * Fences text that others wrote (a mail, a posting, a page), so that the model takes it as data
   * and not as instructions. Such text goes into a message only through this.
   */
  String asData(String foreignText);

  /** Whether a backend that sees pictures is among those behind it. */
  boolean seesImages();

  /** How many tokens, of requests and answers together, this call may still use. */
  long tokensLeft();
}
