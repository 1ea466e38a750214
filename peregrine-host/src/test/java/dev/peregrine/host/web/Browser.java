package dev.peregrine.host.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A person's browser without script: keeps cookies, sends forms with their token. */
public final class Browser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([0-9a-f]{32})\"");

  private final OpenConnections connections;
  private final String root;

  public Browser(int port) {
    this.connections = new OpenConnections(port);
    this.root = "http://localhost:" + port;
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client().send(request.build(), BodyHandlers.ofString());
  }

  /** Follows redirects, as a browser does. */
  public Document open(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    while (answer.statusCode() == 303) {
      answer = get(answer.headers().firstValue("Location").orElseThrow());
    }
    return Jsoup.parse(answer.body(), root + path);
  }

  public HttpResponse<String> send(String path, String form, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client().send(request.build(), BodyHandlers.ofString());
  }

  /** Sends a form of ours: with the token of a page. */
  public HttpResponse<String> submit(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return send(path, "_token=" + token() + "&" + encoded(fields));
  }

  /** The same with headers, for what the script sends. */
  public HttpResponse<String> swap(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return send(path, encoded(fields), "X-Peregrine-Token", token(), "HX-Request", "true");
  }

  public String token() throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(open("/setup").html());
    if (!token.find()) {
      token = TOKEN.matcher(get("/try").body());
      if (!token.find()) {
        throw new AssertionError("No page with a form was found.");
      }
    }
    return token.group(1);
  }

  public static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  public HttpClient client() {
    return connections.client();
  }

  public String root() {
    return root;
  }
}
