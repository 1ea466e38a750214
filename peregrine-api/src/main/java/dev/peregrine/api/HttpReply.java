package dev.peregrine.api;

import java.net.URI;
import java.util.Optional;

/**
 * The answer to an {@link HttpCall}, already read. The host implements it.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @since 0.1
 */
public interface HttpReply {

  /** The status, such as 200. */
  int status();

  /** Where the answer came from, after redirects. */
  URI address();

  /** The first value of a header, whose name is compared without case. */
  Optional<String> header(String name);

  /** The body as text, in the character set that it declares, else UTF-8; broken bytes become �. */
  String text();

  /** The body as it came, decompressed; what is in it where it is itself a gzip file. */
  byte[] bytes();

  /**
   * The body as JSON.
   *
   * @throws ExtensionException {@code REFUSED} where the body is an HTML page (a wall stands where
   *     data should be), {@code CHANGED_REMOTE} where it is not JSON
   */
  Json json() throws ExtensionException;

  /** The body as HTML, read as leniently as browsers do. */
  Markup html();

  /**
   * The body as XML, read leniently; elements keep their case.
   *
   * @throws ExtensionException {@code REFUSED} where the body is an HTML page
   */
  Markup xml() throws ExtensionException;
}
