package dev.peregrine.api;

/**
 * Calls over HTTP, lent by the host. It keeps to the hosts of the descriptor, the least time
 * between calls, time and size limits, cookies of the call, the person's proxy and a guard against
 * addresses inside the own network; it decompresses, follows redirects within the allowed hosts,
 * and notes every call in a ledger that the person can read.
 *
 * <p><b>Threads:</b> may be used from several threads of one call.
 *
 * <p><b>Limits:</b> 10 s to connect, 30 s without a byte, 60 s and 20 MiB for an answer unless the
 * call asks for less.
 *
 * @since 0.1
 */
public interface Http {

  /**
   * Makes a call and gives the answer if its status is 200 to 299.
   *
   * <p>Calls that change nothing ({@code GET}) are tried again, up to twice, after 429, 500, 502,
   * 503, 504 and broken connections, after the time that {@code Retry-After} asks for if that is 15
   * s at most.
   *
   * @throws ExtensionException {@code REFUSED} for 401, 403, 451 and 999, {@code RATE_LIMITED} for
   *     429, {@code UNAVAILABLE} for 5xx, time-outs and broken connections, {@code CHANGED_REMOTE}
   *     for other statuses and answers over the size limit, {@code BAD_SETTINGS} for a host that is
   *     not allowed. Catch it to give a status a meaning of the extension's own
   * @throws InterruptedException when the call's thread is interrupted
   */
  HttpReply fetch(HttpCall call) throws ExtensionException, InterruptedException;

  /**
   * Makes a call once and gives the answer whatever its status is, for extensions to which a 404 or
   * 409 means something.
   *
   * @throws ExtensionException {@code UNAVAILABLE} when there is no answer, {@code CHANGED_REMOTE}
   *     for answers over the size limit, {@code BAD_SETTINGS} for a host that is not allowed
   * @throws InterruptedException when the call's thread is interrupted
   */
  HttpReply exchange(HttpCall call) throws ExtensionException, InterruptedException;
}
