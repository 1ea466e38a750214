package dev.peregrine.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.peregrine.api.About;
import dev.peregrine.api.Blob;
import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.HttpStream;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are read while they arrive, and bodies that are sent while they are read. */
@Timeout(60)
class StreamingTest {

  @TempDir private static Path home;

  private final OutgoingHttp outgoing =
      new OutgoingHttp(OutgoingOptions.usual(), InstantSource.system());
  private final List<LocalServer> servers = new ArrayList<>();

  @AfterEach
  void close() {
    servers.forEach(LocalServer::close);
    outgoing.close();
  }

  private static Tenant tenant() {
    return new Tenant("ada", home);
  }

  private LocalServer server(LocalServer.Answer answer) {
    LocalServer server = LocalServer.answering(answer);
    servers.add(server);
    return server;
  }

  private Http of(URI... entered) {
    return tenant()
        .calling(
            () ->
                outgoing.forExtension(
                    "llm/sample",
                    About.of("sample", "Sample", ""),
                    Given.addresses(List.of(entered))));
  }

  private static OutputStream begin(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static HttpCall get(LocalServer server, Duration silence) {
    return HttpCall.get(server.at("/chat")).withTimeout(silence);
  }

  private static ExtensionException refusal(HttpStream stream) {
    ExtensionException refusal =
        catchThrowableOfType(
            ExtensionException.class,
            () -> {
              while (stream.line().isPresent()) {
                // read on
              }
            });
    assertThat(refusal).as("refusal").isNotNull();
    return refusal;
  }

  @Test
  void aLineIsThereBeforeTheNextIsWritten() throws Exception {
    var read = new CountDownLatch(1);
    LocalServer server =
        server(
            exchange -> {
              OutputStream out = begin(exchange);
              write(out, "data: one\r\n");
              read.await();
              write(out, "\ndata: zwei ü\nlast");
            });
    try (HttpStream stream = of(server.at("/")).stream(get(server, Duration.ofSeconds(20)))) {
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.line()).contains("data: one");
      read.countDown();
      assertThat(stream.line()).contains("");
      assertThat(stream.line()).contains("data: zwei ü");
      assertThat(stream.line()).contains("last");
      assertThat(stream.line()).isEmpty();
      assertThat(stream.line()).isEmpty();
    }
    CallLedger.Entry entry = outgoing.ledger().of("ada").getFirst();
    assertThat(entry.caller()).isEqualTo("llm/sample");
    assertThat(entry.status()).isEqualTo(200);
    assertThat(entry.bytes())
        .isEqualTo("data: one\r\n\ndata: zwei ü\nlast".getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void itMayTakeLongerThanTheSilenceThatIsBorne() throws Exception {
    LocalServer server =
        server(
            exchange -> {
              OutputStream out = begin(exchange);
              for (int i = 0; i < 8; i++) {
                TimeUnit.MILLISECONDS.sleep(250);
                write(out, i + "\n");
              }
            });
    try (HttpStream stream = of(server.at("/")).stream(get(server, Duration.ofSeconds(1)))) {
      for (int i = 0; i < 8; i++) {
        assertThat(stream.line()).contains(Integer.toString(i));
      }
      assertThat(stream.line()).isEmpty();
    }
  }

  @Test
  void aSilenceThatIsTooLongEndsItAndSoDoesABrokenConnection() throws Exception {
    var end = new CountDownLatch(1);
    LocalServer silent =
        server(
            exchange -> {
              write(begin(exchange), "one\n");
              end.await();
            });
    try (HttpStream stream = of(silent.at("/")).stream(get(silent, Duration.ofMillis(300)))) {
      assertThat(stream.line()).contains("one");
      ExtensionException refusal = refusal(stream);
      assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(refusal).hasMessageContaining("did not answer in time");
    }
    end.countDown();
    LocalServer broken =
        server(
            exchange -> {
              exchange.sendResponseHeaders(200, 1_000);
              write(exchange.getResponseBody(), "one\n");
            });
    try (HttpStream stream = of(broken.at("/")).stream(get(broken, Duration.ofSeconds(5)))) {
      assertThat(refusal(stream).kind()).isEqualTo(Kind.UNAVAILABLE);
    }
  }

  @Test
  void aLineOfMoreThanAMebibyteIsNotRead() throws Exception {
    LocalServer server =
        server(
            exchange -> {
              OutputStream out = begin(exchange);
              var part = "x".repeat(64 << 10);
              for (int i = 0; i < 40; i++) {
                write(out, part);
              }
            });
    try (HttpStream stream = of(server.at("/")).stream(get(server, Duration.ofSeconds(5)))) {
      ExtensionException refusal = refusal(stream);
      assertThat(refusal.kind()).isEqualTo(Kind.CHANGED_REMOTE);
      assertThat(refusal).hasMessageContaining("64 MiB, or with a line of more than 1 MiB");
    }
  }

  @Test
  void anAnswerOfMoreThan64MebibytesIsNotRead() throws Exception {
    LocalServer server =
        server(
            exchange -> {
              OutputStream out = begin(exchange);
              byte[] line = ("x".repeat((64 << 10) - 1) + "\n").getBytes(StandardCharsets.UTF_8);
              for (int i = 0; i < 1_100; i++) {
                out.write(line);
              }
            });
    var lines = new AtomicLong();
    try (HttpStream stream = of(server.at("/")).stream(get(server, Duration.ofSeconds(20)))) {
      ExtensionException refusal =
          catchThrowableOfType(
              ExtensionException.class,
              () -> {
                while (stream.line().isPresent()) {
                  lines.incrementAndGet();
                }
              });
      assertThat(refusal.kind()).isEqualTo(Kind.CHANGED_REMOTE);
    }
    assertThat(lines).hasValueBetween(1_000, 1_024);
  }

  @Test
  void closingOrAnInterruptEndsTheCall() throws Exception {
    var gone = new CountDownLatch(2);
    LocalServer server =
        server(
            exchange -> {
              OutputStream out = begin(exchange);
              try {
                for (int i = 0; i < 10_000; i++) {
                  write(out, "line\n");
                  TimeUnit.MILLISECONDS.sleep(5);
                }
              } catch (IOException closed) {
                gone.countDown();
              }
            });
    HttpStream closed = of(server.at("/")).stream(get(server, Duration.ofSeconds(20)));
    assertThat(closed.line()).contains("line");
    closed.close();
    var thrown = new AtomicReference<Throwable>();
    var reads = new CountDownLatch(1);
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (HttpStream stream =
                      of(server.at("/")).stream(get(server, Duration.ofSeconds(20)))) {
                    while (stream.line().isPresent()) {
                      reads.countDown();
                    }
                  } catch (Throwable e) {
                    thrown.set(e);
                  }
                });
    reads.await();
    reader.interrupt();
    reader.join(Duration.ofSeconds(10));
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void anErrorIsAnAnswerWithAStatus() throws Exception {
    LocalServer server =
        server(exchange -> LocalServer.reply(exchange, 404, "text/plain", "no such model\n"));
    try (HttpStream stream = of(server.at("/")).stream(get(server, Duration.ofSeconds(5)))) {
      assertThat(stream.status()).isEqualTo(404);
      assertThat(stream.header("content-TYPE")).contains("text/plain");
      assertThat(stream.line()).contains("no such model");
    }
  }

  @Test
  void onlyWhatThePersonEnteredMayLeadInside() {
    LocalServer server = server(exchange -> LocalServer.reply(exchange, 200, "text/plain", "x"));
    LocalServer other = server(exchange -> LocalServer.reply(exchange, 200, "text/plain", "x"));
    ExtensionException refusal =
        catchThrowableOfType(
            ExtensionException.class,
            () -> of(server.at("/")).stream(get(other, Duration.ofSeconds(5))));
    assertThat(refusal.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(other.calls()).isEmpty();
  }

  @Test
  void redirectsAreFollowedWithTheirBodyWhereTheHostMayBeCalled() throws Exception {
    var said = new AtomicReference<String>("");
    LocalServer server =
        LocalServer.answering(
            exchange -> {
              if (exchange.getRequestURI().getPath().equals("/old")) {
                exchange.getResponseHeaders().set("Location", "/new");
                exchange.sendResponseHeaders(308, -1);
              } else {
                said.set(exchange.getRequestMethod());
                LocalServer.reply(exchange, 200, "text/plain", "moved\n");
              }
            });
    servers.add(server);
    try (HttpStream stream =
        of(server.at("/")).stream(HttpCall.postJson(server.at("/old"), "{}"))) {
      assertThat(stream.line()).contains("moved");
    }
    assertThat(said).hasValue("POST");
  }

  @Test
  void aFileIsSentWhileItIsRead() throws Exception {
    var received = new AtomicLong();
    var type = new AtomicReference<String>("");
    LocalServer server =
        LocalServer.answering(
            exchange -> {
              type.set(exchange.getRequestHeaders().getFirst("Content-Type"));
              LocalServer.reply(exchange, 201, "text/plain", "stored");
            });
    servers.add(server);
    var opened = new AtomicBoolean();
    Content large =
        new Content() {
          @Override
          public String name() {
            return "large.bin";
          }

          @Override
          public String mediaType() {
            return "application/x-large";
          }

          @Override
          public long length() {
            return 30L << 20; // more than an answer may have, and than is held in memory
          }

          @Override
          public InputStream open(long from) {
            opened.set(true);
            return new InputStream() {
              @Override
              public int read() {
                return received.incrementAndGet() <= length() ? 'x' : -1;
              }
            };
          }
        };
    HttpReply reply = of(server.at("/")).send(HttpCall.of("PUT", server.at("/file")), large);
    assertThat(reply.status()).isEqualTo(201);
    assertThat(type).hasValue("application/x-large");
    assertThat(opened).isTrue();
  }

  @Test
  void aFileThatCannotBeReadIsNoFaultOfTheServer() {
    LocalServer server = server(exchange -> LocalServer.reply(exchange, 200, "text/plain", "x"));
    Content gone =
        new Content() {
          @Override
          public String name() {
            return "gone.pdf";
          }

          @Override
          public String mediaType() {
            return "application/pdf";
          }

          @Override
          public long length() {
            return 10;
          }

          @Override
          public InputStream open(long from) throws IOException {
            throw new IOException("no such file");
          }
        };
    ExtensionException refusal =
        catchThrowableOfType(
            ExtensionException.class,
            () -> of(server.at("/")).send(HttpCall.of("PUT", server.at("/file")), gone));
    assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(refusal)
        .hasMessage("File \"gone.pdf\" cannot be read. Check that it is still there.");
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class,
                () ->
                    of(server.at("/"))
                        .send(
                            HttpCall.of("PUT", server.at("/file"))
                                .withBody(new Blob("a", "text/plain", new byte[0])),
                            gone)))
        .isNotNull();
  }
}
