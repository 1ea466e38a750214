package dev.peregrine.host.oauth;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * A sign-in that waits for the person to type a code in elsewhere.
 *
 * @param userCode what they type
 * @param page where they type it
 * @param deviceCode what the token is asked for with; not for pages
 */
public record DeviceSignIn(
    String provider,
    String account,
    String userCode,
    URI page,
    Instant until,
    String deviceCode,
    Duration every) {

  /** Names no code. */
  @Override
  public String toString() {
    return "DeviceSignIn[%s]".formatted(provider);
  }
}
