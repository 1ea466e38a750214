package dev.peregrine.host.http;

import java.util.Optional;

/**
 * A call and its answer without the person's secrets, see {@link Scrubber}.
 *
 * @param host with the port where the address names one
 * @param address path and query
 * @param request the body that was sent
 * @param status of the answer, after redirects
 * @param contentType as the server said, with UTF-8 as its character set
 * @param body the answer's text
 */
public record RecordedCall(
    String method,
    String host,
    String address,
    Optional<String> request,
    int status,
    Optional<String> contentType,
    String body) {

  /** What tells it from other calls. */
  String key() {
    return "%s %s%s %s".formatted(method, host, address, request.orElse(""));
  }

  /** The call for a person. */
  public String label() {
    return "%s %s%s".formatted(method, host, address);
  }
}
