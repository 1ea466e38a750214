package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.Headers;
import dev.peregrine.host.http.LocalServer;
import dev.peregrine.host.storage.Deadline;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What our Caddyfile makes of a request before a node sees it, with a real Caddy. */
@Timeout(120)
class FrontIT {

  private static final String SHARD = "X-Peregrine-Shard";

  @TempDir Path folder;
  private final List<LocalServer> nodes = new ArrayList<>();
  private final HttpClient browser = HttpClient.newHttpClient();
  private Optional<NodeProcess> front = Optional.empty();
  private int port;

  /** Which node answered, and what it was sent. */
  private record Seen(String node, String session, String shard) {}

  static Optional<Path> caddy() {
    return Stream.of("/usr/bin/caddy", "/usr/local/bin/caddy", "/opt/homebrew/bin/caddy")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  @BeforeEach
  void start() throws Exception {
    Optional<Path> caddy = caddy();
    assumeTrue(
        caddy.isPresent(),
        "Caddy is not installed (Debian: apt-get install caddy), so its file was not tried.");
    var to = new StringBuilder("to");
    for (int i = 0; i < 3; i++) {
      String name = "node " + i;
      LocalServer node =
          LocalServer.answering(
              exchange -> {
                Headers sent = exchange.getRequestHeaders();
                LocalServer.reply(
                    exchange,
                    200,
                    "text/plain",
                    String.join(
                        "\n",
                        name,
                        "" + sent.getOrDefault(CloudResolver.SESSION, List.of()),
                        "" + sent.getOrDefault(SHARD, List.of())));
              });
      nodes.add(node);
      to.append(" 127.0.0.1:").append(node.at("").getPort());
    }
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path file = folder.resolve("Caddyfile");
    Files.writeString(
        file,
        ProgramFiles.text("deploy/caddy/Caddyfile").replace("\n:8505 {", "\n:" + port + " {"));
    front =
        Optional.of(
            NodeProcess.caddy(
                caddy.get(),
                folder,
                file,
                port,
                Map.of("CLOUD_UPSTREAMS", to.toString(), "CLOUD_PROXY_SECRET", "of the front")));
    Deadline.until(this::passesOn);
  }

  private boolean passesOn() {
    try {
      return status("/") == 200;
    } catch (ConnectException notYet) {
      return false;
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    nodes.forEach(LocalServer::close);
    if (front.isPresent()) {
      front.get().close();
    }
  }

  private int status(String path) throws IOException, InterruptedException {
    return browser
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private Seen seen(String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    List<String> said =
        browser.send(request.build(), HttpResponse.BodyHandlers.ofString()).body().lines().toList();
    return new Seen(said.get(0), said.get(1), said.get(2));
  }

  @Test
  void whoHasNoCookieIsSpreadOverTheNodesAndBringsNothing() throws Exception {
    Set<String> reached = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      Seen seen = seen();
      assertThat(seen.session()).isEqualTo("[]");
      assertThat(seen.shard()).isEqualTo("[]");
      reached.add(seen.node());
    }
    assertThat(reached).as("nobody in particular goes to no node in particular").hasSize(3);
  }

  @Test
  void whoHasCookiesReachesOneNodeWithTheirSession() throws Exception {
    Set<String> reached = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      Seen seen = seen("Cookie", "a=b; cf_session=one.two.three; peregrine_shard=17");
      assertThat(seen.session()).isEqualTo("[one.two.three]");
      assertThat(seen.shard()).isEqualTo("[17]");
      reached.add(seen.node());
    }
    assertThat(reached).hasSize(1);
  }

  @Test
  void whatABrowserSendsInTheNameOfTheFrontIsNotBelieved() throws Exception {
    Seen stranger = seen(CloudResolver.SESSION, "one.two.three", SHARD, "17");
    assertThat(stranger.session()).isEqualTo("[]");
    assertThat(stranger.shard()).isEqualTo("[]");
    Seen known =
        seen(
            "Cookie",
            "cf_session=mine; peregrine_shard=4",
            CloudResolver.SESSION,
            "theirs",
            SHARD,
            "17");
    assertThat(known.session()).isEqualTo("[mine]");
    assertThat(known.shard()).isEqualTo("[4]");
    assertThat(seen("Cookie", "xcf_session=mine; peregrine_shard=").session()).isEqualTo("[]");
  }
}
