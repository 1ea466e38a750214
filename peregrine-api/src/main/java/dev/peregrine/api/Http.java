package dev.peregrine.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

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
   * Makes a call and gives the answer if its status is 200 to 299 or one that the call {@linkplain
   * HttpCall#accepting accepts}.
   *
   * <p>Calls that change nothing ({@code GET}) are tried again, up to twice, after 429, 500, 502,
   * 503, 504 and broken connections, after the time that {@code Retry-After} asks for if that is 15
   * s at most; not after a status that the call accepts.
   *
   * @throws ExtensionException {@code REFUSED} for 401, 403, 451 and 999, {@code RATE_LIMITED} for
   *     429, {@code UNAVAILABLE} for 5xx, time-outs and broken connections, {@code CHANGED_REMOTE}
   *     for other statuses and answers over the size limit, {@code BAD_SETTINGS} for a host that is
   *     not allowed
   * @throws InterruptedException when the call's thread is interrupted
   */
  HttpReply fetch(HttpCall call) throws ExtensionException, InterruptedException;

  /**
   * Makes a call as {@link #fetch} does where there may be no such thing: the other side says so
   * with 404 or leads to another page, such as its home page.
   *
   * @return the answer if its status is 200 to 299 and it came from the address that was called
   * @throws ExtensionException as with {@link #fetch}
   * @throws InterruptedException when the call's thread is interrupted
   */
  default Optional<HttpReply> find(HttpCall call) throws ExtensionException, InterruptedException {
    HttpReply reply = fetch(call.accepting(301, 302, 303, 307, 308, 404));
    boolean there =
        call.address().getHost().equalsIgnoreCase(reply.address().getHost())
            && call.address().getPath().equals(reply.address().getPath());
    return there && reply.status() >= 200 && reply.status() <= 299
        ? Optional.of(reply)
        : Optional.empty();
  }

  /**
   * Makes a call once and gives the answer whatever its status is, for extensions to which a 404 or
   * 409 means something.
   *
   * @throws ExtensionException {@code UNAVAILABLE} when there is no answer, {@code CHANGED_REMOTE}
   *     for answers over the size limit, {@code BAD_SETTINGS} for a host that is not allowed
   * @throws InterruptedException when the call's thread is interrupted
   */
  HttpReply exchange(HttpCall call) throws ExtensionException, InterruptedException;

  /**
   * Opens a page in a real browser, where the host has one, and gives what stands in it after its
   * scripts have run. For pages that are empty without; it costs seconds and hundreds of megabytes,
   * so one that can be read with {@link #fetch} is.
   *
   * @param page {@code http} or {@code https}; one of the allowed hosts
   * @throws ExtensionException {@code UNSUPPORTED} where there is no browser, with a sentence that
   *     says how to get one; otherwise as with {@link #fetch}
   * @throws InterruptedException when the call's thread is interrupted
   */
  default HttpReply render(URI page) throws ExtensionException, InterruptedException {
    throw new ExtensionException(
        ExtensionException.Kind.UNSUPPORTED,
        "The pages of \"%s\" can be read only with a browser, and there is none here."
            .formatted(page.getHost()));
  }

  /**
   * Makes a call once and gives the answer line by line while it arrives, whatever its status is.
   * The call's timeout is here the longest silence, up to 30 min, not the time for the whole. A
   * host without streaming reads the whole answer first.
   *
   * @return to be closed by the caller
   * @throws ExtensionException as with {@link #exchange}
   * @throws InterruptedException when the call's thread is interrupted
   */
  default HttpStream stream(HttpCall call) throws ExtensionException, InterruptedException {
    return new ReadReplyStream(exchange(call));
  }

  /**
   * Makes a call once with a body that is sent as it is read, and gives the answer whatever its
   * status is. The call's timeout is here the longest silence, not the time for the whole.
   *
   * @param call without a body of its own
   * @throws ExtensionException as with {@link #exchange}; {@code UNAVAILABLE} also where the
   *     content cannot be read
   * @throws InterruptedException when the call's thread is interrupted
   */
  default HttpReply send(HttpCall call, Content body)
      throws ExtensionException, InterruptedException {
    try (InputStream bytes = body.open(0)) {
      return exchange(call.withBody(new Blob(body.name(), body.mediaType(), bytes.readAllBytes())));
    } catch (IOException unreadable) {
      throw new ExtensionException(
          ExtensionException.Kind.UNAVAILABLE,
          "File \"%s\" cannot be read. Check that it is still there.".formatted(body.name()),
          unreadable);
    }
  }
}
