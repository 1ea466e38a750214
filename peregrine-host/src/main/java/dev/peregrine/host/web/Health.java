package dev.peregrine.host.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;

/**
 * Says to whoever looks after the program how it is: {@code /healthz} whether it lives, {@code
 * /readyz} whether to send it requests, {@code /readyz?verbose} also what is away without keeping
 * it from that. Nothing of anybody is in the answers, so they need no session.
 */
final class Health {

  private final Map<String, BooleanSupplier> parts = new ConcurrentSkipListMap<>();
  private volatile boolean leaving;

  /** Something that may be away while it goes on serving; told to whoever asks for more. */
  void part(String name, BooleanSupplier isThere) {
    parts.put(name, isThere);
  }

  /** From now on it is no longer ready. */
  void leave() {
    leaving = true;
  }

  /** Answers a request that is meant for it. */
  boolean answers(HttpServletRequest asked, HttpServletResponse answer) throws IOException {
    String path = asked.getRequestURI();
    if (path.equals("/healthz")) {
      say(answer, HttpServletResponse.SC_OK, "alive");
      return true;
    }
    if (path.equals("/readyz")) {
      boolean stops = leaving;
      say(
          answer,
          stops ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_OK,
          (stops ? "stopping" : "ready")
              + ("verbose".equals(asked.getQueryString()) ? more() : ""));
      return true;
    }
    return false;
  }

  private String more() {
    var lines = new StringBuilder();
    parts.forEach(
        (name, isThere) ->
            lines.append('\n').append(name).append(isThere.getAsBoolean() ? " there" : " away"));
    return lines.toString();
  }

  private static void say(HttpServletResponse answer, int status, String word) throws IOException {
    answer.setStatus(status);
    answer.setHeader("Cache-Control", "no-store");
    answer.setContentType("text/plain;charset=utf-8");
    answer.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
