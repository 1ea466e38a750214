package dev.peregrine.host.boot;

import com.sun.net.httpserver.HttpExchange;
import dev.peregrine.host.http.LocalServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The service of {@link WallJar}: calendars in memory, and what the person does in them. */
final class Wall implements AutoCloseable {

  /** An event as it hangs there. */
  record Event(
      String calendar,
      String title,
      long start,
      int minutes,
      String status,
      String place,
      int tag) {
    Instant at() {
      return Instant.ofEpochMilli(start);
    }
  }

  private final Map<String, Event> events = new TreeMap<>();
  private final Map<String, Integer> gone = new HashMap<>();
  private final List<String> calendars = new ArrayList<>(List.of("Kitchen", "Hall"));
  private final List<String> writes = new ArrayList<>();
  private final LocalServer server = LocalServer.answering(this::answer);
  private int revision = 1;
  private volatile int status = 200;

  String address() {
    return server.at("").toString();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
    String path = exchange.getRequestURI().getPath();
    if (status != 200) {
      LocalServer.reply(exchange, status, "text/plain", "no");
      return;
    }
    switch (path) {
      case "/calendars" -> say(exchange, 200, String.join("\n", calendars));
      case "/create" -> {
        calendars.add(asked.get("name"));
        say(exchange, 200, "made");
      }
      case "/put" -> put(exchange, asked);
      case "/cancel" -> {
        writes.add("cancel");
        delete(asked.get("uid"));
        say(exchange, 200, "gone");
      }
      case "/changes" -> changes(exchange, asked);
      default -> say(exchange, 404, "?");
    }
  }

  private void put(HttpExchange exchange, Map<String, String> asked) throws IOException {
    String uid = asked.get("uid");
    Event there = events.get(uid);
    String tag = asked.getOrDefault("tag", "");
    if (!tag.isEmpty() && there == null) {
      say(exchange, 410, "gone");
    } else if (!tag.isEmpty() && !tag.equals("" + there.tag())) {
      say(exchange, 412, line(uid, there));
    } else {
      writes.add("put");
      enter(
          uid,
          asked.get("calendar"),
          asked.get("title"),
          Long.parseLong(asked.get("start")),
          Integer.parseInt(asked.get("minutes")),
          asked.get("status"),
          asked.getOrDefault("place", ""));
      say(exchange, 200, "" + events.get(uid).tag());
    }
  }

  private void changes(HttpExchange exchange, Map<String, String> asked) throws IOException {
    String since = asked.getOrDefault("since", "");
    int from = since.isEmpty() ? 0 : Integer.parseInt(since);
    var lines = new ArrayList<String>(List.of("" + revision));
    events.forEach(
        (uid, event) -> {
          if (event.tag() > from && event.calendar().equals(asked.get("calendar"))) {
            lines.add(line(uid, event));
          }
        });
    gone.forEach(
        (uid, at) -> {
          if (at > from && from > 0) {
            lines.add(uid);
          }
        });
    say(exchange, 200, String.join("\n", lines));
  }

  private static String line(String uid, Event event) {
    return "%s|%d|%d|%d|%s|%s"
        .formatted(uid, event.tag(), event.start(), event.minutes(), event.title(), event.place());
  }

  private void enter(
      String uid,
      String calendar,
      String title,
      long start,
      int minutes,
      String state,
      String place) {
    gone.remove(uid);
    events.put(uid, new Event(calendar, title, start, minutes, state, place, ++revision));
  }

  synchronized void delete(String uid) {
    if (events.remove(uid) != null) {
      gone.put(uid, ++revision);
    }
  }

  synchronized void move(String uid, Instant start) {
    Event event = events.get(uid);
    enter(
        uid,
        event.calendar(),
        event.title(),
        start.toEpochMilli(),
        event.minutes(),
        event.status(),
        event.place());
  }

  synchronized void place(String uid, String place) {
    Event event = events.get(uid);
    enter(
        uid,
        event.calendar(),
        event.title(),
        event.start(),
        event.minutes(),
        event.status(),
        place);
  }

  /** The person enters something of their own. */
  synchronized void enter(String title) {
    enter("own-" + title, "Kitchen", title, 0, 30, "CONFIRMED", "");
  }

  synchronized Map<String, Event> events() {
    return Map.copyOf(events);
  }

  synchronized Event only() {
    return events.values().stream()
        .reduce(
            (one, other) -> {
              throw new AssertionError("Several events: " + events);
            })
        .orElseThrow(() -> new AssertionError("No event."));
  }

  synchronized String uid() {
    return new TreeSet<>(events.keySet()).getFirst();
  }

  /** What was written since the last call. */
  synchronized List<String> writes() {
    List<String> since = List.copyOf(writes);
    writes.clear();
    return since;
  }

  void answers(int with) {
    status = with;
  }

  private static void say(HttpExchange exchange, int with, String text) throws IOException {
    LocalServer.reply(exchange, with, "text/plain; charset=utf-8", text);
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new HashMap<String, String>();
    for (String pair : (query == null ? "" : query).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }

  @Override
  public void close() {
    server.close();
  }
}
