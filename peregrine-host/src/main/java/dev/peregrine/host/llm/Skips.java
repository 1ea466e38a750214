package dev.peregrine.host.llm;

import dev.peregrine.api.llm.LlmDescriptor;
import dev.peregrine.api.llm.LlmDescriptor.Capability;
import dev.peregrine.host.config.NamedBackend;
import java.util.Optional;

/** Why a backend is not asked at all, before anybody looks whether it runs. */
final class Skips {

  private Skips() {}

  /**
   * Why not, as a sentence; empty where nothing speaks against it.
   *
   * @param kind what runs it; empty where no plugin that is on does
   * @param images whether the request has a picture
   */
  static Optional<String> why(NamedBackend backend, Optional<LlmDescriptor> kind, boolean images) {
    if (!backend.enabled()) {
      return Optional.of("switched off.");
    }
    if (kind.isEmpty()) {
      return Optional.of(
          "there is no plugin for its type \"%s\". Switch it on under Plugins."
              .formatted(backend.type()));
    }
    boolean onlyImages = kind.get().can().contains(Capability.IMAGES_ONLY);
    if (onlyImages && !images) {
      return Optional.of("answers only questions about pictures, and there is none.");
    }
    if (images && !kind.get().can().contains(Capability.IMAGES)) {
      return Optional.of("cannot see pictures.");
    }
    return Optional.empty();
  }
}
