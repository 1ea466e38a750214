package dev.peregrine.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@link RecordedServer} answers.
 *
 * @param status such as 200
 * @param headers names as sent; the length is added by the server
 * @param bytes the body; not copied, so do not change it
 */
@SuppressWarnings("ArrayRecordComponent") // equality is of no use here, and answers can be large
public record RecordedAnswer(int status, Map<String, String> headers, byte[] bytes) {

  public RecordedAnswer {
    headers = Map.copyOf(headers);
  }

  /** Status 200 with JSON. */
  public static RecordedAnswer json(String body) {
    return of("application/json; charset=utf-8", body);
  }

  /** Status 200 with HTML. */
  public static RecordedAnswer html(String body) {
    return of("text/html; charset=utf-8", body);
  }

  /** Status 200 with XML. */
  public static RecordedAnswer xml(String body) {
    return of("application/xml; charset=utf-8", body);
  }

  /** Status 200 with a body in UTF-8. */
  public static RecordedAnswer of(String contentType, String body) {
    return new RecordedAnswer(
        200, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  /** A status with a short text of the server's own. */
  public static RecordedAnswer status(int status) {
    return of("text/plain; charset=utf-8", SERVER_TEXT).withStatus(status);
  }

  /** Stands in the body of {@link #status(int)}; no message to a person may repeat it. */
  static final String SERVER_TEXT = "zq-raw-server-text";

  /** This with another status. */
  public RecordedAnswer withStatus(int newStatus) {
    return new RecordedAnswer(newStatus, headers, bytes);
  }

  /** This with a header more. */
  public RecordedAnswer withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new RecordedAnswer(status, more, bytes);
  }

  /** This with another body. */
  public RecordedAnswer withBytes(byte[] newBytes) {
    return new RecordedAnswer(status, headers, newBytes);
  }

  /** This with the body cut after so many bytes; the answer is complete as HTTP goes. */
  public RecordedAnswer cutAfter(int length) {
    return withBytes(Arrays.copyOf(bytes, Math.min(length, bytes.length)));
  }
}
