package dev.peregrine.host.http;

import dev.peregrine.api.Blob;
import dev.peregrine.api.Content;
import dev.peregrine.api.HttpCall;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Calls in OkHttp's words. */
final class Requests {

  /** They belong to the host: the guard, the limits and the decompression rely on them. */
  private static final Set<String> OURS =
      Set.of(
          "host",
          "content-length",
          "accept-encoding",
          "transfer-encoding",
          "connection",
          "proxy-authorization");

  /** What may go on to another host; anything else may be a key. */
  private static final Set<String> HARMLESS = Set.of("accept", "accept-language", "user-agent");

  private Requests() {}

  static Request of(HttpCall call, String userAgent) {
    HttpUrl url = HttpUrl.parse(call.address().toString());
    if (url == null) {
      throw new IllegalArgumentException(
          "Address at \"%s\": expected an http or https address."
              .formatted(call.address().getHost()));
    }
    var request = new Request.Builder().url(url).header("User-Agent", userAgent);
    request.header("Accept", "*/*");
    call.body().ifPresent(body -> request.header("Content-Type", body.mediaType()));
    call.headers().forEach((name, value) -> addTo(request, name, value));
    return request.method(call.method(), body(call.method(), call.body())).build();
  }

  /** The same with a body that is read while it is sent. */
  static Request of(HttpCall call, Content body, String userAgent) {
    if (call.body().isPresent()) {
      throw new IllegalArgumentException("A call that sends a content has a body of its own.");
    }
    Request bare = of(call, userAgent);
    return bare.newBuilder()
        .header("Content-Type", body.mediaType())
        .method(call.method(), new Sent(body))
        .build();
  }

  /** What was to be sent cannot be read: the other side is not to blame. */
  static final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String name, IOException cause) {
      super(name, cause);
    }
  }

  /** A body that is read while it is sent, and anew after a redirect. */
  private static final class Sent extends RequestBody {

    private static final int PART = 64 << 10;

    private final Content content;

    Sent(Content content) {
      this.content = content;
    }

    @Override
    public @Nullable MediaType contentType() {
      return null; // The header says it.
    }

    @Override
    public long contentLength() {
      return content.length();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      var part = new byte[PART];
      try (InputStream in = opened()) {
        for (int read = read(in, part); read >= 0; read = read(in, part)) {
          sink.write(part, 0, read);
        }
      }
    }

    private InputStream opened() throws UnreadableException {
      try {
        return content.open(0);
      } catch (IOException unreadable) {
        throw new UnreadableException(content.name(), unreadable);
      }
    }

    private int read(InputStream in, byte[] part) throws UnreadableException {
      try {
        return in.read(part);
      } catch (IOException unreadable) {
        throw new UnreadableException(content.name(), unreadable);
      }
    }
  }

  private static void addTo(Request.Builder request, String name, String value) {
    if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    try {
      request.header(name, value);
    } catch (IllegalArgumentException e) {
      // Without the cause: its text may hold the value, and the value a secret.
      throw new IllegalArgumentException(
          "Header \"%s\": its name or value has characters that a header cannot have."
              .formatted(name));
    }
  }

  private static @Nullable RequestBody body(String method, Optional<Blob> body) {
    boolean needed = Set.of("POST", "PUT", "PATCH").contains(method);
    if (body.isEmpty()) {
      return needed ? new OneShot(new byte[0]) : null;
    }
    if (method.equals("GET") || method.equals("HEAD")) {
      throw new IllegalArgumentException(
          "HTTP method \"%s\": expected one that has a body, such as POST.".formatted(method));
    }
    return new OneShot(body.get().bytes());
  }

  /** The request that follows a redirect, as browsers make it. */
  static Request redirected(Request request, HttpUrl to, int status) {
    var next = request.newBuilder().url(to);
    boolean keepsMethod = status == 307 || status == 308 || request.method().equals("HEAD");
    if (!keepsMethod && !request.method().equals("GET")) {
      next.method("GET", null).removeHeader("Content-Type");
    }
    if (!sameOrigin(request.url(), to)) {
      for (String name : request.headers().names()) {
        if (!HARMLESS.contains(name.toLowerCase(Locale.ROOT))) {
          next.removeHeader(name);
        }
      }
    }
    return next.build();
  }

  private static boolean sameOrigin(HttpUrl one, HttpUrl other) {
    return one.host().equals(other.host())
        && one.port() == other.port()
        && one.scheme().equals(other.scheme());
  }

  /** A body that is never sent a second time behind our back. */
  private static final class OneShot extends RequestBody {

    private final byte[] bytes;

    OneShot(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public @Nullable MediaType contentType() {
      return null; // The header says it, as the caller wrote it.
    }

    @Override
    public long contentLength() {
      return bytes.length;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(bytes);
    }
  }
}
