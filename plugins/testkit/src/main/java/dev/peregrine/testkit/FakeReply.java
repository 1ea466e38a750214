package dev.peregrine.testkit;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** An answer that {@link FakeHttp} got. */
@SuppressWarnings("ArrayRecordComponent") // equality is of no use here, and answers can be large
record FakeReply(int status, URI address, HttpHeaders headers, byte[] bytes) implements HttpReply {

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w:.-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PAGE =
      Pattern.compile(
          "\\A[\\s\\x{feff}]*(<!--.*?-->\\s*)*<(!doctype html|html|head|body)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** With a compressed file unpacked, as the host does it. */
  FakeReply {
    if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
      try (var packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        bytes = packed.readAllBytes();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  @Override
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String text() {
    String text = new String(bytes, charset());
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  @Override
  public Json json() throws ExtensionException {
    String text = data();
    try {
      if (text.isBlank()) {
        throw changed("is empty", null);
      }
      return JsonView.read(text);
    } catch (JacksonException broken) {
      throw changed("is not JSON", broken);
    }
  }

  @Override
  public Markup html() {
    return new MarkupView(Jsoup.parse(text(), address.toString()));
  }

  @Override
  public Markup xml() throws ExtensionException {
    return new MarkupView(Jsoup.parse(data(), address.toString(), Parser.xmlParser()));
  }

  private String data() throws ExtensionException {
    String text = text();
    if (PAGE.matcher(text.substring(0, Math.min(text.length(), 2000))).find()) {
      throw new ExtensionException(
          Kind.REFUSED,
          "\"%s\" answered with a web page instead of data: it may block automated calls. Open it in a browser to see why, and try again later."
              .formatted(address.getHost()));
    }
    return text;
  }

  private ExtensionException changed(String what, @Nullable Throwable cause) {
    String message =
        "The answer of \"%s\" %s. The service may have changed: look for an update of the plugin."
            .formatted(address.getHost(), what);
    return cause == null
        ? new ExtensionException(Kind.CHANGED_REMOTE, message)
        : new ExtensionException(Kind.CHANGED_REMOTE, message, cause);
  }

  private Charset charset() {
    Matcher declared = CHARSET.matcher(header("Content-Type").orElse(""));
    if (declared.find()) {
      try {
        return Charset.forName(declared.group(1).toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException unknown) {
        return StandardCharsets.UTF_8;
      }
    }
    return StandardCharsets.UTF_8;
  }
}
