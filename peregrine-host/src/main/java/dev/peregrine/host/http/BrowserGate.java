package dev.peregrine.host.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The only way out for the browser: a proxy on loopback, open while one page is read. So the guard
 * against internal addresses, the person's proxies and a size limit hold for whatever the page's
 * scripts ask for, which the browser's own switches cannot promise: these know names, not what the
 * names lead to.
 */
final class BrowserGate implements AutoCloseable {

  /** A page with all that it loads. */
  static final long MAX_BYTES = 100L << 20;

  /** What the browser itself would tell its maker: updates, the time, hints about the page. */
  private static final Pattern OF_THE_BROWSER =
      Pattern.compile(
          "(?:clients\\d|accounts)\\.google\\.com|(?:update|optimizationguide-pa|content-autofill|safebrowsing|edgedl)\\.googleapis\\.com|.*\\.gvt1\\.com|edge\\.microsoft\\.com");

  /** Connects to a server. */
  @FunctionalInterface
  interface Way {
    Socket connect(String host, int port) throws IOException;
  }

  private final ServerSocket entrance;
  private final Way way;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Map<String, IOException> failures = new ConcurrentHashMap<>();
  private final AtomicLong received = new AtomicLong();

  private BrowserGate(ServerSocket entrance, Way way) {
    this.entrance = entrance;
    this.way = way;
  }

  static BrowserGate open(Way way) throws IOException {
    var gate = new BrowserGate(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), way);
    Thread.ofVirtual().name("browser-gate").start(gate::accept);
    return gate;
  }

  /** As the browser is told of it. */
  String address() {
    return "http://127.0.0.1:" + entrance.getLocalPort();
  }

  /** Why a server was not reached, if it was not. */
  Optional<IOException> failure(HttpUrl url) {
    return Optional.ofNullable(failures.get(server(url)));
  }

  private static String server(HttpUrl url) {
    return url.host() + " " + url.port();
  }

  private void accept() {
    try {
      while (true) {
        Socket browser = entrance.accept();
        Thread.ofVirtual().name("browser-gate-call").start(() -> serve(browser));
      }
    } catch (IOException closed) {
      // The page has been read.
    }
  }

  private void serve(Socket browser) {
    sockets.add(browser);
    try (browser) {
      List<String> head = MessageHead.read(browser.getInputStream());
      String[] request = head.isEmpty() ? new String[0] : head.getFirst().split(" ");
      if (request.length != 3) {
        return;
      }
      boolean tunnel = request[0].equals("CONNECT");
      Optional<HttpUrl> target =
          Optional.ofNullable(HttpUrl.parse(tunnel ? "https://" + request[1] : request[1]));
      if (target.isEmpty() || isOfTheBrowser(target.get())) {
        refuse(browser, "403 Forbidden");
      } else if (tunnel) {
        tunnel(browser, target.get());
      } else {
        forward(browser, request[0], target.get(), head);
      }
    } catch (IOException gone) {
      // The browser has left, or the server: the other side sees its connection closed.
    } finally {
      sockets.remove(browser);
    }
  }

  private static boolean isOfTheBrowser(HttpUrl target) {
    return OF_THE_BROWSER.matcher(target.host()).matches();
  }

  private void tunnel(Socket browser, HttpUrl target) throws IOException {
    try (Socket server = connect(browser, target)) {
      browser
          .getOutputStream()
          .write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      Thread.ofVirtual().start(() -> copyQuietly(browser, server));
      copy(server.getInputStream(), browser.getOutputStream());
    }
  }

  /** Passes one request on, and its answer; a connection is for one of them. */
  private void forward(Socket browser, String method, HttpUrl target, List<String> head)
      throws IOException {
    var lines = new ArrayList<String>();
    String query = target.encodedQuery() == null ? "" : "?" + target.encodedQuery();
    lines.add("%s %s%s HTTP/1.1".formatted(method, target.encodedPath(), query));
    long length = 0;
    for (String header : head.subList(1, head.size())) {
      String name = header.split(":", 2)[0].strip().toLowerCase(Locale.ROOT);
      if (name.equals("content-length")) {
        length = contentLength(header);
      }
      if (!name.startsWith("proxy-") && !name.equals("connection")) {
        lines.add(header);
      }
    }
    lines.add("Connection: close");
    try (Socket server = connect(browser, target)) {
      OutputStream out = server.getOutputStream();
      out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.write(browser.getInputStream().readNBytes(Math.toIntExact(length)));
      out.flush();
      copy(server.getInputStream(), browser.getOutputStream());
    }
  }

  private static long contentLength(String header) throws IOException {
    String value = header.substring(header.indexOf(':') + 1).strip();
    if (!value.matches("\\d{1,8}")) {
      throw new IOException("content length");
    }
    return Long.parseLong(value);
  }

  private Socket connect(Socket browser, HttpUrl target) throws IOException {
    try {
      Socket server = way.connect(target.host(), target.port());
      sockets.add(server);
      if (entrance.isClosed()) {
        server.close();
      }
      return server;
    } catch (IOException failure) {
      failures.put(server(target), failure);
      refuse(browser, "502 Bad Gateway");
      throw failure;
    }
  }

  private static void refuse(Socket browser, String status) throws IOException {
    browser
        .getOutputStream()
        .write(
            "HTTP/1.1 %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .formatted(status)
                .getBytes(StandardCharsets.US_ASCII));
  }

  private void copyQuietly(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException gone) {
      // The other direction ends as well.
    }
  }

  private void copy(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[16 << 10];
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      if (received.addAndGet(read) > MAX_BYTES) {
        throw new TooLargeException();
      }
      to.write(buffer, 0, read);
    }
  }

  @Override
  public void close() {
    closeQuietly(entrance);
    sockets.forEach(BrowserGate::closeQuietly);
  }

  private static void closeQuietly(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception gone) {
      // Nothing is left to close.
    }
  }
}
