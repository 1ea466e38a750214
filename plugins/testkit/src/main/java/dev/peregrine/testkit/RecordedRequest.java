package dev.peregrine.testkit;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A request that a {@link RecordedServer} got.
 *
 * @param method such as {@code GET}
 * @param address path and query as sent
 * @param headers names in lower case, the last value of each
 * @param bytes the body; not copied, so do not change it
 */
@SuppressWarnings("ArrayRecordComponent") // equality is of no use here, and uploads can be large
public record RecordedRequest(
    String method, URI address, Map<String, String> headers, byte[] bytes) {

  public RecordedRequest {
    headers = Map.copyOf(headers);
  }

  /** The body as UTF-8; empty where there was none. */
  public String body() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The path, decoded. */
  public String path() {
    return address.getPath();
  }

  /** The first value of a query parameter, decoded. */
  public Optional<String> query(String name) {
    String query = address.getRawQuery();
    if (query == null) {
      return Optional.empty();
    }
    for (String parameter : query.split("&")) {
      int equals = parameter.indexOf('=');
      String key = equals < 0 ? parameter : parameter.substring(0, equals);
      if (URLDecoder.decode(key, StandardCharsets.UTF_8).equals(name)) {
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }
}
