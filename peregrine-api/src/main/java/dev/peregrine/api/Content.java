package dev.peregrine.api;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that may be too many to hold in memory, such as a document to upload. The host implements
 * it over a file; {@link #of} makes one of a {@link Blob}.
 *
 * <p><b>Threads:</b> may be opened from several threads at once.
 *
 * @since 0.1
 */
public interface Content {

  /** A file name without folders. */
  String name();

  /** Such as {@code application/pdf}. */
  String mediaType();

  /** How many bytes there are; the same on every call. */
  long length();

  /**
   * Opens the bytes for reading, as often as needed, so that a broken upload can go on where it
   * stopped. The caller closes what it opened.
   *
   * @param from how many bytes to leave out, 0 to {@link #length}
   */
  InputStream open(long from) throws IOException;

  /** Some bytes in memory. */
  static Content of(Blob blob) {
    return new BlobContent(blob);
  }
}
