package dev.peregrine.api.llm;

import dev.peregrine.api.Blob;
import java.util.List;
import java.util.Objects;

/**
 * One turn of a conversation with a model.
 *
 * @param role who speaks
 * @param text what is said; blank only beside a picture
 * @param images pictures to look at, only in messages of {@code USER}, in the order in which the
 *     text speaks of them; PNG, JPEG, WebP or GIF
 * @since 0.1
 */
public record Message(Role role, String text, List<Blob> images) {

  /** Who speaks. */
  public enum Role {
    /** The rules for the whole conversation. */
    SYSTEM,
    /** Who asks. */
    USER,
    /** The model, in an earlier turn or in an example. */
    ASSISTANT
  }

  public Message {
    Objects.requireNonNull(role);
    images = List.copyOf(images);
    if (text.isBlank() && images.isEmpty()) {
      throw new IllegalArgumentException(
          "Message of \"%s\": it has neither text nor a picture.".formatted(role));
    }
    if (role != Role.USER && !images.isEmpty()) {
      throw new IllegalArgumentException(
          "Message of \"%s\": it has pictures, expected them only in messages of USER."
              .formatted(role));
    }
    for (Blob image : images) {
      if (!image.mediaType().startsWith("image/")) {
        throw new IllegalArgumentException(
            "Message of \"%s\": \"%s\" has media type \"%s\", expected a picture."
                .formatted(role, image.name(), image.mediaType()));
      }
    }
  }

  /** The rules for the whole conversation. */
  public static Message system(String text) {
    return new Message(Role.SYSTEM, text, List.of());
  }

  /** A question or a piece of work. */
  public static Message user(String text, Blob... images) {
    return new Message(Role.USER, text, List.of(images));
  }

  /** An earlier answer of the model. */
  public static Message assistant(String text) {
    return new Message(Role.ASSISTANT, text, List.of());
  }
}
