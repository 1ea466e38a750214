package dev.peregrine.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for again, the server need not send again. */
@Timeout(60)
class KeptAnswersTest {

  @TempDir private Path home;

  private final List<AutoCloseable> opened = new ArrayList<>();
  private OutgoingHttp outgoing = started();
  private String body = "first";

  private static OutgoingHttp started() {
    return new OutgoingHttp(
        OutgoingOptions.usual().withPace(Duration.ZERO, 6, Duration.ofMillis(1)),
        InstantSource.system());
  }

  @AfterEach
  void close() throws Exception {
    outgoing.close();
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  /** Answers 304 where the caller names the mark of what there is now. */
  private LocalServer server(String header, String... more) {
    LocalServer server =
        LocalServer.answering(
            exchange -> {
              String mark =
                  header.equals("ETag")
                      ? "\"" + body + "\""
                      : body.equals("first")
                          ? "Tue, 12 May 2026 10:00:00 GMT"
                          : "Wed, 13 May 2026 10:00:00 GMT";
              for (int i = 0; i < more.length; i += 2) {
                exchange.getResponseHeaders().set(more[i], more[i + 1]);
              }
              exchange.getResponseHeaders().set(header, mark);
              if (mark.equals(asked(exchange, "If-None-Match"))
                  || mark.equals(asked(exchange, "If-Modified-Since"))) {
                exchange.sendResponseHeaders(304, -1);
              } else {
                LocalServer.reply(exchange, 200, "text/plain", body);
              }
            });
    opened.add(server);
    return server;
  }

  private static String asked(HttpExchange exchange, String header) {
    return exchange.getRequestHeaders().getFirst(header);
  }

  private HttpReply get(String tenant, LocalServer server, HttpCall call) throws Exception {
    var given = new Given(List.of(server.at("/")), List.of("s3cret"), Proxies.NONE);
    return new Tenant(tenant, home.resolve(tenant))
        .call(
            () ->
                outgoing
                    .forExtension("board/sample", About.of("sample", "Sample", ""), given)
                    .fetch(call));
  }

  private String text(LocalServer server, String path) throws Exception {
    return get("ada", server, HttpCall.get(server.at(path))).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETag", "Last-Modified"})
  void anUnchangedAnswerComesFromTheFolderAlsoAfterANewStart(String header) throws Exception {
    LocalServer server = server(header);
    assertThat(text(server, "/jobs")).isEqualTo("first");
    outgoing.close();
    outgoing = started();
    assertThat(text(server, "/jobs")).isEqualTo("first");
    assertThat(server.calls()).hasSize(2);
    assertThat(server.calls().getLast().getResponseCode()).isEqualTo(304);
    CallLedger.Entry last = outgoing.ledger().of("ada").getFirst();
    assertThat(last.status()).isEqualTo(304);
    assertThat(last.bytes()).isZero();
  }

  @Test
  void theServerIsAskedEvenWhileTheAnswerWouldStillBeFresh() throws Exception {
    LocalServer server = server("ETag", "Cache-Control", "max-age=3600");
    assertThat(text(server, "/jobs")).isEqualTo("first");
    body = "second";
    assertThat(text(server, "/jobs")).isEqualTo("second");
    assertThat(text(server, "/jobs")).isEqualTo("second");
    assertThat(server.calls()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/jobs?q=s3cret", "/jobs?api_key=x", "/s3cret/jobs", "/jobs?q=s3%63ret"})
  void addressesWithASecretAreNeverKept(String path) throws Exception {
    LocalServer server = server("ETag");
    text(server, path);
    text(server, path);
    assertThat(server.calls()).allMatch(call -> asked(call, "If-None-Match") == null);
    assertThat(stored()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "X-Api-Key", "Cookie"})
  void callsWithAKeyInAHeaderAreNeverKept(String header) throws Exception {
    LocalServer server = server("ETag");
    HttpCall call = HttpCall.get(server.at("/jobs")).withHeader(header, "a=b");
    get("ada", server, call);
    get("ada", server, call);
    assertThat(server.calls()).allMatch(each -> asked(each, "If-None-Match") == null);
    assertThat(stored()).isEmpty();
  }

  @Test
  void answersThatSetACookieOrForbidItAreNotKept() throws Exception {
    LocalServer cookies = server("ETag", "Set-Cookie", "session=1");
    LocalServer forbidding = server("ETag", "Cache-Control", "no-store");
    for (LocalServer server : List.of(cookies, forbidding)) {
      text(server, "/jobs");
      text(server, "/jobs");
      assertThat(server.calls().getLast().getResponseCode()).isEqualTo(200);
    }
    assertThat(stored()).isEmpty();
  }

  @Test
  void aFailureIsNoAnswerToKeep() throws Exception {
    LocalServer server =
        LocalServer.answering(
            exchange -> {
              exchange.getResponseHeaders().set("ETag", "\"gone\"");
              LocalServer.reply(exchange, 404, "text/plain", "gone");
            });
    opened.add(server);
    for (int i = 0; i < 2; i++) {
      try {
        text(server, "/jobs");
      } catch (ExtensionException gone) {
        assertThat(gone.kind()).isEqualTo(ExtensionException.Kind.CHANGED_REMOTE);
      }
    }
    assertThat(server.calls()).allMatch(call -> asked(call, "If-None-Match") == null);
  }

  @Test
  void oneTenantsAnswersAreNotAnothers() throws Exception {
    LocalServer server = server("ETag");
    get("ada", server, HttpCall.get(server.at("/jobs")));
    get("bob", server, HttpCall.get(server.at("/jobs")));
    assertThat(server.calls()).allMatch(call -> asked(call, "If-None-Match") == null);
  }

  @Test
  void aSecondProgramOnTheSameHomeGoesWithout() throws Exception {
    LocalServer server = server("ETag");
    text(server, "/jobs");
    OutgoingHttp first = outgoing;
    opened.add(first);
    outgoing = started();
    assertThat(text(server, "/jobs")).isEqualTo("first");
    assertThat(asked(server.calls().getLast(), "If-None-Match")).isNull();
  }

  @Test
  void whoeverLeavesGivesTheFolderBackAndFindsTheAnswersAgain() throws Exception {
    LocalServer server = server("ETag");
    text(server, "/jobs");
    OutgoingHttp first = outgoing;
    opened.add(first);
    first.leave(new Tenant("ada", home.resolve("ada")));
    outgoing = started();
    assertThat(text(server, "/jobs")).isEqualTo("first");
    assertThat(asked(server.calls().getLast(), "If-None-Match")).isEqualTo("\"first\"");
  }

  /** The text of everything in the folder but the books that the cache keeps for itself. */
  private String stored() throws IOException {
    var all = new StringBuilder();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith("journal") && !name.endsWith(".lock")) {
          all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return all.toString();
  }
}
