package dev.peregrine.api.integration;

/**
 * How far changes of the other side were read. The host keeps the token together with what it made
 * of the changes, and hands it in the next time.
 *
 * @param token the service's own mark, opaque to the host; not blank
 * @param whole whether everything was handed over rather than what changed since the token that was
 *     handed in, because there was none or the service does not know it any more: what was not
 *     mentioned is then gone
 * @since 0.1
 */
public record SyncPoint(String token, boolean whole) {

  public SyncPoint {
    if (token.isBlank()) {
      throw new IllegalArgumentException("A sync point's token is blank.");
    }
  }
}
