package dev.peregrine.api.llm;

import dev.peregrine.api.About;
import dev.peregrine.api.Descriptor;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a kind of backend is and can do.
 *
 * @param about name, hosts and settings
 * @param can what it can do beyond answering text with text
 * @param where where the models run, and so where the person's data goes
 * @param atOnce how many requests it takes at once unless the person sets another number, 1 to 64
 * @since 0.1
 */
public record LlmDescriptor(About about, Set<Capability> can, Where where, int atOnce)
    implements Descriptor {

  /** What a backend may be able to do. Constants may be added in minor versions. */
  public enum Capability {
    /** Hands over the answer in pieces while the model writes. */
    STREAMING,
    /** Some of its models see pictures; {@link Model#images} says which. */
    IMAGES,
    /** Answers nothing but questions about a picture; needs one in every request. */
    IMAGES_ONLY,
    /**
     * Keeps the model to {@link CompletionRequest#jsonSchema}; else the host checks and repairs.
     */
    JSON_SCHEMA,
    /** Can fetch models on request. */
    PULL
  }

  /** Where models run. Constants may be added in minor versions. */
  public enum Where {
    /** In this process: nothing leaves it. */
    IN_PROCESS,
    /** On the server that the address setting names: the host judges from it how far data goes. */
    AT_ADDRESS,
    /** With a provider: what is sent leaves the person's network, and the person agrees to it. */
    AT_PROVIDER
  }

  public LlmDescriptor {
    Objects.requireNonNull(about);
    Objects.requireNonNull(where);
    var copy = EnumSet.noneOf(Capability.class);
    copy.addAll(can);
    if (copy.contains(Capability.IMAGES_ONLY) && !copy.contains(Capability.IMAGES)) {
      throw new IllegalArgumentException(
          "Backend \"%s\": IMAGES_ONLY without IMAGES, expected both.".formatted(about.id()));
    }
    can = Collections.unmodifiableSet(copy);
    if (atOnce < 1 || atOnce > 64) {
      throw new IllegalArgumentException(
          "Backend \"%s\": \"%d\" requests at once, expected 1 to 64."
              .formatted(about.id(), atOnce));
    }
  }

  /** A backend that takes two requests at once. */
  public static LlmDescriptor of(About about, Where where, Capability... can) {
    return new LlmDescriptor(about, Set.of(can), where, 2);
  }

  /** This with another number of requests at once. */
  public LlmDescriptor withAtOnce(int newAtOnce) {
    return new LlmDescriptor(about, can, where, newAtOnce);
  }
}
