package dev.peregrine.plugin.integration.googlecalendar;

import dev.peregrine.testkit.CalendarScene;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Google Calendar as its reference describes it. */
final class GoogleScene implements CalendarScene {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CALENDARS = "/calendars/";
  private static final int PAGE = 50;

  private final Map<String, String> calendars =
      new LinkedHashMap<>(Map.of("ada@example.org", "Ada"));
  private final Map<String, ObjectNode> events = new TreeMap<>();
  private final Map<String, Integer> revisions = new TreeMap<>();
  private int revision = 1;
  private int forgotten;

  @Override
  public synchronized RecordedAnswer answer(RecordedRequest request) {
    String path = request.path();
    if (path.equals("/users/me/calendarList")) {
      return RecordedAnswer.json(
          "{\"kind\":\"calendar#calendarList\",\"items\":[%s]}".formatted(list(request)));
    }
    if (path.equals("/calendars") && request.method().equals("POST")) {
      String id = "c%d@group.calendar.google.com".formatted(calendars.size());
      calendars.put(id, JSON.readTree(request.body()).path("summary").asString());
      return RecordedAnswer.json(calendar(id));
    }
    String[] steps = path.substring(CALENDARS.length()).split("/");
    if (!path.startsWith(CALENDARS) || !calendars.containsKey(steps[0])) {
      return missing();
    }
    if (steps.length == 1) {
      return RecordedAnswer.json(calendar(steps[0]));
    }
    return steps.length == 2
        ? request.method().equals("POST") ? insert(request) : changes(request)
        : one(steps[2], request);
  }

  private String list(RecordedRequest request) {
    String own = String.join(",", calendars.keySet().stream().map(this::calendar).toList());
    return request.query("minAccessRole").filter("writer"::equals).isPresent()
        ? own
        : own + ",{\"id\":\"holidays\",\"summary\":\"Holidays\",\"accessRole\":\"reader\"}";
  }

  private String calendar(String id) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("summary", calendars.get(id))
        .put("timeZone", "Europe/Berlin")
        .toString();
  }

  private RecordedAnswer insert(RecordedRequest request) {
    var event = (ObjectNode) JSON.readTree(request.body());
    String id = event.path("id").asString();
    if (!id.matches("[a-v0-9]{5,1024}")) {
      return refusal(400, "invalid");
    }
    // Also of one that was deleted: its id stays taken.
    if (events.containsKey(id)) {
      return refusal(409, "duplicate");
    }
    return enter(id, event);
  }

  private RecordedAnswer one(String id, RecordedRequest request) {
    ObjectNode event = events.get(id);
    if (event == null) {
      return missing();
    }
    String match = request.headers().get("if-match");
    if (match != null && !match.equals(event.path("etag").asString())) {
      return refusal(412, "conditionNotMet");
    }
    return switch (request.method()) {
      case "GET" -> RecordedAnswer.json(event.toString());
      case "PUT" -> enter(id, (ObjectNode) JSON.readTree(request.body()));
      case "DELETE" -> {
        if (isGone(event)) {
          yield refusal(410, "deleted");
        }
        remove(id);
        yield new RecordedAnswer(204, Map.of(), new byte[0]);
      }
      default -> RecordedAnswer.status(405);
    };
  }

  private RecordedAnswer enter(String id, ObjectNode event) {
    event.put("id", id).put("etag", "\"%d\"".formatted(++revision)).put("kind", "calendar#event");
    event.put("htmlLink", "https://www.google.com/calendar/event?eid=" + id);
    if (event.has("description") && event.path("description").asString().isBlank()) {
      event.remove("description");
    }
    events.put(id, event);
    revisions.put(id, revision);
    return RecordedAnswer.json(event.toString());
  }

  private void remove(String id) {
    events.put(
        id,
        JSON.createObjectNode()
            .put("id", id)
            .put("status", "cancelled")
            .put("etag", "\"%d\"".formatted(++revision)));
    revisions.put(id, revision);
  }

  private static boolean isGone(JsonNode event) {
    return event.path("status").asString().equals("cancelled");
  }

  /** In pages; what was deleted is told only to those who ask for changes. */
  private RecordedAnswer changes(RecordedRequest request) {
    String token = request.query("syncToken").orElse("");
    if (!token.isEmpty() && !token.matches("s\\d+")) {
      return refusal(400, "invalid");
    }
    int since = token.isEmpty() ? 0 : Integer.parseInt(token.substring(1));
    if (!token.isEmpty() && since <= forgotten) {
      return refusal(410, "fullSyncRequired");
    }
    List<ObjectNode> all =
        events.values().stream()
            .filter(event -> revisions.getOrDefault(event.path("id").asString(), 0) > since)
            .filter(event -> !token.isEmpty() || !isGone(event))
            .toList();
    int from =
        request.query("pageToken").map(page -> Integer.parseInt(page.substring(1))).orElse(0);
    int to = Math.min(all.size(), from + PAGE);
    String items =
        String.join(
            ",",
            all.subList(from, to).stream()
                .map(
                    event ->
                        "{\"id\":\"%s\",\"status\":\"%s\"}"
                            .formatted(
                                event.path("id").asString(), event.path("status").asString()))
                .toList());
    return RecordedAnswer.json(
        to < all.size()
            ? "{\"items\":[%s],\"nextPageToken\":\"p%d\"}".formatted(items, to)
            : "{\"items\":[%s],\"nextSyncToken\":\"s%d\"}".formatted(items, revision));
  }

  private static RecordedAnswer missing() {
    return refusal(404, "notFound");
  }

  private static RecordedAnswer refusal(int status, String reason) {
    return RecordedAnswer.json(
            "{\"error\":{\"code\":%d,\"message\":\"Not now\",\"errors\":[{\"domain\":\"global\",\"reason\":\"%s\"}]}}"
                .formatted(status, reason))
        .withStatus(status);
  }

  @Override
  public synchronized void move(String uid, ZonedDateTime start) {
    ObjectNode event = events.get(EventId.of(uid)).deepCopy();
    var moment = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    event.putObject("start").put("dateTime", moment.format(start)).put("timeZone", "Europe/Berlin");
    event
        .putObject("end")
        .put("dateTime", moment.format(start.plus(Duration.ofMinutes(90))))
        .put("timeZone", "Europe/Berlin");
    enter(EventId.of(uid), event);
  }

  @Override
  public synchronized void delete(String uid) {
    remove(EventId.of(uid));
  }

  @Override
  public synchronized void enter(String title) {
    enter(
        "own" + Integer.toHexString(title.hashCode()),
        JSON.createObjectNode().put("summary", title).put("status", "confirmed"));
  }

  @Override
  public synchronized List<String> titles() {
    return events.values().stream()
        .filter(event -> !isGone(event))
        .map(event -> event.path("summary").asString())
        .toList();
  }

  @Override
  public synchronized void forget() {
    forgotten = revision;
    revision++;
  }
}
