package dev.peregrine.host.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A provider of tokens on loopback that holds to RFC 6749, 7636 and 8628 as providers do. */
public final class TokenServer implements AutoCloseable {

  public static final OAuthClient CLIENT = new OAuthClient("heather.apps.example", "moor-secret");

  private final HttpServer server;
  private final Map<String, Asked> codes = new HashMap<>();

  /** Forms that came to the token endpoint. */
  public final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();

  /** What still counts to renew a token; empty: it was taken back. */
  public volatile Optional<String> refresh = Optional.empty();

  /** Whether each renewal gives another one, as Microsoft does. */
  public volatile boolean rotates;

  /** How often the person is still to be waited for. */
  public volatile int pending = 2;

  /** How many seconds to wait between two questions about a code. */
  public volatile int every = 5;

  /** Whether tokens have no end and cannot be renewed, as some services give them. */
  public volatile boolean endless;

  public volatile boolean slowDown;
  public volatile boolean down;
  public volatile int lasts = 3_600;
  private int given;

  private record Asked(String challenge, String redirect) {}

  public TokenServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/token", this::token);
    server.createContext("/device", this::device);
    server.start();
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** A provider of browsers' sign-ins. */
  public OAuthProvider google() {
    return new OAuthProvider(
        "google",
        "Google",
        at("/authorize"),
        at("/token"),
        Optional.empty(),
        List.of("https://mail.example/"),
        Map.of("access_type", "offline"),
        List.of(at("/")));
  }

  /** A provider of codes. */
  public OAuthProvider microsoft() {
    return new OAuthProvider(
        "microsoft",
        "Microsoft",
        at("/authorize"),
        at("/token"),
        Optional.of(at("/device")),
        List.of("imap", "offline_access"),
        Map.of(),
        List.of(at("/")));
  }

  /** What the person's browser does there: agree, and bring back the code. */
  public synchronized String agree(URI authorize) {
    Map<String, String> asked = fields(authorize.getRawQuery());
    String code = "code-" + codes.size();
    codes.put(code, new Asked(asked.get("code_challenge"), asked.get("redirect_uri")));
    return code;
  }

  public static Map<String, String> fields(String text) {
    var fields = new LinkedHashMap<String, String>();
    for (String pair : text.split("&")) {
      int sign = pair.indexOf('=');
      fields.put(
          URLDecoder.decode(pair.substring(0, sign), StandardCharsets.UTF_8),
          URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  private synchronized void token(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    forms.add(form);
    if (down) {
      reply(exchange, 503, "<html>down</html>");
      return;
    }
    if (!CLIENT.id().equals(form.get("client_id"))
        || !CLIENT.secret().equals(form.get("client_secret"))) {
      error(exchange, "invalid_client");
      return;
    }
    switch (form.getOrDefault("grant_type", "")) {
      case "authorization_code" -> {
        Asked asked = codes.remove(form.getOrDefault("code", ""));
        boolean same =
            asked != null
                && asked.redirect().equals(form.get("redirect_uri"))
                && asked.challenge().equals(SignIns.challenge(form.get("code_verifier")));
        if (same) {
          give(exchange, true);
        } else {
          error(exchange, "invalid_grant");
        }
      }
      case "refresh_token" -> {
        if (refresh.isPresent() && refresh.get().equals(form.get("refresh_token"))) {
          give(exchange, rotates);
        } else {
          error(exchange, "invalid_grant");
        }
      }
      case "urn:ietf:params:oauth:grant-type:device_code" -> {
        if (slowDown) {
          slowDown = false;
          error(exchange, "slow_down");
        } else if (pending-- > 0) {
          error(exchange, "authorization_pending");
        } else {
          give(exchange, true);
        }
      }
      default -> error(exchange, "unsupported_grant_type");
    }
  }

  private void give(HttpExchange exchange, boolean withRefresh) throws IOException {
    given++;
    if (endless) {
      reply(
          exchange,
          200,
          "{\"access_token\":\"access-%d\",\"token_type\":\"bearer\"}".formatted(given));
      return;
    }
    String more = "";
    if (withRefresh) {
      refresh = Optional.of("refresh-" + given);
      more = ",\"refresh_token\":\"refresh-" + given + "\"";
    }
    reply(
        exchange,
        200,
        "{\"access_token\":\"access-%d\",\"token_type\":\"Bearer\",\"expires_in\":%d%s}"
            .formatted(given, lasts, more));
  }

  private void device(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    reply(
        exchange,
        200,
        "{\"device_code\":\"device-1\",\"user_code\":\"MOOR-4711\",\"verification_uri\":\"%s\",\"expires_in\":900,\"interval\":%d}"
            .formatted(at("/enter"), every));
  }

  private static void error(HttpExchange exchange, String code) throws IOException {
    reply(
        exchange,
        400,
        "{\"error\":\"%s\",\"error_description\":\"AADSTS <b>x</b>\"}".formatted(code));
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
