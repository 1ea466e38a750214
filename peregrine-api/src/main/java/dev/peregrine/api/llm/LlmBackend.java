package dev.peregrine.api.llm;

import dev.peregrine.api.ExtensionException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs language models, in the process or on a server. Plugins implement it; the host's router
 * calls it, never a feature by itself. A person may set up several backends of one kind, each with
 * a name and settings of its own, which arrive with the context.
 *
 * <p><b>Threads:</b> one instance serves all tenants and all backends of its kind and is called
 * from many virtual threads at once, at most {@link LlmDescriptor#atOnce} a backend. Keep no state
 * that differs between tenants; a model that was loaded into memory may stay there.
 *
 * <p><b>Failure:</b> after any of them the router asks the next backend of the chain, and if none
 * is left shows the person each backend with its message. {@code BAD_SETTINGS}: a refused key, an
 * unknown model; the backend rests until its settings change. {@code REFUSED}: the provider or the
 * model declines this request; the backend stays in use. {@code RATE_LIMITED}: left out until the
 * time is over. {@code UNAVAILABLE}: not reached, or broken off in the middle; left out for a while
 * after several in a row. {@code CHANGED_REMOTE}: the answer is not understood; marked broken.
 * {@code UNSUPPORTED}: this request is beyond it (too long, a picture for a model that cannot see);
 * the backend stays in use for others.
 *
 * <p><b>Limits:</b> {@link #probe} 5 s, {@link #models} 15 s. {@link #complete} may take any time
 * as long as pieces arrive; without one for {@link LlmContext#patience} it is interrupted. {@link
 * #pull} may take any time as long as progress is told.
 *
 * @since 0.1
 */
public interface LlmBackend {

  /** What this kind of backend is and can do: a constant. */
  LlmDescriptor descriptor();

  /**
   * Asks whether a request would be answered now, without making the model work and without cost.
   *
   * @throws ExtensionException counts as not ready, with its message as the reason
   */
  Health probe(LlmContext context) throws ExtensionException, InterruptedException;

  /**
   * The models that can be asked now, the one to prefer first. Where the person set {@code
   * __auto__}, the router takes the first that fits.
   */
  List<Model> models(LlmContext context) throws ExtensionException, InterruptedException;

  /**
   * Answers a request.
   *
   * <p>The pieces handed over, joined, are the text of the completion. A backend without {@link
   * LlmDescriptor.Capability#STREAMING} hands over the whole text once. What a model marks as its
   * thoughts is neither handed over nor part of the text. An answer that breaks off without the
   * server saying that it is complete is {@code UNAVAILABLE}, and so is an empty one.
   *
   * @param tokens takes a piece of the answer as soon as it is there; called by one thread at a
   *     time
   */
  Completion complete(CompletionRequest request, LlmContext context, Consumer<String> tokens)
      throws ExtensionException, InterruptedException;

  /**
   * Fetches a model so that it can be asked, and tells how far it is, in bytes, through {@link
   * LlmContext#progress}. Only with {@link LlmDescriptor.Capability#PULL}. What was fetched before
   * an interruption is kept where the server can do so.
   *
   * @param model as the server names it
   */
  default void pull(String model, LlmContext context)
      throws ExtensionException, InterruptedException {
    throw new ExtensionException(
        ExtensionException.Kind.UNSUPPORTED,
        "Model \"%s\": %s cannot fetch models. Add it on the server itself."
            .formatted(model, descriptor().about().name()));
  }
}
