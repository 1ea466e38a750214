package dev.peregrine.host.http;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * Pages as a real browser shows them: each by a browser of its own, without a window, in a profile
 * that is deleted afterwards, and with no way out but a {@link BrowserGate}.
 *
 * <p>The browser says what stands in the page, but not with which status it came: a page that
 * refuses looks like any other, and whoever asked for it has to know a wall when it sees one.
 */
final class Browser implements AutoCloseable {

  static final Duration LIMIT = Duration.ofSeconds(60);

  /** How long the page's own clock may run; it stands still while the page waits for an answer. */
  private static final Duration PAGE_TIME = Duration.ofSeconds(15);

  /** After this what is there is taken, even if the page still waits for something. */
  private static final Duration LOADING = Duration.ofSeconds(40);

  private static final Pattern FAILED = Pattern.compile("Page load failed: net::(ERR_[A-Z_]+)");

  private final InstalledBrowser installed;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  Browser(InstalledBrowser installed) {
    this.installed = installed;
  }

  /** The program of this machine. */
  Path program() throws ExtensionException {
    return installed
        .find()
        .orElseThrow(
            () ->
                new ExtensionException(
                    Kind.UNSUPPORTED,
                    "This needs a browser, and none was found on this machine. Install Chromium, Google Chrome or Microsoft Edge, or name one with the variable %s."
                        .formatted(InstalledBrowser.NAMED)));
  }

  /** Reads a page. The caller has checked that it may, and waited for its turn. */
  ReadReply read(Path program, HttpUrl page, BrowserGate.Way way)
      throws IOException, ExtensionException, InterruptedException {
    Path folder = Files.createTempDirectory("peregrine-browser-");
    try (BrowserGate gate = BrowserGate.open(way)) {
      Process process = start(program, page, folder, gate);
      running.add(process);
      try {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
          throw new InterruptedIOException("timeout");
        }
      } finally {
        end(process);
        running.remove(process);
      }
      return reply(page, folder, gate);
    } finally {
      delete(folder);
    }
  }

  private static Process start(Path program, HttpUrl page, Path folder, BrowserGate gate)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless",
            "--dump-dom",
            "--virtual-time-budget=" + PAGE_TIME.toMillis(),
            "--timeout=" + LOADING.toMillis(),
            "--user-data-dir=" + folder.resolve("profile"),
            "--proxy-server=" + gate.address(),
            "--proxy-bypass-list=<-loopback>",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--disable-quic",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-extensions",
            "--disable-sync",
            "--disable-default-apps",
            "--disable-component-update",
            "--disable-background-networking",
            "--disable-domain-reliability",
            "--disable-component-extensions-with-background-pages",
            "--disable-features=NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,Translate",
            "--no-pings",
            "--no-first-run",
            "--no-default-browser-check",
            "--deny-permission-prompts",
            "--mute-audio"));
    if (Files.getOwner(folder).getName().equals("root")) {
      command.add("--no-sandbox"); // Chromium refuses to run for root with it.
    }
    command.add(page.toString());
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("page.html").toFile())
        .redirectError(folder.resolve("log.txt").toFile())
        .redirectInput(ProcessBuilder.Redirect.from(nothing(folder).toFile()))
        .start();
  }

  private static Path nothing(Path folder) throws IOException {
    return Files.createFile(folder.resolve("nothing"));
  }

  private static ReadReply reply(HttpUrl page, Path folder, BrowserGate gate)
      throws IOException, ExtensionException {
    if (gate.failure(page).isPresent()) {
      throw gate.failure(page).get();
    }
    Path dom = folder.resolve("page.html");
    if (Files.size(dom) > Wire.MAX_BYTES) {
      throw new TooLargeException();
    }
    String log = beginning(folder.resolve("log.txt"));
    Matcher failed = FAILED.matcher(log);
    if (failed.find()) {
      throw new IOException(failed.group(1));
    }
    byte[] body = Files.readAllBytes(dom);
    if (body.length == 0) {
      throw new ExtensionException(
          Kind.UNAVAILABLE,
          "The browser ended without showing the page of \"%s\". Check that it starts on this machine at all, and that there is memory for it."
              .formatted(page.host()));
    }
    return new ReadReply(
        200, page, Headers.of("Content-Type", "text/html; charset=utf-8"), body, false);
  }

  private static String beginning(Path log) throws IOException {
    try (var in = Files.newInputStream(log)) {
      return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** As far as it goes: what a dying process still writes is left to the system. */
  private static void delete(Path folder) {
    for (int tries = 0; tries < 3 && Files.exists(folder); tries++) {
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(Browser::deleteOne);
      } catch (IOException | UncheckedIOException vanished) {
        // Looked at again.
      }
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException busy) {
      // Tried again.
    }
  }

  @Override
  public void close() {
    running.forEach(Browser::end);
  }
}
