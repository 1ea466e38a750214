package dev.peregrine.api.llm;

import dev.peregrine.api.ExtensionContext;
import java.time.Duration;

/**
 * What the host lends a backend for one call. The settings are those of the one backend that the
 * person named, not of its kind.
 *
 * @since 0.1
 */
public interface LlmContext extends ExtensionContext {

  /**
   * The longest silence that the person allows before the first piece of an answer and between two
   * pieces: the timeout of a call that {@link dev.peregrine.api.Http#stream} makes. Large models on
   * small machines need minutes.
   */
  Duration patience();
}
