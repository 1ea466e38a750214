package dev.peregrine.api;

import java.util.Optional;

/**
 * The answer to an {@link HttpCall} while it arrives: server-sent events, JSON lines. The host
 * implements it.
 *
 * <p><b>Threads:</b> for one thread at a time.
 *
 * <p><b>Limits:</b> the call's timeout is the longest silence; 1 MiB a line, 64 MiB in all.
 *
 * @since 0.1
 */
public interface HttpStream extends AutoCloseable {

  /** The status, such as 200. */
  int status();

  /** The first value of a header, whose name is compared without case. */
  Optional<String> header(String name);

  /**
   * Waits for the next line and gives it without its end, in UTF-8; broken bytes become �. Empty
   * when the answer is over.
   *
   * @throws ExtensionException {@code UNAVAILABLE} for a silence that is too long and a connection
   *     that breaks, {@code CHANGED_REMOTE} for a line or an answer over the size limit
   * @throws InterruptedException when the call's thread is interrupted
   */
  Optional<String> line() throws ExtensionException, InterruptedException;

  /** Ends the call, also in the middle of the answer. */
  @Override
  void close();
}
