package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.web.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with a browser and a program, through the server in front: the program notes one thing
 * after the other, the browser has backups made. What was answered is remembered.
 */
final class NodeVisitor implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String BACKUP = "/settings/backup";

  private final String user;
  private final String root;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Map<String, String> cookies = new HashMap<>();
  private final List<String> written = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(2);
  private String token = "";
  private volatile String last = "";
  private int tries;
  private volatile int refused;
  private long heard = System.nanoTime();
  private volatile long longest;

  NodeVisitor(String user, int port) {
    this.user = user;
    this.root = "http://localhost:" + port;
    cookies.put("cf_session", Tokens.of(user, Instant.now()));
  }

  String user() {
    return user;
  }

  static boolean isReady(int port) throws InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client
              .send(
                  HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/readyz"))
                      .timeout(Duration.ofSeconds(2))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Makes a token for the program. */
  void signUp() throws Exception {
    HttpResponse<String> made =
        press("/settings/programs", "name=Notes&scope=read&scope=write&days=0");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    token = Jsoup.parse(made.body()).select("#made").attr("value");
    assertThat(token).isNotEmpty();
    assertThat(cookies).containsKey(Cluster.COOKIE);
  }

  private HttpResponse<String> press(String path, String fields) throws Exception {
    HttpResponse<String> page = send(browsing(path).GET());
    var proof = Jsoup.parse(page.body()).selectFirst("[name=_token]");
    if (proof == null) {
      return page;
    }
    return send(
        browsing(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    fields + "&" + Browser.encoded(Map.of("_token", proof.val())))));
  }

  private HttpRequest.Builder browsing(String path) {
    var sent = new ArrayList<String>();
    cookies.forEach((name, value) -> sent.add(name + "=" + value));
    return HttpRequest.newBuilder(URI.create(root + path))
        .timeout(PATIENCE)
        .header("Accept", "text/html")
        .header("Cookie", String.join("; ", sent));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    for (String set : answer.headers().allValues("Set-Cookie")) {
      String pair = set.split(";", 2)[0];
      cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return answer;
  }

  /** From now on things are noted and backups made, until {@link #end}. */
  void begin() {
    heard = System.nanoTime();
    var _ = hands.scheduleWithFixedDelay(this::note, 0, 60, TimeUnit.MILLISECONDS);
    var _ = hands.scheduleWithFixedDelay(this::backUp, 0, 1_500, TimeUnit.MILLISECONDS);
  }

  private void note() {
    String text = user.substring(30) + "-" + ++tries;
    boolean done = false;
    try {
      HttpResponse<String> answer =
          program(
              "POST", "/reminders", "{\"text\":\"%s\",\"day\":\"%s\"}".formatted(text, today()));
      done = answer.statusCode() == 201;
      last = answer.statusCode() + " " + answer.body();
    } catch (IOException | RuntimeException refusedOrCutOff) {
      last = refusedOrCutOff.toString();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
      return;
    }
    long now = System.nanoTime();
    if (done) {
      written.add(text);
      longest = Math.max(longest, now - heard);
      heard = now;
    } else {
      refused++;
    }
  }

  private void backUp() {
    try {
      var _ = press(BACKUP, "portable=yes");
    } catch (Exception notNow) {
      // What a page says while a node is gone is not what is looked at here.
      assertThat(notNow).isNotNull();
    }
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(1);
  }

  private HttpResponse<String> program(String method, String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(root + "/api/v1" + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  List<String> written() {
    return written;
  }

  int refused() {
    return refused;
  }

  /** The longest time in which nothing could be noted. */
  Duration outage() {
    return Duration.ofNanos(longest);
  }

  void forgetOutage() {
    longest = 0;
  }

  void end() {
    hands.shutdown();
    try {
      boolean _ = hands.awaitTermination(30, TimeUnit.SECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is there, as the program reads it. */
  List<String> kept() throws Exception {
    HttpResponse<String> answer = program("GET", "/reminders", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var texts = new ArrayList<String>();
    JsonMapper.shared()
        .readTree(answer.body())
        .path("items")
        .forEach(item -> texts.add(item.path("title").asString()));
    return texts;
  }

  /** Looks at what the table of tasks says of when each ran. */
  void tasksNeverRanTwiceAtOnce() throws Exception {
    HttpResponse<String> answer = program("GET", "/tasks?limit=100", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<JsonNode> tasks = new ArrayList<>();
    JsonMapper.shared().readTree(answer.body()).path("items").forEach(tasks::add);
    assertThat(tasks).isNotEmpty();
    Instant last = Instant.MIN;
    for (JsonNode task :
        tasks.stream()
            .filter(each -> each.hasNonNull("started"))
            .sorted(Comparator.comparing(each -> each.path("started").asString()))
            .toList()) {
      Instant started = Instant.parse(task.path("started").asString());
      assertThat(started).as("%s begins after the one before", task).isAfterOrEqualTo(last);
      last =
          task.hasNonNull("finished")
              ? Instant.parse(task.path("finished").asString())
              : Instant.MAX;
    }
  }

  @Override
  public String toString() {
    return "%s: %d written, %d refused, heard last: %s"
        .formatted(user, written.size(), refused, last);
  }

  @Override
  public void close() {
    hands.shutdownNow();
    client.close();
  }
}
