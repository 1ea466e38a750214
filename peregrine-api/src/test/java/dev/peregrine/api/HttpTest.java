package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a host gives that neither streams answers nor bodies: the whole at once. */
class HttpTest {

  private static final HttpCall CALL = HttpCall.of("PUT", URI.create("https://h.example/f"));

  @Test
  void anAnswerIsGivenLineByLine() throws Exception {
    try (HttpStream lines = new EchoingHttp().stream(CALL.withBody(blob("data: a\r\n\ndata: b")))) {
      assertThat(lines.status()).isEqualTo(201);
      assertThat(lines.header("Server")).hasValue("echo");
      assertThat(lines.line()).hasValue("data: a");
      assertThat(lines.line()).hasValue("");
      assertThat(lines.line()).hasValue("data: b");
      assertThat(lines.line()).isEmpty();
    }
  }

  @Test
  void contentIsSentAsTheBody() throws Exception {
    HttpReply reply = new EchoingHttp().send(CALL, Content.of(blob("hello")));
    assertThat(reply.text()).isEqualTo("hello");
  }

  @Test
  void contentThatCannotBeReadIsNamed() {
    Content gone = new GoneContent();
    assertThatThrownBy(() -> new EchoingHttp().send(CALL, gone))
        .isInstanceOf(ExtensionException.class)
        .hasMessage("File \"letter.pdf\" cannot be read. Check that it is still there.");
  }

  @Test
  void contentCanBeReadFromTheMiddle() throws Exception {
    Content content = Content.of(blob("hello"));
    assertThat(content.length()).isEqualTo(5);
    try (InputStream rest = content.open(3)) {
      assertThat(rest.readAllBytes()).isEqualTo("lo".getBytes(StandardCharsets.UTF_8));
    }
    try (InputStream nothing = content.open(5)) {
      assertThat(nothing.readAllBytes()).isEmpty();
    }
    assertThatThrownBy(() -> content.open(6)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static Blob blob(String text) {
    return new Blob("note.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  private static final class EchoingHttp implements Http {
    @Override
    public HttpReply fetch(HttpCall call) {
      return exchange(call);
    }

    @Override
    public HttpReply exchange(HttpCall call) {
      return new Echo(call);
    }
  }

  private record Echo(HttpCall call) implements HttpReply {
    @Override
    public int status() {
      return 201;
    }

    @Override
    public URI address() {
      return call.address();
    }

    @Override
    public Optional<String> header(String name) {
      return name.equalsIgnoreCase("server") ? Optional.of("echo") : Optional.empty();
    }

    @Override
    public String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] bytes() {
      return call.body().orElseThrow().bytes();
    }

    @Override
    public Json json() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Markup html() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Markup xml() {
      throw new UnsupportedOperationException();
    }
  }

  private static final class GoneContent implements Content {
    @Override
    public String name() {
      return "letter.pdf";
    }

    @Override
    public String mediaType() {
      return "application/pdf";
    }

    @Override
    public long length() {
      return 7;
    }

    @Override
    public InputStream open(long from) throws IOException {
      throw new IOException("gone");
    }
  }
}
