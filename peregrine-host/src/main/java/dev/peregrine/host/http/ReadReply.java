package dev.peregrine.host.http;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** An answer whose body was read. */
final class ReadReply implements HttpReply {

  private final int status;
  private final HttpUrl url;
  private final Headers headers;
  private final byte[] body;
  private final boolean kept;

  ReadReply(int status, HttpUrl url, Headers headers, byte[] body) {
    this(status, url, headers, body, false);
  }

  /**
   * @param kept whether the server said that the kept body still holds
   */
  ReadReply(int status, HttpUrl url, Headers headers, byte[] body, boolean kept) {
    this.status = status;
    this.url = url;
    this.headers = headers;
    this.body = body;
    this.kept = kept;
  }

  /** How much of it came over the network. */
  int received() {
    return kept ? 0 : body.length;
  }

  /** What the server itself answered. */
  int wireStatus() {
    return kept ? 304 : status;
  }

  HttpUrl url() {
    return url;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public URI address() {
    return url.uri();
  }

  @Override
  public Optional<String> header(String name) {
    for (int i = 0; i < headers.size(); i++) {
      if (headers.name(i).equalsIgnoreCase(name)) {
        return Optional.of(headers.value(i));
      }
    }
    return Optional.empty();
  }

  @Override
  public String text() {
    return BodyText.decode(body, header("Content-Type"));
  }

  @Override
  public byte[] bytes() {
    return body.clone();
  }

  @Override
  public Json json() throws ExtensionException {
    String text = text();
    refuseWall(text, true);
    return JsonView.of(text, url.host());
  }

  @Override
  public Markup html() {
    return MarkupView.html(text(), url.toString());
  }

  @Override
  public Markup xml() throws ExtensionException {
    String text = text();
    refuseWall(text, false);
    return MarkupView.xml(text, url.toString());
  }

  /** A page where data should be is a wall: a sign-in, a CAPTCHA, a notice. */
  private void refuseWall(String text, boolean anyMarkup) throws ExtensionException {
    String start = afterPreamble(text.substring(0, Math.min(text.length(), 4_000)));
    boolean saysHtml =
        header("Content-Type").orElse("").toLowerCase(Locale.ROOT).startsWith("text/html");
    if (start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || (anyMarkup && saysHtml && start.startsWith("<"))) {
      throw new ExtensionException(
          Kind.REFUSED,
          "\"%s\" answered with a web page where data was expected: it may be blocking automated access. Open it in a browser to see what it wants."
              .formatted(url.host()));
    }
  }

  /** The beginning in lower case, without comments and processing instructions. */
  private static String afterPreamble(String text) {
    String start = text.strip().toLowerCase(Locale.ROOT);
    while (start.startsWith("<!--") || start.startsWith("<?")) {
      int end = start.startsWith("<?") ? start.indexOf("?>") + 2 : start.indexOf("-->") + 3;
      if (end < 4) {
        return start;
      }
      start = start.substring(end).strip();
    }
    return start;
  }

  @Override
  public String toString() {
    return "%d from %s, %d bytes".formatted(status, url.host(), body.length);
  }
}
