package dev.peregrine.plugin.integration.caldav;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Radicale of this machine, with its files in a temporary folder and one person.
 *
 * @param address of the server
 */
record Radicale(Process process, URI address, Path folder) implements AutoCloseable {

  static final String USER = "ada";
  static final String PASSWORD = "s3cret-password-9f8e7d";

  private static final int TRIES = 300;

  static Radicale start(Path folder) throws IOException, InterruptedException {
    Optional<Path> program =
        Stream.of("/usr/bin/radicale", "/usr/local/bin/radicale", "/opt/homebrew/bin/radicale")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        program.isPresent(),
        "There is no Radicale on this machine, so no real CalDAV server is tried. On Debian: apt install radicale.");
    int port = freePort();
    Files.writeString(folder.resolve("users"), USER + ":" + PASSWORD + "\n");
    Path config =
        Files.writeString(
            folder.resolve("config"),
            """
            [server]
            hosts = 127.0.0.1:%d
            [auth]
            type = htpasswd
            htpasswd_filename = %s
            htpasswd_encryption = plain
            [storage]
            filesystem_folder = %s
            [logging]
            level = warning
            """
                .formatted(port, folder.resolve("users"), folder.resolve("collections")));
    Process process =
        new ProcessBuilder(List.of(program.get().toString(), "--config", config.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    var server = new Radicale(process, URI.create("http://127.0.0.1:" + port), folder);
    server.awaitAnswer(port);
    return server;
  }

  private void awaitAnswer(int port) throws IOException, InterruptedException {
    for (int tried = 0; tried < TRIES; tried++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException notYet) {
        if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    }
    close();
    throw new AssertionError("Radicale did not start: " + Files.readString(folder.resolve("log")));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      boolean _ = process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
