package dev.peregrine.host.hardware;

import java.net.URI;
import java.util.List;

/**
 * A server of language models that was found running.
 *
 * @param type such as {@code ollama}
 * @param label as people call it
 * @param models that it offers
 */
public record ModelServer(String type, String label, URI at, List<String> models) {

  public ModelServer {
    models = List.copyOf(models);
  }
}
