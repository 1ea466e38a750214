package dev.peregrine.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.discovery.SearchHome;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever sits on the bench takes no thread, and there are so many seats. */
class BenchTest {

  /** Fewer than sit here. */
  private static final int THREADS = 8;

  private static final Duration FOREVER = Duration.ofMinutes(10);

  private final Server server = new Server(new QueuedThreadPool(THREADS));
  private final HttpClient client = HttpClient.newHttpClient();
  private int port;

  @AfterEach
  void stop() throws Exception {
    client.shutdownNow();
    server.stop();
  }

  private void serve(Bench bench) throws Exception {
    var connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    var context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(new Sitting(bench)), "/*");
    server.setHandler(context);
    server.start();
    port = connector.getLocalPort();
  }

  private static final class Sitting extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private final transient Bench bench;

    Sitting(Bench bench) {
      this.bench = bench;
    }

    @Override
    protected void doGet(HttpServletRequest asked, HttpServletResponse answer) throws IOException {
      if (asked.getRequestURI().equals("/free")) {
        answer.setStatus(204);
      } else {
        bench.sit(asked.getRequestURI(), asked, answer, told -> told.setStatus(429));
      }
    }
  }

  private CompletableFuture<HttpResponse<String>> ask(String path) {
    return client.sendAsync(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  private List<CompletableFuture<HttpResponse<String>>> ask(int times, String path) {
    return IntStream.range(0, times).mapToObj(at -> ask(path)).toList();
  }

  @Test
  void whoSitsTakesNoThreadAndOneHasSoManySeats() throws Exception {
    var bench = new Bench(FOREVER);
    serve(bench);
    List<CompletableFuture<HttpResponse<String>>> sitting = ask(64, "/ann");
    SearchHome.eventually(() -> bench.sitting() == 64);
    assertThat(ask("/free").get().statusCode()).isEqualTo(204);
    HttpResponse<String> without = ask("/ann").get();
    assertThat(without.statusCode()).isEqualTo(429);
    assertThat(without.headers().firstValue("Connection")).contains("close");
    var _ = ask("/bob");
    SearchHome.eventually(() -> bench.sitting() == 65);
    assertThat(sitting).noneMatch(CompletableFuture::isDone);
  }

  @Test
  void theyAreToldInTheEndAndTheirSeatsAreFree() throws Exception {
    var bench = new Bench(Duration.ofMillis(300));
    serve(bench);
    long begin = System.nanoTime();
    HttpResponse<String> told = ask("/ann").get();
    assertThat(told.statusCode()).isEqualTo(429);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(250));
    assertThat(told.headers().firstValue("Connection")).isEmpty();
    for (var each : ask(100, "/ann")) {
      assertThat(each.get().statusCode()).isEqualTo(429);
    }
    SearchHome.eventually(() -> bench.sitting() == 0);
  }

  @Test
  void thereAreSoManySeatsForAll() throws Exception {
    var bench = new Bench(FOREVER);
    serve(bench);
    for (int who = 0; who < 17; who++) {
      var _ = ask(60, "/" + who);
    }
    SearchHome.eventually(() -> bench.sitting() == 1_000);
    assertThat(ask("/somebody").get().statusCode()).isEqualTo(429);
    assertThat(ask("/free").get().statusCode()).isEqualTo(204);
  }
}
