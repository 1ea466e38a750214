package dev.peregrine.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures what one noisy person costs a quiet one: {@code benchmarks/run.sh NeighbourLoad ADDRESS
 * [seconds] [connections] [rows]} against a Peregrine for many that runs, with {@code
 * CLOUD_SESSION_SECRETS} and {@code CLOUD_PROXY_SECRET} as that one has them. The quiet one reads
 * two pages a second and now and then imports ten rows; first alone, then while the noisy one
 * imports and sends requests over many connections as fast as they are answered.
 */
public final class NeighbourLoad {

  private static final List<String> PAGES = List.of("/review?view=list", "/", "/interviews");
  private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final int SMALL = 10;

  private final String address;
  private final String proxy;
  private final Map<String, HttpClient> browsers = new ConcurrentHashMap<>();

  private NeighbourLoad(String address, String proxy) {
    this.address = address;
    this.proxy = proxy;
  }

  public static void main(String[] arguments) throws Exception {
    var load = new NeighbourLoad(arguments[0], System.getenv("CLOUD_PROXY_SECRET"));
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
    int connections = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 32;
    int rows = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10_000;
    String quiet = session();
    load.quiet("warming up", quiet, Duration.ofSeconds(15));
    load.quiet("alone", quiet, Duration.ofSeconds(seconds));
    var over = new AtomicBoolean();
    Map<Integer, Integer> answers = new ConcurrentSkipListMap<>();
    String noisy = session();
    load.bring(noisy, rows);
    List<Thread> storm =
        IntStream.range(0, connections)
            .mapToObj(at -> Thread.startVirtualThread(() -> load.storm(noisy, over, answers)))
            .toList();
    load.quiet("with a noisy one", quiet, Duration.ofSeconds(seconds));
    over.set(true);
    for (Thread each : storm) {
      each.join();
    }
    System.out.printf("the noisy one was answered %s%n", answers);
  }

  private static String session() throws JOSEException {
    var signed =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.HS256),
            new JWTClaimsSet.Builder()
                .claim("id", UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))))
                .build());
    String secret = System.getenv("CLOUD_SESSION_SECRETS");
    signed.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
    return signed.serialize();
  }

  private HttpClient browser(String session) {
    return browsers.computeIfAbsent(
        session, first -> HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
  }

  private HttpRequest.Builder asking(String session, String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("X-CF-Session", session)
        .header("X-CF-Proxy", proxy)
        .header("Origin", address);
  }

  private void storm(String session, AtomicBoolean over, Map<Integer, Integer> answers) {
    while (!over.get()) {
      try {
        int status =
            browser(session)
                .send(asking(session, PAGES.getFirst()).build(), BodyHandlers.discarding())
                .statusCode();
        answers.merge(status, 1, Integer::sum);
      } catch (IOException broken) {
        answers.merge(0, 1, Integer::sum);
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private void quiet(String what, String session, Duration time) throws Exception {
    var pages = new ArrayList<Long>();
    var tasks = new ArrayList<Long>();
    var refused = new TreeMap<Integer, Integer>();
    long end = System.nanoTime() + time.toNanos();
    for (int at = 0; System.nanoTime() < end; at++) {
      HttpRequest request = asking(session, PAGES.get(at % PAGES.size())).build();
      pages.add(
          took(
              () -> {
                int status =
                    browser(session).send(request, BodyHandlers.ofByteArray()).statusCode();
                if (status >= 400) {
                  refused.merge(status, 1, Integer::sum);
                }
                return status;
              }));
      if (at % 20 == 19) {
        tasks.add(
            took(
                () -> {
                  bring(session, SMALL);
                  return await(session);
                }));
      }
      Thread.sleep(BETWEEN);
    }
    say(what + ", pages", pages);
    say(what + ", a list of ten", tasks);
    if (!refused.isEmpty()) {
      System.out.printf("  not answered: %s%n", refused);
    }
  }

  private static long took(Callable<?> work) throws Exception {
    long begin = System.nanoTime();
    var _ = work.call();
    return System.nanoTime() - begin;
  }

  private String token(String session) throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(read(session, "/importers"));
    if (!token.find()) {
      throw new IOException("The page has no form.");
    }
    return token.group(1);
  }

  private String read(String session, String path) throws IOException, InterruptedException {
    return browser(session).send(asking(session, path).build(), BodyHandlers.ofString()).body();
  }

  /** Uploads a list and has it brought in. */
  private void bring(String session, int rows) throws IOException, InterruptedException {
    String token = token(session);
    String mark = UUID.randomUUID().toString();
    String csv =
        IntStream.range(0, rows)
            .mapToObj(
                at ->
                    "Engineer %d,Company %d,https://jobs.example.com/%s/%d,%s"
                        .formatted(at, at % 400, mark, at, "Java and SQL in Berlin. ".repeat(20)))
            .collect(Collectors.joining("\n", "Title,Company,URL,Description\n", "\n"));
    String border = "border-" + mark;
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n%s\r\n--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s.csv\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(border, token, border, mark, csv, border);
    HttpResponse<String> taken =
        browser(session)
            .send(
                asking(session, "/importers")
                    .header("Content-Type", "multipart/form-data; boundary=" + border)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString());
    String list =
        taken
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new IOException("The list was not taken: " + taken.statusCode()))
            .replaceFirst("[?#].*", "");
    HttpResponse<String> brought =
        browser(session)
            .send(
                asking(session, list + "/bring")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("_token=" + token + "&seen=" + rows))
                    .build(),
                BodyHandlers.ofString());
    if (brought.statusCode() >= 400) {
      throw new IOException("The list was not brought in: " + brought.statusCode());
    }
  }

  /** Until nothing is being brought in any more. */
  private boolean await(String session) throws IOException, InterruptedException {
    while (read(session, "/importers").contains("id=\"busy-h\"")) {
      Thread.sleep(50);
    }
    return true;
  }

  private static void say(String what, List<Long> took) {
    took.sort(null);
    if (!took.isEmpty()) {
      System.out.printf(
          "%-34s %5d  p50 %7.1f  p99 %7.1f  max %7.1f ms%n",
          what,
          took.size(),
          took.get(took.size() / 2) / 1e6,
          took.get(took.size() * 99 / 100) / 1e6,
          took.getLast() / 1e6);
    }
  }
}
