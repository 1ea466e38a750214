package dev.peregrine.host.boot;

import dev.peregrine.host.programs.ApiTokens.Making;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.web.OpenConnections;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another program that has a token: no cookies, no pages. */
final class RestClient {

  private final OpenConnections connections;
  private final String root;
  private final String token;

  RestClient(int port, String token) {
    this.connections = new OpenConnections(port);
    this.root = "http://localhost:" + port;
    this.token = token;
  }

  /** One with a new token. */
  static RestClient in(World world, String name, Set<Scope> scopes) throws Exception {
    var made =
        (Making.Made)
            world.as(() -> world.connecting.tokens().create(name, scopes, Optional.empty()));
    return new RestClient(world.port(), made.text());
  }

  /** What came back. */
  record Reply(int status, HttpResponse<String> answer) {

    JsonNode json() {
      return JsonMapper.shared().readTree(answer.body());
    }

    String text(String field) {
      return json().path(field).asString();
    }

    String header(String name) {
      return answer.headers().firstValue(name).orElse("");
    }
  }

  Reply get(String path, String... headers) throws IOException, InterruptedException {
    return send("GET", path, "", headers);
  }

  Reply post(String path, String json, String... headers) throws IOException, InterruptedException {
    return send("POST", path, json, headers);
  }

  Reply put(String path, String json) throws IOException, InterruptedException {
    return send("PUT", path, json);
  }

  Reply send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + "/api/v1" + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!body.isEmpty()) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    HttpResponse<String> answer =
        connections.client().send(request.build(), BodyHandlers.ofString());
    return new Reply(answer.statusCode(), answer);
  }
}
