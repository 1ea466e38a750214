package dev.peregrine.host.feedback;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.host.http.Given;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.Proxies;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The issues of a repository at a Forgejo, a Gitea or at GitHub.
 *
 * <p>Source: API documentation of Forgejo ({@code /api/v1/repos/{owner}/{repo}/issues}, {@code
 * …/labels}) and GitHub ({@code /repos/{owner}/{repo}/issues}), read 2026-11.
 */
final class Tracker {

  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A tracker takes a longer address, but not every browser and server between does. */
  private static final int LONGEST_ADDRESS = 6_000;

  private final OutgoingHttp http;
  private final URI repository;
  private final String token;

  /** It was not posted; the message is for the person. */
  static final class NotPostedException extends Exception {
    private static final long serialVersionUID = 1L;

    NotPostedException(String message) {
      super(message);
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  Tracker(OutgoingHttp http, URI repository, String token) {
    this.http = http;
    this.repository = repository;
    this.token = token;
  }

  private boolean isGitHub() {
    return repository.getHost().matches("(?i)(?:www\\.)?github\\..*");
  }

  private static String path(URI repository) {
    String path = repository.getPath();
    int owner = path.lastIndexOf('/', path.lastIndexOf('/') - 1);
    return path.substring(owner);
  }

  /** Where its API has the repository. */
  URI api() {
    String path = path(repository);
    String before =
        repository.getPath().substring(0, repository.getPath().length() - path.length());
    String root = repository.getScheme() + "://" + repository.getAuthority() + before;
    if (!isGitHub()) {
      return URI.create(root + "/api/v1/repos" + path);
    }
    return repository.getHost().matches("(?i)(?:www\\.)?github\\.com")
        ? URI.create("https://api.github.com/repos" + path)
        : URI.create(root + "/api/v3/repos" + path);
  }

  /** The page of the tracker on which a person can post it themselves. */
  URI newIssue(String title, String body) {
    String start = repository + "/issues/new?title=" + coded(title) + "&body=";
    String rest = body;
    while (start.length() + coded(rest).length() > LONGEST_ADDRESS) {
      rest = rest.substring(0, rest.length() * 4 / 5);
    }
    return URI.create(start + coded(rest));
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * Posts an issue.
   *
   * @return its address
   */
  String post(String title, String body, List<String> labels)
      throws NotPostedException, InterruptedException {
    Map<String, Object> issue = new LinkedHashMap<>();
    issue.put("title", title);
    issue.put("body", body);
    if (isGitHub()) {
      issue.put("labels", labels);
    } else {
      List<Long> ids = labelIds(labels);
      if (!ids.isEmpty()) {
        issue.put("labels", ids);
      }
    }
    HttpReply reply =
        exchange(
            HttpCall.postJson(HttpCall.under(api(), "issues"), JSON.writeValueAsString(issue)));
    if (reply.status() / 100 != 2) {
      throw refused(reply);
    }
    String address = json(reply).path("html_url").asString("");
    return address.isEmpty() ? repository + "/issues" : address;
  }

  /** A label that cannot be had is no reason to lose what was written. */
  private List<Long> labelIds(List<String> wanted) throws InterruptedException {
    var ids = new ArrayList<Long>();
    try {
      URI labels = HttpCall.under(api(), "labels");
      HttpReply listed = exchange(HttpCall.get(URI.create(labels + "?limit=50")));
      var known = new LinkedHashMap<String, Long>();
      if (listed.status() == 200) {
        json(listed)
            .forEach(each -> known.put(each.path("name").asString(""), each.path("id").asLong(0)));
      }
      for (String name : wanted) {
        Long id = known.get(name);
        if (id == null) {
          HttpReply made =
              exchange(
                  HttpCall.postJson(
                      labels, JSON.writeValueAsString(Map.of("name", name, "color", "#6b4c68"))));
          id = made.status() / 100 == 2 ? json(made).path("id").asLong(0) : 0;
        }
        if (id > 0) {
          ids.add(id);
        }
      }
    } catch (NotPostedException withoutLabels) {
      return ids;
    }
    return ids;
  }

  private HttpReply exchange(HttpCall call) throws NotPostedException, InterruptedException {
    Http calls =
        http.forExtension(
            "feedback",
            About.of("feedback", "Feedback", "Posts what a person wrote about Peregrine."),
            new Given(List.of(api()), List.of(token), Proxies.NONE));
    try {
      return calls.exchange(
          call.withTimeout(LIMIT)
              .withHeader("Authorization", (isGitHub() ? "Bearer " : "token ") + token)
              .withHeader("Accept", "application/json"));
    } catch (ExtensionException silent) {
      throw new NotPostedException(
          "%s did not answer: %s".formatted(repository.getHost(), silent.getMessage()));
    }
  }

  private NotPostedException refused(HttpReply reply) {
    String host = repository.getHost();
    return new NotPostedException(
        switch (reply.status()) {
          case 401 -> "%s does not know the token (401). Enter another one.".formatted(host);
          case 403 ->
              "%s does not let this token post issues in %s (403). It needs the right to write issues."
                  .formatted(host, path(repository).substring(1));
          case 404 ->
              "%s has no repository %s that this token may see (404). Correct its address."
                  .formatted(host, path(repository).substring(1));
          case 410 ->
              "Issues are switched off in %s (410).".formatted(path(repository).substring(1));
          case 429 -> "%s asks to wait (429). Try again in a while.".formatted(host);
          default -> "%s answered %d.".formatted(host, reply.status());
        });
  }

  private static JsonNode json(HttpReply reply) {
    try {
      return JSON.readTree(reply.text());
    } catch (JacksonException notJson) {
      return JSON.createObjectNode();
    }
  }
}
