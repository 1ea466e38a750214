package dev.peregrine.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.shares.Shares;
import dev.peregrine.host.tenancy.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whoever asks too often costs no look at whose they are. */
class CrowdTest {

  /** Knows people by a header, and counts how often that was looked up. */
  private static final class Known implements TenantResolver {

    private final AtomicInteger looks = new AtomicInteger();

    @Override
    public Visitor resolve(HttpServletRequest request) {
      looks.incrementAndGet();
      return Visitor.of(new Tenant(word(request).orElseThrow(), Path.of(".")));
    }

    @Override
    public Optional<String> word(HttpServletRequest request) {
      return Optional.ofNullable(request.getHeader("X-Me"));
    }
  }

  private static WebServer server(TenantResolver tenants) {
    var options =
        new WebOptions(
            "127.0.0.1",
            0,
            Set.of(),
            ZoneId.of("Europe/Berlin"),
            "Here",
            1024,
            false,
            Duration.ZERO);
    return new WebServer(
        options,
        tenants,
        new Crowd(new Shares(0, 0, 0, List.of(), 0, 0, 0, 1, 0, 0, 0), bytes -> {}),
        new Live(),
        List.of(routes -> routes.get("/try", visit -> visit.go("/"))),
        InstantSource.fixed(Instant.parse("2026-03-12T08:41:00Z")),
        new Random(7),
        Optional.empty());
  }

  private static CompletableFuture<Integer> ask(HttpClient client, int port, String who) {
    return client
        .sendAsync(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/try"))
                .header("X-Me", who)
                .build(),
            BodyHandlers.discarding())
        .thenApply(answer -> answer.statusCode());
  }

  @Test
  void whoWasRefusedIsLookedUpAgainOnlyWhenSomethingIsLeft() throws Exception {
    var known = new Known();
    try (WebServer server = server(known);
        HttpClient client = HttpClient.newHttpClient()) {
      int served = 0;
      while (ask(client, server.port(), "ann").get() != 429) {
        served++;
      }
      int refused = 1;
      var answers = new ArrayList<CompletableFuture<Integer>>();
      for (int at = 0; at < 40; at++) {
        answers.add(ask(client, server.port(), "ann"));
      }
      for (var each : answers) {
        if (each.get() == 429) {
          refused++;
        } else {
          served++;
        }
      }
      assertThat(refused).isGreaterThan(10);
      // Two that come at once may both find that one is left.
      assertThat(known.looks.get()).isBetween(served + 1, served + refused / 2);
      assertThat(ask(client, server.port(), "bob").get()).isEqualTo(303);
    }
  }
}
