package dev.peregrine.host.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * A proxy between Peregrine and other servers.
 *
 * @param label what messages call it, such as {@code Proxy 2 of 3}: its address may hold a password
 * @param credentials the header that names who asks; empty for none
 */
record ProxyServer(String label, Proxy.Type type, String host, int port, String credentials) {

  private static final String HEADER = "Proxy-Authorization";

  /**
   * Reads {@code http://user:password@host:port}, {@code host:port} or {@code socks5://host:port};
   * empty for anything else.
   */
  static Optional<ProxyServer> read(String text, String label) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean socks = lower.startsWith("socks5://") || lower.startsWith("socks5h://");
    if (!socks && lower.contains("://") && !lower.startsWith("http://")) {
      return Optional.empty();
    }
    String rest = text.contains("://") ? text.substring(text.indexOf("://") + 3) : text;
    HttpUrl url = HttpUrl.parse("http://" + rest);
    if (url == null || !url.encodedPath().equals("/") || url.query() != null) {
      return Optional.empty();
    }
    boolean named = !url.username().isEmpty() || !url.password().isEmpty();
    if (socks && named) {
      return Optional.empty(); // Java sends one name and password to all SOCKS proxies.
    }
    return Optional.of(
        new ProxyServer(
            label,
            socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
            url.host(),
            url.port(),
            named
                ? Credentials.basic(url.username(), url.password(), StandardCharsets.UTF_8)
                : ""));
  }

  /** The same one, called by its address. */
  ProxyServer at(InetAddress address) {
    return new ProxyServer(label, type, address.getHostAddress(), port, credentials);
  }

  OkHttpClient.Builder through(OkHttpClient.Builder client) {
    client.proxy(new Proxy(type, InetSocketAddress.createUnresolved(host, port)));
    return credentials.isEmpty() ? client : client.proxyAuthenticator(new Named(credentials));
  }

  /** Says who asks, where the proxy itself reads the request rather than passing a tunnel on. */
  Request introduced(Request request) {
    boolean reads = type == Proxy.Type.HTTP && !request.isHttps() && !credentials.isEmpty();
    return reads ? request.newBuilder().header(HEADER, credentials).build() : request;
  }

  /** A connection that leads through it to a server. */
  Socket connect(String server, int serverPort) throws IOException {
    boolean socks = type == Proxy.Type.SOCKS;
    Socket socket =
        socks
            ? new Socket(new Proxy(type, InetSocketAddress.createUnresolved(host, port)))
            : new Socket();
    try {
      socket.connect(
          socks
              ? InetSocketAddress.createUnresolved(server, serverPort)
              : new InetSocketAddress(host, port),
          Wire.CONNECT_MILLIS);
      if (!socks) {
        tunnel(socket, (server.contains(":") ? "[" + server + "]" : server) + ":" + serverPort);
      }
      return socket;
    } catch (IOException failure) {
      socket.close();
      throw blamed(failure);
    }
  }

  private void tunnel(Socket socket, String authority) throws IOException {
    String named = credentials.isEmpty() ? "" : HEADER + ": " + credentials + "\r\n";
    socket
        .getOutputStream()
        .write(
            "CONNECT %1$s HTTP/1.1\r\nHost: %1$s\r\n%2$s\r\n"
                .formatted(authority, named)
                .getBytes(StandardCharsets.ISO_8859_1));
    socket.setSoTimeout(Wire.READ_MILLIS);
    List<String> answer = MessageHead.read(socket.getInputStream());
    socket.setSoTimeout(0);
    String status = answer.isEmpty() ? "" : answer.getFirst().replaceFirst("^\\S+ +", "");
    if (status.startsWith("407")) {
      throw unknown();
    }
    if (!status.startsWith("200")) {
      throw new ProxyException(label + " does not lead there");
    }
  }

  /**
   * The failure, or that it is the proxy's: nobody else is connected to here. Without the cause,
   * whose text names the proxy's address.
   */
  IOException blamed(IOException failure) {
    String text = String.valueOf(failure.getMessage());
    if (failure instanceof ConnectException
        || failure instanceof UnknownHostException
        || failure instanceof NoRouteToHostException
        || text.startsWith("SOCKS")) {
      return new ProxyException(label + " takes no connection");
    }
    if (text.contains("authenticate with proxy")) {
      return unknown();
    }
    return text.contains("response code for CONNECT")
        ? new ProxyException(label + " does not lead there")
        : failure;
  }

  /** It does not let in whom it does not know. */
  IOException unknown() {
    return new ProxyException(label + " wants another name and password");
  }

  @Override
  public String toString() {
    return label;
  }

  /** A record, so that connections are used again by clients that are equal. */
  private record Named(String credentials) implements Authenticator {

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
      return response.request().header(HEADER) != null
          ? null
          : response.request().newBuilder().header(HEADER, credentials).build();
    }

    @Override
    public String toString() {
      return "credentials of a proxy";
    }
  }
}
