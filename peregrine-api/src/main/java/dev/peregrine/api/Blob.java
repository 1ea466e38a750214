package dev.peregrine.api;

import java.util.Arrays;
import java.util.Objects;

/**
 * Some bytes with their kind: a picture for a model, a letter to store, an attachment.
 *
 * @param name a file name without folders; may be empty
 * @param mediaType such as {@code application/pdf}
 * @param bytes the content; copied in and out
 * @since 0.1
 */
public record Blob(String name, String mediaType, byte[] bytes) {

  public Blob {
    Objects.requireNonNull(name);
    if (mediaType.isBlank()) {
      throw new IllegalArgumentException("Blob \"%s\": the media type is blank.".formatted(name));
    }
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Blob blob
        && name.equals(blob.name)
        && mediaType.equals(blob.mediaType)
        && Arrays.equals(bytes, blob.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, mediaType, Arrays.hashCode(bytes));
  }

  @Override
  public String toString() {
    return "Blob[name=%s, mediaType=%s, %d bytes]".formatted(name, mediaType, bytes.length);
  }
}
