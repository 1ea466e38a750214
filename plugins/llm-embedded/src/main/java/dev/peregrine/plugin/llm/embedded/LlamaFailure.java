package dev.peregrine.plugin.llm.embedded;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;

/** The library's own exception cannot be named outside of its package. */
final class LlamaFailure {

  private LlamaFailure() {}

  /** The failure of the library with that kind and message; what is not the library's is thrown. */
  static ExtensionException of(RuntimeException failed, Kind kind, String message) {
    if (!failed.getClass().getName().startsWith("de.kherud.llama.")) {
      throw failed;
    }
    return new ExtensionException(kind, message, failed);
  }
}
