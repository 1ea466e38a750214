package dev.peregrine.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.peregrine.host.config.LlmFile;
import dev.peregrine.host.config.ResearchFile;
import dev.peregrine.host.config.ServicesFile;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.ExtensionGates;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginDecisions;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.research.Brief;
import dev.peregrine.host.research.BriefWriter;
import dev.peregrine.host.research.Briefs;
import dev.peregrine.host.research.PlainPoints;
import dev.peregrine.host.research.PointsWriter;
import dev.peregrine.host.research.Research;
import dev.peregrine.host.research.ResearchPlaces;
import dev.peregrine.host.research.Subject;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.resumes.Unnamed;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.secrets.SecretKeys;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long a brief without a model takes: a server in the shape of SearXNG that takes a second for
 * a search, before pages of 60 kB that take half a second each.
 */
public final class ResearchLoad {

  private static final int TIMES = 10;
  private static final int SEARCHING = 1_000;
  private static final int READING = 500;

  private ResearchLoad() {}

  public static void main(String[] args) throws Exception {
    Path home = Files.createTempDirectory("research-load");
    Files.createDirectories(home.resolve("config"));
    Files.createDirectories(home.resolve("data"));
    HttpServer server = server();
    URI web = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    Files.writeString(home.resolve("config/services.yaml"), "searxng: " + web + "\n");
    try {
      measure(new Tenant("load", home), web);
    } finally {
      server.stop(0);
    }
  }

  private static void measure(Tenant tenant, URI web) throws Exception {
    InstantSource clock = InstantSource.system();
    var live = new Live();
    var mappers =
        Stream.of(
                Jobs.mappers(),
                Tasks.mappers(),
                Resumes.mappers(),
                Tailorings.mappers(),
                Llms.mappers(),
                ExtensionSettings.mappers(),
                Briefs.mappers())
            .flatMap(List::stream)
            .toList();
    try (var databases = new Databases(mappers, clock);
        var http = new OutgoingHttp(OutgoingOptions.usual().withLocalPages(true), clock);
        var tasks = new Tasks(databases, live, clock, Map.of());
        var plugins =
            new PluginRuntime(
                List.of(),
                tenant.home().resolve("plugins"),
                new PluginDecisions(tenant.home().resolve("plugins.yaml")),
                clock,
                live,
                ExtensionGates.OPEN)) {
      var random = new SecureRandom();
      var secrets =
          new SecretStore(
              new SecretKeys(tenant.home(), Map.of(), "Linux", random), Map.of(), random, clock);
      var llms =
          new Llms(
              new LlmFile(),
              plugins,
              new Contexts(http, new ExtensionSettings(databases, secrets), clock),
              secrets,
              tasks,
              databases,
              live,
              clock,
              random,
              false);
      var jobs = new Jobs(databases, live, clock);
      var tailorings =
          new Tailorings(
              databases,
              jobs,
              new Resumes(databases, clock),
              new ResumeReading(
                  new DocumentText(
                      Path.of(System.getProperty("java.home"), "bin", "java"),
                      System.getProperty("java.class.path"))),
              live,
              clock);
      var briefs =
          new Briefs(
              databases,
              jobs,
              new PlainPoints(jobs, tailorings, () -> Unnamed.NOBODY, clock),
              live);
      var research =
          new Research(
              briefs,
              new ResearchPlaces(http, new ResearchFile(), new ServicesFile(), secrets, clock),
              jobs,
              tasks,
              Set::of,
              new BriefWriter(llms, Gate.OPEN),
              new PointsWriter(llms, tailorings, () -> Unnamed.NOBODY, clock),
              clock);
      var seconds = new ArrayList<Double>();
      for (int i = 0; i < TIMES; i++) {
        Subject subject = Subject.named("Northwind Robotics " + i).orElseThrow();
        long began = System.nanoTime();
        Brief brief =
            tenant.call(
                () -> {
                  briefs.say(subject.key(), subject.name(), Optional.of(web));
                  long task = research.begin(subject, 0, Optional.empty()).id();
                  while (tasks.find(task).orElseThrow().state().isLive()) {
                    TimeUnit.MILLISECONDS.sleep(5);
                  }
                  return briefs.of(subject.key()).orElseThrow();
                });
        seconds.add((System.nanoTime() - began) / 1e9);
        if (i == 0) {
          System.out.printf(
              Locale.ROOT,
              "%d sources, %d sentences%n",
              brief.sources().size(),
              brief.sections().stream().mapToInt(section -> section.claims().size()).sum());
        }
      }
      double[] sorted = seconds.stream().mapToDouble(each -> each).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "a brief without a model: p50 %.2f s, longest %.2f s%n",
          sorted[sorted.length / 2],
          sorted[sorted.length - 1]);
    }
  }

  private static HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/search", exchange -> search(exchange, server.getAddress().getPort()));
    server.createContext("/robots.txt", exchange -> send(exchange, 404, "text/plain", ""));
    server.createContext("/", ResearchLoad::page);
    server.start();
    return server;
  }

  private static void search(HttpExchange exchange, int port) throws IOException {
    rest(SEARCHING);
    String query =
        URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
    String name = query.replaceAll("(?s).*q=\"([^\"]*)\".*", "$1");
    var results = new ArrayList<String>();
    for (int i = 0; i < 10; i++) {
      results.add(
          """
          {"url":"http://localhost:%d/%x/%d","title":"%s, a company","content":"%s is a company whose CEO spoke of its competitors.","publishedDate":null}"""
              .formatted(port, query.hashCode(), i, name, name));
    }
    send(
        exchange,
        200,
        "application/json",
        "{\"results\":[" + String.join(",", results) + "],\"unresponsive_engines\":[]}");
  }

  private static void page(HttpExchange exchange) throws IOException {
    rest(READING);
    String path = exchange.getRequestURI().getPath();
    var text = new StringBuilder("<html><head><title>A page</title></head><body><nav>");
    for (String link : List.of("about", "team", "careers", "platform", "news", "investors")) {
      text.append("<a href=\"/%s\">%s</a> ".formatted(link, link));
    }
    text.append("</nav><main>");
    for (int i = 0; i < 400; i++) {
      text.append(
          "<p>Sentence %d of %s says that the company has employees, a platform and investors who know its revenue.</p>"
              .formatted(i, path));
    }
    send(exchange, 200, "text/html", text.append("</main></body></html>").toString());
  }

  private static void rest(int millis) throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException stopping) {
      throw new IOException(stopping);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
