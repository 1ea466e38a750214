package dev.peregrine.host.research;

import com.sun.net.httpserver.HttpExchange;
import dev.peregrine.host.http.LocalServer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A web of a few invented pages, with a search in the shape of SearXNG before it. */
public final class Web implements AutoCloseable {

  /** What the search itself does. */
  public enum Search {
    JSON,
    HTML_ONLY,
    GARBAGE,
    LIMITED,
    SLOW,
    ENGINES_SILENT,
    ONLY_BRAVE_ANSWERS
  }

  /** A page that the search finds for queries with a word. */
  public record Hit(String word, String url, String title, String content, String day) {}

  private final LocalServer server;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final List<Hit> hits = new CopyOnWriteArrayList<>();
  private final List<String> queries = new CopyOnWriteArrayList<>();
  public volatile Search search = Search.JSON;

  public Web() {
    server = LocalServer.answering(this::answer);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** A page on a host other than {@link #address}. */
  public String elsewhere(String path) {
    return "http://localhost:" + server.port() + path;
  }

  public void page(String path, String body) {
    pages.put(path, body);
  }

  public void hit(String word, String url, String title, String content, String day) {
    hits.add(new Hit(word, url, title, content, day));
  }

  public List<String> queries() {
    return List.copyOf(queries);
  }

  public long callsTo(String path) {
    return server.calls().stream()
        .filter(call -> call.getRequestURI().getPath().equals(path))
        .count();
  }

  private void answer(HttpExchange exchange) throws Exception {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/search")) {
      search(exchange);
      return;
    }
    String body = pages.get(path);
    if (body == null) {
      LocalServer.reply(exchange, 404, "text/html", "<h1>There is no such page.</h1>");
    } else if (body.startsWith("-> ")) {
      exchange.getResponseHeaders().set("Location", body.substring(3));
      LocalServer.reply(exchange, 302, "text/html", "");
    } else {
      LocalServer.reply(
          exchange, 200, path.endsWith(".txt") ? "text/plain" : "text/html; charset=utf-8", body);
    }
  }

  private void search(HttpExchange exchange) throws Exception {
    String query = exchange.getRequestURI().getRawQuery();
    String words = value(query, "q");
    String engines = value(query, "engines");
    boolean json = value(query, "format").equals("json");
    queries.add(words);
    switch (search) {
      case GARBAGE -> LocalServer.reply(exchange, 200, "text/html", "<h1>Router login</h1>");
      case LIMITED -> LocalServer.reply(exchange, 429, "text/plain", "Too many requests");
      case SLOW -> {
        Thread.sleep(60_000);
        LocalServer.reply(exchange, 200, "application/json", "{}");
      }
      case ENGINES_SILENT -> LocalServer.reply(exchange, 200, "application/json", json(List.of()));
      case ONLY_BRAVE_ANSWERS ->
          LocalServer.reply(
              exchange,
              200,
              "application/json",
              json(engines.equals("brave") ? found(words) : List.of()));
      case HTML_ONLY -> {
        if (json) {
          LocalServer.reply(exchange, 403, "text/html", "<h1>Forbidden</h1>");
        } else {
          LocalServer.reply(exchange, 200, "text/html; charset=utf-8", html(found(words)));
        }
      }
      case JSON -> LocalServer.reply(exchange, 200, "application/json", json(found(words)));
    }
  }

  private List<Hit> found(String words) {
    return hits.stream().filter(hit -> words.contains(hit.word())).toList();
  }

  private static String json(List<Hit> found) {
    String results =
        found.stream()
            .map(
                hit ->
                    """
                    {"url": "%s", "title": "%s", "content": "%s", "engine": "brave", "publishedDate": %s}"""
                        .formatted(
                            hit.url(),
                            hit.title(),
                            hit.content(),
                            hit.day().isEmpty() ? "null" : '"' + hit.day() + "T08:00:00\""))
            .collect(Collectors.joining(","));
    return """
        {"query": "x", "number_of_results": 0, "results": [%s], "answers": [], "infoboxes": [],
         "unresponsive_engines": [["google", "CAPTCHA"], ["bing", "timeout"]]}"""
        .formatted(results);
  }

  private static String html(List<Hit> found) {
    var page = new ArrayList<String>();
    page.add(
        "<!doctype html><html><head><meta name=\"generator\" content=\"searxng/2026\"></head><body><div id=\"results\"><div id=\"urls\">");
    for (Hit hit : found) {
      page.add(
          "<article class=\"result result-default\"><a href=\"%s\" class=\"url_header\">x</a><h3><a href=\"%s\">%s</a></h3><p class=\"content\">%s</p></article>"
              .formatted(hit.url(), hit.url(), hit.title(), hit.content()));
    }
    page.add("</div></div></body></html>");
    return String.join("\n", page);
  }

  private static String value(String query, String name) {
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  /** A company of some pages, and what others say of it. */
  public void northwind() {
    page(
        "/",
        """
        <html><head><title>Northwind Robotics — warehouse robots</title><script>steal()</script></head><body>
        <nav><a href="/about">About us</a> <a href="/careers">Careers</a> <a href="/platform">Platform</a> <a href="/intern">Login</a></nav>
        <main><p>Northwind Robotics builds robots that sort parcels in the warehouses of its customers.</p>
        <p>The company was founded in Bremen in 2014 and has 240 employees in three offices.</p>
        <p>Our software platform is written in Java and runs on Kubernetes in every warehouse that we serve.</p></main></body></html>""");
    page(
        "/about",
        """
        <main><h1>About Northwind Robotics</h1><p>Our CEO and co-founder Dr Hanna Osterkamp leads a management team of five people.</p>
        <p>The culture of Northwind Robotics is built on teams that decide for themselves, with hybrid work for everyone.</p></main>""");
    page(
        "/careers",
        "<main><p>Careers at Northwind Robotics: employees get thirty days of holiday and flexible work.</p></main>");
    page("/robots.txt", "User-agent: *\nDisallow: /private\n");
    hit(
        "company",
        address() + "/",
        "Northwind Robotics",
        "Northwind Robotics builds parcel robots.",
        "");
    hit(
        "funding",
        elsewhere("/press/series-b"),
        "Northwind Robotics raises 40 million euros",
        "Northwind Robotics raised a Series B of 40 million euros from investors.",
        "2026-06-02");
    page(
        "/press/series-b",
        """
        <article><p>Northwind Robotics raised 40 million euros in a Series B round led by Hafenkapital, an investor from Hamburg.</p>
        <p>Revenue of Northwind Robotics grew by half to 31 million euros last year, the company said.</p></article>""");
    hit(
        "layoffs",
        elsewhere("/press/court"),
        "Court hears case against Northwind Robotics",
        "A former supplier has filed a lawsuit against Northwind Robotics over unpaid bills, the court said.",
        "2026-03-11");
    hit(
        "competitors",
        elsewhere("/press/rivals"),
        "Who sorts parcels",
        "Northwind Robotics competes with Sortwerk and Parcelmind, its main competitors in Europe.",
        "");
    hit(
        "\"Northwind Robotics\"",
        elsewhere("/press/new-plant"),
        "Northwind Robotics opens a plant in Gdansk",
        "Northwind Robotics has opened a new plant in Gdansk with 60 employees.",
        "2026-10-28");
  }

  @Override
  public void close() {
    server.close();
  }
}
