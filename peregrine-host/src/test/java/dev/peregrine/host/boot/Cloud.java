package dev.peregrine.host.boot;

import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.web.Browser;
import dev.peregrine.host.web.OpenConnections;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsoup.Jsoup;

/** A Peregrine for many over folders of its own: the whole program, without plugins. */
final class Cloud implements AutoCloseable {

  static final Instant NOW = World.NOW;
  private static final String LIST = "/settings/never";

  final Path root;
  final StartCommand.Running running;
  final Mode mode;

  Cloud(Path folder, Map<String, String> more) {
    this(folder, more, InstantSource.fixed(NOW));
  }

  Cloud(Path folder, Map<String, String> more, InstantSource clock) {
    this(folder, more, clock, 0);
  }

  Cloud(Path folder, Map<String, String> more, InstantSource clock, int port) {
    root = folder.resolve("people");
    var environment = new HashMap<>(environment(root));
    environment.putAll(more);
    Installation installation = installation(folder, environment, clock, Optional.empty());
    mode = Mode.of(installation);
    running =
        StartCommand.Running.start(installation, mode, mode.web(OptionalInt.of(port)), () -> {});
  }

  static Map<String, String> environment(Path root) {
    return Map.of(
        "CLOUD_MODE", "true",
        "CLOUD_DATA_ROOT", root.toString(),
        "CLOUD_LISTEN", "127.0.0.1",
        "CLOUD_PUBLIC_URL", "http://localhost",
        "CLOUD_SIGN_IN_URL", "https://account.example/login",
        "CLOUD_SESSION_SECRETS", Tokens.SECRET,
        "CLOUD_PROXIES", "127.0.0.0/8 ::1",
        "CF_SERVER_SECRET", "a secret of tests that is long enough",
        "CLOUD_DRAIN_SECONDS", "0");
  }

  static Installation installation(
      Path folder, Map<String, String> environment, InstantSource clock, Optional<String> tenant) {
    return new Installation(
        installed(folder.resolve("none")),
        folder,
        folder.resolve("home"),
        folder,
        clock,
        ZoneId.of("Europe/Berlin"),
        environment,
        tenant);
  }

  /** Nothing but the driver that encrypts, where the build put it. */
  private static Path installed(Path install) {
    Path driver = Path.of("..", "sqlcipher-driver", "target", "driver").toAbsolutePath();
    if (!Files.isDirectory(driver)) {
      throw new IllegalStateException(
          "The driver is not there yet: mvn -o -q -pl sqlcipher-driver generate-resources");
    }
    try {
      Path link = Files.createDirectories(install).resolve("sqlcipher");
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, driver.normalize());
      }
      return install;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  int port() {
    return running.port();
  }

  Peregrine peregrine() {
    return running.peregrine();
  }

  Path folder(String user) {
    return root.resolve(user).resolve("peregrine");
  }

  Person nobody() {
    return with("");
  }

  Person person(String user) {
    return with("cf_session=" + Tokens.of(user, NOW));
  }

  /** Somebody at a program wherever it runs on this machine. */
  static Person person(int port, String session) {
    return new Person(port, new OpenConnections(port), session);
  }

  /** The same for who has any session at all. */
  Person with(String session) {
    return person(port(), session);
  }

  /** A browser, with what the server in front passes on of it. */
  static final class Person {

    private final int port;
    private final OpenConnections connections;
    private final String session;

    private Person(int port, OpenConnections connections, String session) {
      this.port = port;
      this.connections = connections;
      this.session = session;
    }

    /** The same browser with another session. */
    Person as(String other) {
      return new Person(port, connections, other);
    }

    HttpResponse<String> get(String path, String... headers)
        throws IOException, InterruptedException {
      return send(asking(path).GET(), headers);
    }

    HttpResponse<String> post(String path, String form, String... headers)
        throws IOException, InterruptedException {
      return send(
          asking(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form)),
          headers);
    }

    /** Sends a file as a form does. */
    HttpResponse<String> upload(String path, Path file, String token)
        throws IOException, InterruptedException {
      var body = new ByteArrayOutputStream();
      body.writeBytes(
          ("--x\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n%s\r\n"
                  + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n")
              .formatted(token, file.getFileName())
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(Files.readAllBytes(file));
      body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
      return send(
          asking(path)
              .header("Content-Type", "multipart/form-data; boundary=x")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Presses a button of a form as it stands on a page. */
    HttpResponse<String> press(FilledForm form) throws IOException, InterruptedException {
      return send(form.put(asking(form.action())));
    }

    private HttpRequest.Builder asking(String path) {
      return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
        throws IOException, InterruptedException {
      if (!session.isEmpty()) {
        request.header(CloudResolver.SESSION, session);
      }
      if (headers.length > 0) {
        request.headers(headers);
      }
      return connections.client().send(request.build(), BodyHandlers.ofString());
    }

    /** The proof that forms of this browser carry. */
    String token() throws IOException, InterruptedException {
      return field(get(LIST).body(), "_token");
    }

    /** Never wants to see a company; the answer of the form. */
    HttpResponse<String> never(String company, String token)
        throws IOException, InterruptedException {
      String seen = field(get(LIST).body(), "seen");
      return post(
          LIST,
          Browser.encoded(
              Map.of(
                  "_token",
                  token,
                  "seen",
                  seen,
                  "companies",
                  company,
                  "words",
                  "",
                  "places",
                  "",
                  "postings",
                  "")));
    }

    /** What this person never wants to see, as their page shows it. */
    String never() throws IOException, InterruptedException {
      return get(LIST).body();
    }

    private static String field(String page, String name) {
      var field = Jsoup.parse(page).selectFirst("main form[method=post] [name=" + name + "]");
      if (field == null) {
        throw new AssertionError("The page has no field " + name + ".");
      }
      return field.val();
    }
  }

  @Override
  public void close() {
    OpenConnections.close(port());
    running.close();
  }
}
