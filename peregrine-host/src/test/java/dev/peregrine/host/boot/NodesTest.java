package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.platform.TestPostgres;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.storage.ServerAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes over one folder: whoever arrives at the wrong one is at the right one all the same. */
class NodesTest {

  private static final String LIST = "/settings/never";

  @TempDir Path folder;
  private ServerAddress address;
  private Cloud one;
  private Cloud two;

  @BeforeEach
  void start() throws Exception {
    address = TestPostgres.fresh();
    one = node("one");
    two = node("two");
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  private Cloud node(String name) throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var more = new HashMap<String, String>();
    more.put("CLOUD_DATA_ROOT", folder.resolve("people").toString());
    more.put(
        "PLATFORM_DB_URL",
        address.jdbc() + "?user=" + address.user() + "&password=" + address.password());
    more.put("CLOUD_NODE_URL", "http://127.0.0.1:" + port);
    more.put("CLOUD_NODE_SECRET", "a secret that only the nodes of this test know");
    more.put("CLOUD_SESSION_SKEW_SECONDS", "300");
    return new Cloud(folder.resolve(name), more, InstantSource.fixed(World.NOW), port);
  }

  private static Cluster nodes(Cloud cloud) {
    return cloud.mode.cluster().orElseThrow();
  }

  @Test
  void aFormThatReachesAnotherNodeIsTakenByTheOneThatHoldsThePerson() throws Exception {
    Cloud.Person ann = one.person(Tokens.ANN);
    assertThat(ann.never("First Ltd", ann.token()).statusCode()).isEqualTo(303);
    assertThat(nodes(one).held()).hasSize(1);

    Cloud.Person elsewhere = two.person(Tokens.ANN);
    HttpResponse<String> page = elsewhere.get("/settings/never");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("First Ltd");
    assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
    assertThat(page.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith(Cluster.COOKIE + "="));
    assertThat(elsewhere.never("Second Ltd", elsewhere.token()).statusCode()).isEqualTo(303);
    assertThat(ann.never()).contains("Second Ltd");
    assertThat(nodes(two).held()).isEmpty();
  }

  @Test
  void eventsComeThroughWhileTheyHappen() throws Exception {
    assertThat(one.person(Tokens.ANN).get(LIST).statusCode()).isEqualTo(200);
    var told = new CompletableFuture<String>();
    var open = new CompletableFuture<Void>();
    var over = new CompletableFuture<Void>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + two.port() + "/events"))
              .header("Accept", "text/event-stream")
              .header(CloudResolver.SESSION, "cf_session=" + Tokens.of(Tokens.ANN, World.NOW))
              .build();
      var answer = client.send(request, BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      var _ =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (var lines =
                        new BufferedReader(
                            new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        open.complete(null);
                        if (line.startsWith("event:")) {
                          told.complete(line);
                        }
                      }
                    } catch (IOException cutOff) {
                      told.completeExceptionally(cutOff);
                    }
                    over.complete(null);
                  });
      var _ = open.get(10, TimeUnit.SECONDS);
      one.peregrine().live().changed(Tokens.ANN, "jobs");
      assertThat(told.get(10, TimeUnit.SECONDS)).contains("jobs");
      // They end with what is held here, so that the page asks who holds it now.
      nodes(one).giveUp();
      var _ = over.get(10, TimeUnit.SECONDS);
      client.shutdownNow();
    }
  }

  @Test
  void whatIsDueIsBegunWhereThePersonIs() throws Exception {
    assertThat(one.person(Tokens.ANN).get(LIST).statusCode()).isEqualTo(200);
    one.peregrine().tenants().present().forEach(one.peregrine().tenants()::leave);
    assertThat(nodes(two).summon(Tokens.ANN)).isTrue();
    assertThat(one.peregrine().tenants().present())
        .singleElement()
        .satisfies(tenant -> assertThat(tenant.id()).isEqualTo(Tokens.ANN));
    assertThat(two.peregrine().tenants().present()).isEmpty();
    assertThat(nodes(two).summon(Tokens.BOB)).isTrue();
    assertThat(two.peregrine().tenants().present()).hasSize(1);
  }

  @Test
  void nobodyElseSummonsOrPassesForANode() throws Exception {
    assertThat(one.person(Tokens.ANN).get(LIST).statusCode()).isEqualTo(200);
    assertThat(
            two.nobody()
                .post("/-/summon/" + Tokens.ANN, "", Cluster.HEADER, "made up")
                .statusCode())
        .isEqualTo(404);
    assertThat(two.nobody().get("/-/elsewhere").statusCode()).isEqualTo(401);
    assertThat(two.person(Tokens.BOB).get("/-/elsewhere").statusCode()).isEqualTo(404);
    // What says that it was passed on already, and is not believed, is passed on.
    assertThat(two.person(Tokens.ANN).get(LIST, Cluster.HEADER, "made up").statusCode())
        .isEqualTo(200);
  }

  @Test
  void whoStopsLeavesNothingBehindThatOthersWouldWaitFor() throws Exception {
    Cloud.Person ann = one.person(Tokens.ANN);
    assertThat(ann.never("First Ltd", ann.token()).statusCode()).isEqualTo(303);
    one.close();
    assertThat(two.person(Tokens.ANN).never()).contains("First Ltd");
    assertThat(nodes(two).held()).hasSize(1);
    assertThat(TestPostgres.number(address, "SELECT max(epoch) FROM shard_lease")).isEqualTo(2);
    assertThat(TestPostgres.number(address, "SELECT count(*) FROM node")).isEqualTo(1);
  }

  @Test
  void whereTheOtherDoesNotAnswerAPersonReadsThatItPasses() throws Exception {
    assertThat(one.person(Tokens.ANN).get(LIST).statusCode()).isEqualTo(200);
    one.running.server().close();
    HttpResponse<String> page = two.person(Tokens.ANN).get(LIST, "Accept", "text/html");
    assertThat(page.statusCode()).isIn(200, 503);
    if (page.statusCode() == 503) {
      assertThat(page.headers().firstValue("Retry-After")).isPresent();
      assertThat(page.body()).contains("moving to another machine");
    }
  }
}
