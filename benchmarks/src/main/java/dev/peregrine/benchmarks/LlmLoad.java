package dev.peregrine.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.config.LlmFile;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.llm.LlmUse;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.ExtensionGates;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginDecisions;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.secrets.SecretKeys;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What the router adds to a model's own time: a server that speaks OpenAI's protocol and answers at
 * once, behind the shipped plugin; then the same behind a first backend that takes no connection,
 * and behind one that takes it and never answers.
 */
public final class LlmLoad {

  private static final int WARM_UP = 300;
  private static final int TIMES = 500;

  private static final AtomicLong RECEIVED = new AtomicLong();
  private static final AtomicLong FIRST_SENT = new AtomicLong();
  private static final AtomicLong DONE = new AtomicLong();

  private LlmLoad() {}

  public static void main(String[] args) throws Exception {
    Path home = Files.createTempDirectory("llm-load");
    HttpServer server = server();
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      int fine = server.getAddress().getPort();
      measure(home.resolve("one"), "  fine: %s".formatted(backend(fine)));
      failover(home.resolve("closed"), "takes no connection", closedPort(), fine);
      failover(home.resolve("silent"), "never answers", silent.getLocalPort(), fine);
    } finally {
      server.stop(0);
    }
  }

  private static String backend(int port) {
    return "{type: openai, model: m, settings: {base-url: \"http://127.0.0.1:%d/v1\"}}"
        .formatted(port);
  }

  private static int closedPort() throws IOException {
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return closed.getLocalPort();
    }
  }

  private static void measure(Path folder, String backends) throws Exception {
    try (var home = new Home(folder, backends)) {
      for (int i = 0; i < WARM_UP; i++) {
        home.ask();
      }
      var before = new ArrayList<Double>();
      var first = new ArrayList<Double>();
      var after = new ArrayList<Double>();
      for (int i = 0; i < TIMES; i++) {
        long asked = System.nanoTime();
        long shown = home.ask();
        long ended = System.nanoTime();
        before.add((RECEIVED.get() - asked) / 1e6);
        first.add((shown - FIRST_SENT.get()) / 1e6);
        after.add((ended - DONE.get()) / 1e6);
      }
      say("from the question to the server", before);
      say("from the server's first piece to the reader", first);
      say("from the server's last to the answer", after);
    }
  }

  private static void failover(Path folder, String what, int dead, int fine) throws Exception {
    String backends = "  dead: %s%n  fine: %s".formatted(backend(dead), backend(fine));
    var firsts = new ArrayList<Double>();
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < 9; i++) {
      try (var home = new Home(folder.resolve(Integer.toString(i)), backends)) {
        long asked = System.nanoTime();
        firsts.add((home.ask() - asked) / 1e6);
        asked = System.nanoTime();
        seconds.add((home.ask() - asked) / 1e6);
      }
    }
    say("first piece where the first backend " + what, firsts);
    say("the next question", seconds);
  }

  private static void say(String what, List<Double> millis) {
    double[] sorted = millis.stream().mapToDouble(each -> each).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-60s p50 %8.2f ms   p99 %8.2f ms%n",
        what,
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.99)]);
  }

  private static HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/models", exchange -> send(exchange, "{\"data\":[{\"id\":\"m\"}]}"));
    server.createContext("/v1/chat/completions", LlmLoad::answer);
    server.start();
    return server;
  }

  private static void send(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    RECEIVED.set(System.nanoTime());
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      FIRST_SENT.set(System.nanoTime());
      for (int piece = 0; piece < 20; piece++) {
        body.write(event("{\"content\":\"word \"}", "null"));
        body.flush();
      }
      body.write(event("{}", "\"stop\""));
      DONE.set(System.nanoTime());
      body.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] event(String delta, String reason) {
    return "data: {\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":%s}]}\n\n"
        .formatted(delta, reason)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The router over the shipped plugins, put together as the program does. */
  private static final class Home implements AutoCloseable {

    private final Tenant tenant;
    private final OutgoingHttp http;
    private final Databases databases;
    private final PluginRuntime plugins;
    private final Tasks tasks;
    private final Llms llms;

    Home(Path folder, String backends) throws IOException {
      var clock = InstantSource.system();
      var live = new Live();
      tenant = new Tenant("load", folder);
      Files.createDirectories(tenant.config());
      Files.createDirectories(tenant.data());
      Files.writeString(tenant.config().resolve("llm.yaml"), "backends:\n" + backends + "\n");
      databases =
          new Databases(
              Stream.of(Tasks.mappers(), Llms.mappers(), ExtensionSettings.mappers())
                  .<Class<?>>flatMap(List::stream)
                  .toList(),
              clock);
      http = new OutgoingHttp(OutgoingOptions.usual(), clock);
      plugins =
          new PluginRuntime(
              List.of(Path.of(System.getProperty("peregrine.install"), "plugins")),
              folder.resolve("plugins"),
              new PluginDecisions(tenant.config().resolve("plugins.yaml")),
              clock,
              live,
              ExtensionGates.OPEN);
      plugins.start();
      var secrets =
          new SecretStore(
              new SecretKeys(folder, Map.of(), "Linux", new SecureRandom()),
              Map.of(),
              new SecureRandom(),
              clock);
      tasks = new Tasks(databases, live, clock, Map.of());
      llms =
          new Llms(
              new LlmFile(),
              plugins,
              new Contexts(http, new ExtensionSettings(databases, secrets), clock),
              secrets,
              tasks,
              databases,
              live,
              clock,
              new SecureRandom(),
              false);
    }

    /** Asks, and says when the first piece was there. */
    long ask() throws Exception {
      var first = new AtomicLong();
      tenant.call(
          () ->
              llms.complete(
                  LlmUse.general("load"),
                  CompletionRequest.of(Message.user("Write a letter.")),
                  piece -> first.compareAndSet(0, System.nanoTime())));
      return first.get();
    }

    @Override
    public void close() {
      tasks.close();
      plugins.close();
      http.close();
      databases.close();
    }
  }
}
