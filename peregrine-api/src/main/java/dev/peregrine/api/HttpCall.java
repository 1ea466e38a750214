package dev.peregrine.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One call to make with {@link Http}.
 *
 * @param method upper case, such as {@code GET}
 * @param address absolute, {@code http} or {@code https}
 * @param headers one value a name; names are compared without case; {@code Host}, {@code
 *     Content-Length} and {@code Accept-Encoding} belong to the host
 * @param body what to send, if anything
 * @param timeout the longest time for the whole call; the host's limit where it is shorter
 * @param accepted statuses beside 200 to 299, each 100 to 999, that are an answer to {@link
 *     Http#fetch} and no failure
 * @since 0.1
 */
public record HttpCall(
    String method,
    URI address,
    Map<String, String> headers,
    Optional<Blob> body,
    Duration timeout,
    Set<Integer> accepted) {

  private static final Pattern METHOD = Pattern.compile("[A-Z][A-Z-]{0,19}");
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

  public HttpCall {
    if (!METHOD.matcher(method).matches()) {
      throw new IllegalArgumentException(
          "HTTP method \"%s\": expected upper case.".formatted(method));
    }
    String scheme = address.getScheme();
    if (address.getHost() == null
        || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
      throw new IllegalArgumentException(
          "Address \"%s\": expected an absolute http or https address.".formatted(address));
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          "Timeout \"%s\": expected more than zero.".formatted(timeout));
    }
    var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, value) -> copy.put(checkedName(name), checkedValue(name, value)));
    headers = Collections.unmodifiableMap(copy);
    Objects.requireNonNull(body);
    for (int status : accepted) {
      if (status < 100 || status > 999) {
        throw new IllegalArgumentException(
            "Status \"%d\": expected 100 to 999, such as 404.".formatted(status));
      }
    }
    accepted = Set.copyOf(accepted);
  }

  /** A call for which only 200 to 299 is an answer. */
  public HttpCall(
      String method,
      URI address,
      Map<String, String> headers,
      Optional<Blob> body,
      Duration timeout) {
    this(method, address, headers, body, timeout, Set.of());
  }

  /** A call without headers and body. */
  public static HttpCall of(String method, URI address) {
    return new HttpCall(method, address, Map.of(), Optional.empty(), Duration.ofSeconds(60));
  }

  /** A {@code GET} of an address. */
  public static HttpCall get(URI address) {
    return of("GET", address);
  }

  /** A {@code GET} of an address. */
  public static HttpCall get(String address) {
    return get(URI.create(address));
  }

  /**
   * The address that a board wrote, if it is an absolute {@code http} or {@code https} one. Blanks
   * and other signs that do not belong into an address are encoded, as browsers do.
   */
  public static Optional<URI> address(String text) {
    return WebAddress.parse(text);
  }

  /** As {@link #address(String)}, for one that may be relative to the page on which it stands. */
  public static Optional<URI> address(URI page, String text) {
    return WebAddress.parse(page, text);
  }

  /** A {@code POST} of JSON text. */
  public static HttpCall postJson(URI address, String json) {
    return of("POST", address).withJson(json);
  }

  /** A {@code POST} of a form's fields, in the map's order; names and values are encoded here. */
  public static HttpCall postForm(URI address, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> formEncoded(field.getKey()) + "=" + formEncoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return of("POST", address)
        .withBody(
            new Blob(
                "", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8)));
  }

  /** This with a query parameter more; name and value are encoded here. */
  public HttpCall withQuery(String name, String value) {
    String text = address.toString();
    int hash = text.indexOf('#');
    String bare = hash < 0 ? text : text.substring(0, hash);
    String joint =
        bare.indexOf('?') < 0 ? "?" : bare.endsWith("?") || bare.endsWith("&") ? "" : "&";
    URI longer = URI.create(bare + joint + encoded(name) + "=" + encoded(value));
    return new HttpCall(method, longer, headers, body, timeout, accepted);
  }

  /** This with a header more, or with another value of that header. */
  public HttpCall withHeader(String name, String value) {
    var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new HttpCall(method, address, more, body, timeout, accepted);
  }

  /** This as a browser set to English makes it, for sites that show other callers nothing. */
  public HttpCall asBrowser() {
    return withHeader("User-Agent", BROWSER).withHeader("Accept-Language", "en");
  }

  /** This with another body. */
  public HttpCall withBody(Blob newBody) {
    return new HttpCall(method, address, headers, Optional.of(newBody), timeout, accepted);
  }

  /** This with JSON text as the body. */
  public HttpCall withJson(String json) {
    return withBody(new Blob("", "application/json", json.getBytes(StandardCharsets.UTF_8)));
  }

  /** This with another longest time. */
  public HttpCall withTimeout(Duration newTimeout) {
    return new HttpCall(method, address, headers, body, newTimeout, accepted);
  }

  /**
   * This with other statuses that {@link Http#fetch} gives back instead of throwing, such as 404
   * where it means that the other side does not know what was asked for.
   */
  public HttpCall accepting(int... statuses) {
    Set<Integer> others = Arrays.stream(statuses).boxed().collect(Collectors.toSet());
    return new HttpCall(method, address, headers, body, timeout, others);
  }

  /**
   * An address below another one, whose query and fragment are dropped. Each step is encoded here,
   * a slash in it too, so that a step from a stranger stays one step.
   *
   * @throws IllegalArgumentException for a step {@code .} or {@code ..}, which no encoding makes
   *     harmless, and for an empty one that is not the last
   */
  public static URI under(URI base, String... steps) {
    String text = base.toString().split("[?#]", 2)[0];
    var address =
        new StringBuilder(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    for (int i = 0; i < steps.length; i++) {
      boolean empty = steps[i].isEmpty() && i < steps.length - 1;
      if (empty || steps[i].equals(".") || steps[i].equals("..")) {
        throw new IllegalArgumentException(
            "Address step \"%s\" of %s below \"%s\": expected a name."
                .formatted(steps[i], Arrays.toString(steps), text));
      }
      address.append('/').append(encoded(steps[i]));
    }
    return URI.create(address.toString());
  }

  /** Without what may be secret: the query, the headers' values and the body. */
  @Override
  public String toString() {
    return "HttpCall[%s %s, headers=%s, body=%s, timeout=%s]"
        .formatted(
            method,
            address.toString().split("[?#]", 2)[0],
            headers.keySet(),
            body.map(Blob::toString).orElse("none"),
            timeout);
  }

  private static String checkedName(String name) {
    if (!HEADER.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Header \"%s\": expected a name such as Accept.".formatted(name));
    }
    return name;
  }

  /** The value may be secret, so the message does not quote it. */
  private static String checkedValue(String name, String value) {
    if (value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 127)) {
      throw new IllegalArgumentException(
          "Header \"%s\": its value has control characters, expected one line.".formatted(name));
    }
    return value;
  }

  private static String encoded(String text) {
    return formEncoded(text).replace("+", "%20").replace("%7E", "~");
  }

  private static String formEncoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
