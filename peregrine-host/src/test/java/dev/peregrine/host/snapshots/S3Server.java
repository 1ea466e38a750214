package dev.peregrine.host.snapshots;

import dev.peregrine.host.storage.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An object store that speaks S3, as a program of its own: one for all tests, in a bucket each. */
public final class S3Server implements AutoCloseable {

  private static final Path CLASS_PATH =
      Path.of("..", "s3-test-server", "target", "class-path").toAbsolutePath().normalize();
  private static final Pattern PORTS =
      Pattern.compile("Tomcat started on ports (\\d+) \\(https\\), (\\d+) \\(http\\)");
  private static @Nullable S3Server shared;
  private static int buckets;

  private final Process process;
  private final URI url;

  private S3Server(Path folder) throws IOException {
    if (Files.notExists(CLASS_PATH)) {
      throw new IllegalStateException(
          "The object store is not there yet: mvn -q -pl s3-test-server generate-resources");
    }
    Path log = folder.resolve("log");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                Files.readString(CLASS_PATH).strip(),
                "com.adobe.testing.s3mock.S3MockApplication",
                "--server.port=0",
                "--http.port=0",
                "--com.adobe.testing.s3mock.max-payload-size=100MB",
                "--com.adobe.testing.s3mock.store.root=" + folder)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    // Whatever becomes of the tests, it does not outlive them.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    var port = new String[1];
    Deadline.until(
        () -> {
          port[0] = port(log).orElse(null);
          return port[0] != null || !process.isAlive();
        },
        Duration.ofMinutes(2));
    if (port[0] == null) {
      throw new IllegalStateException(Files.readString(log));
    }
    url = URI.create("http://127.0.0.1:" + port[0]);
  }

  private static Optional<String> port(Path log) {
    try {
      Matcher said = PORTS.matcher(Files.readString(log));
      return said.find() ? Optional.of(said.group(2)) : Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The one that all share. */
  public static synchronized S3Server running() throws IOException {
    S3Server server = shared;
    if (server == null) {
      server = new S3Server(Files.createTempDirectory("s3-"));
      shared = server;
    }
    return server;
  }

  /** A new bucket. */
  public String bucket() throws IOException, InterruptedException {
    String name;
    synchronized (S3Server.class) {
      name = "snapshots-" + ++buckets;
    }
    int status = send("PUT", "/" + name, "");
    if (status != 200) {
      throw new AssertionError("A bucket could not be made: " + status);
    }
    return name;
  }

  /** Asks past the program; the status. */
  public int send(String method, String path, String body)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(url.resolve(path))
                  .method(method, HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }

  /** Under which address it is reached. */
  public URI url() {
    return url;
  }

  public static StoreAddress address(URI url, String bucket) {
    return new StoreAddress(
        Optional.of(url),
        bucket,
        "us-east-1",
        "here",
        Optional.of(new StoreAddress.Keys("access", "secret")));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
