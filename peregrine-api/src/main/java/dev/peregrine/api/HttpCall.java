package dev.peregrine.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One call to make with {@link Http}.
 *
 * @param method upper case, such as {@code GET}
 * @param address absolute, {@code http} or {@code https}
 * @param headers names as written; {@code Host}, {@code Content-Length} and {@code Accept-Encoding}
 *     belong to the host
 * @param body what to send, if anything
 * @param timeout the longest time for the whole call; the host's limit where it is shorter
 * @since 0.1
 */
public record HttpCall(
    String method,
    URI address,
    Map<String, String> headers,
    Optional<Blob> body,
    Duration timeout) {

  public HttpCall {
    if (!method.equals(method.toUpperCase(Locale.ROOT)) || method.isBlank()) {
      throw new IllegalArgumentException(
          "HTTP method \"%s\": expected upper case.".formatted(method));
    }
    if (!address.isAbsolute() || address.getHost() == null) {
      throw new IllegalArgumentException(
          "Address \"%s\": expected an absolute http or https address.".formatted(address));
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          "Timeout \"%s\": expected more than zero.".formatted(timeout));
    }
    headers = Map.copyOf(headers);
    Objects.requireNonNull(body);
  }

  /** A {@code GET} of an address. */
  public static HttpCall get(URI address) {
    return new HttpCall("GET", address, Map.of(), Optional.empty(), Duration.ofSeconds(60));
  }

  /** A {@code GET} of an address. */
  public static HttpCall get(String address) {
    return get(URI.create(address));
  }

  /** A {@code POST} of JSON text. */
  public static HttpCall postJson(URI address, String json) {
    var body = new Blob("", "application/json", json.getBytes(StandardCharsets.UTF_8));
    return new HttpCall("POST", address, Map.of(), Optional.of(body), Duration.ofSeconds(60));
  }

  /** This with a query parameter more; name and value are encoded here. */
  public HttpCall withQuery(String name, String value) {
    String parameter = encoded(name) + "=" + encoded(value);
    String text = address.toString();
    int hash = text.indexOf('#');
    String bare = hash < 0 ? text : text.substring(0, hash);
    char joint = bare.indexOf('?') < 0 ? '?' : '&';
    return new HttpCall(method, URI.create(bare + joint + parameter), headers, body, timeout);
  }

  /** This with a header more, or with another value of that header. */
  public HttpCall withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpCall(method, address, more, body, timeout);
  }

  /** This with another longest time. */
  public HttpCall withTimeout(Duration newTimeout) {
    return new HttpCall(method, address, headers, body, newTimeout);
  }

  /** An address below another one; each step is encoded here. */
  public static URI under(URI base, String... steps) {
    List<String> parts = new ArrayList<>();
    for (String step : steps) {
      parts.add(encoded(step));
    }
    String text = base.toString();
    String start = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return URI.create(start + "/" + String.join("/", parts));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
