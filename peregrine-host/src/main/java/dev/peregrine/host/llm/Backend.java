package dev.peregrine.host.llm;

import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.LlmDescriptor;
import dev.peregrine.host.config.NamedBackend;
import dev.peregrine.host.plugins.Extension;
import java.time.Duration;
import java.util.Map;

/**
 * A backend that can be asked: what the person set up, with what runs it.
 *
 * @param values of its settings, secrets among them
 */
record Backend(NamedBackend named, Extension<LlmBackend> kind, Map<String, String> values) {

  private static final Duration USUAL_PATIENCE = Duration.ofMinutes(5);

  Backend {
    values = Map.copyOf(values);
  }

  String name() {
    return named.name();
  }

  LlmDescriptor says() {
    return (LlmDescriptor) kind.descriptor();
  }

  Duration patience() {
    return named.patienceSeconds().isPresent()
        ? Duration.ofSeconds(named.patienceSeconds().getAsInt())
        : USUAL_PATIENCE;
  }

  int atOnce() {
    return named.atOnce().orElse(says().atOnce());
  }

  /** Differs where anything does that may make it answer after all. */
  int mark() {
    return java.util.Objects.hash(
        named.type(), named.model(), named.atOnce(), values, System.identityHashCode(kind));
  }

  /** Names no value: some are secret. */
  @Override
  public String toString() {
    return named.toString();
  }
}
