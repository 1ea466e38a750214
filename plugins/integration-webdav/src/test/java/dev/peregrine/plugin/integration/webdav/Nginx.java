package dev.peregrine.plugin.integration.webdav;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** An nginx of this machine with its module for WebDAV, on a folder of a test. */
final class Nginx implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
  private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_http_dav_ext_module.so");

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static boolean isHere() {
    return Files.isExecutable(PROGRAM) && Files.isReadable(MODULE);
  }

  static Nginx start(Path work, Path files) {
    try {
      int port = freePort();
      Path configuration = Files.writeString(work.resolve("nginx.conf"), text(work, files, port));
      Process process =
          new ProcessBuilder(
                  PROGRAM.toString(), "-c", configuration.toString(), "-p", work.toString())
              .redirectErrorStream(true)
              .redirectOutput(work.resolve("out.log").toFile())
              .start();
      var nginx = new Nginx(process, port);
      nginx.awaitReady(work);
      return nginx;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String text(Path work, Path files, int port) {
    return """
        load_module %1$s;
        daemon off; master_process off; worker_processes 1;
        error_log %2$s/error.log; pid %2$s/pid;
        events {}
        http {
          access_log off;
          client_body_temp_path %2$s/body; proxy_temp_path %2$s/body; fastcgi_temp_path %2$s/body;
          uwsgi_temp_path %2$s/body; scgi_temp_path %2$s/body;
          server {
            listen 127.0.0.1:%4$d;
            client_max_body_size 0;
            location / {
              root %3$s;
              dav_methods PUT DELETE MKCOL COPY MOVE;
              dav_ext_methods PROPFIND OPTIONS;
            }
          }
        }
        """
        .formatted(MODULE, work, files, port);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady(Path work) throws IOException {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (Instant.now().isBefore(end) && process.isAlive()) {
      try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        Thread.onSpinWait();
      }
    }
    fail("nginx did not start: " + Files.readString(work.resolve("out.log")));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(Duration.ofSeconds(10))) {
        Process _ = process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
