package dev.peregrine.host.plugins;

import dev.peregrine.api.Http;
import dev.peregrine.host.http.RecordedCall;
import java.util.Map;
import java.util.Optional;

/**
 * Stands between a board and the network while it is tried: to keep what it asks and is answered,
 * or to answer in place of the network. Called from the board's threads.
 */
public interface CallTap {

  /** Hears nothing and changes nothing. */
  CallTap NONE = new CallTap() {};

  /**
   * A call of the board begins.
   *
   * @param settings what a person entered, with a placeholder for each secret
   */
  default void opened(Map<String, String> settings) {}

  /** The board made a call over HTTP; the person's secrets are out of it already. */
  default void heard(RecordedCall call) {}

  /** What answers in place of the network. */
  default Optional<Http> standIn() {
    return Optional.empty();
  }
}
