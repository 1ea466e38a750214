package dev.peregrine.plugin.integration.caldav;

import dev.peregrine.testkit.CalendarScene;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A CalDAV server as the standards describe it, with prefixes as SabreDAV writes them. */
final class CalDavScene implements CalendarScene {

  private static final String HOME = "/cal/ada/";
  private static final Pattern HREF = Pattern.compile("<d:href>([^<]*)</d:href>");
  private static final Pattern TOKEN = Pattern.compile("<d:sync-token>([^<]*)</d:sync-token>");
  private static final Pattern NAME = Pattern.compile("<d:displayname>([^<]*)</d:displayname>");
  private static final Pattern UID = Pattern.compile("(?m)^UID:(\\S+)");

  private record Entry(String text, int revision) {}

  private final boolean hasTokens;
  private final Map<String, String> calendars = new LinkedHashMap<>();
  private final Map<String, Entry> entries = new TreeMap<>();
  private final Map<String, Integer> gone = new TreeMap<>();
  private int revision = 1;
  private int forgotten;
  private String age = "a";

  /** With sync tokens, or as older servers without. */
  CalDavScene(boolean hasTokens) {
    this.hasTokens = hasTokens;
    calendars.put(HOME + "work/", "Work &amp; more");
  }

  @Override
  public synchronized RecordedAnswer answer(RecordedRequest request) {
    String path = request.path();
    return switch (request.method()) {
      case "PROPFIND" -> propfind(path, request.headers().getOrDefault("depth", "0"));
      case "MKCALENDAR" -> make(path, request.body());
      case "REPORT" -> report(path, request.body());
      case "GET" ->
          entries.containsKey(path)
              ? RecordedAnswer.of("text/calendar", entries.get(path).text())
                  .withHeader("ETag", tag(path))
              : RecordedAnswer.status(404);
      case "PUT" -> put(path, request);
      case "DELETE" -> delete(path, request);
      default -> RecordedAnswer.status(405);
    };
  }

  private RecordedAnswer propfind(String path, String depth) {
    if (path.equals("/")) {
      return many(
          response(
              "/",
              "<d:current-user-principal><d:href>/p/ada/</d:href></d:current-user-principal>"));
    }
    if (path.equals("/p/ada/")) {
      return many(
          response(
              path,
              "<cal:calendar-home-set><d:href>%s</d:href></cal:calendar-home-set>"
                  .formatted(HOME)));
    }
    if (path.equals(HOME)) {
      return many(
          response(HOME, "<d:resourcetype><d:collection/></d:resourcetype>")
              + calendars.entrySet().stream()
                  .map(each -> calendar(each.getKey(), each.getValue(), "write", "VEVENT"))
                  .collect(Collectors.joining())
              + calendar(HOME + "birthdays/", "Birthdays", "read", "VEVENT")
              + calendar(HOME + "tasks/", "Tasks", "write", "VTODO"));
    }
    if (!calendars.containsKey(path)) {
      return RecordedAnswer.status(404);
    }
    return many(
        response(path, "<s:getctag>%s%d</s:getctag>".formatted(age, revision))
            + (depth.equals("1")
                ? entries.keySet().stream()
                    .filter(each -> each.startsWith(path))
                    .map(each -> response(each, etag(each)))
                    .collect(Collectors.joining())
                : ""));
  }

  private static String calendar(String path, String name, String right, String kind) {
    return response(
        path,
        """
        <d:resourcetype><d:collection/><cal:calendar/></d:resourcetype>\
        <d:displayname>%s</d:displayname><d:current-user-privilege-set><d:privilege><d:%s/></d:privilege>\
        </d:current-user-privilege-set><cal:supported-calendar-component-set><cal:comp name="%s"/>\
        </cal:supported-calendar-component-set>"""
            .formatted(name, right, kind));
  }

  private RecordedAnswer make(String path, String body) {
    Matcher name = NAME.matcher(body);
    if (calendars.containsKey(path) || !name.find()) {
      return RecordedAnswer.status(405);
    }
    calendars.put(path, name.group(1));
    return RecordedAnswer.status(201);
  }

  private RecordedAnswer put(String path, RecordedRequest request) {
    Optional<String> match = Optional.ofNullable(request.headers().get("if-match"));
    boolean isThere = entries.containsKey(path);
    if (calendars.keySet().stream().noneMatch(path::startsWith)) {
      return RecordedAnswer.status(409);
    }
    if ((request.headers().containsKey("if-none-match") && isThere)
        || (match.isPresent() && !(isThere && match.get().equals(tag(path))))) {
      return RecordedAnswer.status(412);
    }
    Matcher uid = UID.matcher(request.body());
    if (uid.find()
        && entries.entrySet().stream()
            .anyMatch(
                each ->
                    !each.getKey().equals(path)
                        && each.getValue().text().contains("UID:" + uid.group(1)))) {
      return RecordedAnswer.status(403);
    }
    enter(path, request.body());
    return RecordedAnswer.status(isThere ? 204 : 201).withHeader("ETag", tag(path));
  }

  private RecordedAnswer delete(String path, RecordedRequest request) {
    String match = request.headers().get("if-match");
    if (!entries.containsKey(path)) {
      return RecordedAnswer.status(404);
    }
    if (match != null && !match.equals(tag(path))) {
      return RecordedAnswer.status(412);
    }
    entries.remove(path);
    gone.put(path, ++revision);
    return RecordedAnswer.status(204);
  }

  private RecordedAnswer report(String path, String body) {
    if (!calendars.containsKey(path)) {
      return RecordedAnswer.status(404);
    }
    if (body.contains("calendar-multiget")) {
      return many(
          HREF.matcher(body)
              .results()
              .map(each -> each.group(1).replace("%40", "@"))
              .filter(entries::containsKey)
              .map(this::whole)
              .collect(Collectors.joining()));
    }
    if (body.contains("calendar-query")) {
      return many(
          entries.keySet().stream()
              .filter(each -> body.contains(">" + uid(each) + "<"))
              .map(this::whole)
              .collect(Collectors.joining()));
    }
    return hasTokens ? changes(body) : RecordedAnswer.status(415);
  }

  private RecordedAnswer changes(String body) {
    Matcher token = TOKEN.matcher(body);
    String asked = token.find() ? token.group(1) : "";
    int since = 0;
    if (!asked.isEmpty()) {
      if (!asked.matches("http://sabre.io/ns/sync/\\d+")) {
        return RecordedAnswer.status(403);
      }
      since = Integer.parseInt(asked.substring(asked.lastIndexOf('/') + 1));
      if (since <= forgotten) {
        return RecordedAnswer.status(403);
      }
    }
    int from = since;
    String changed =
        entries.entrySet().stream()
            .filter(each -> each.getValue().revision() > from)
            .map(each -> response(each.getKey(), etag(each.getKey())))
            .collect(Collectors.joining());
    String deleted =
        gone.entrySet().stream()
            .filter(
                each -> from > 0 && each.getValue() > from && !entries.containsKey(each.getKey()))
            .map(
                each ->
                    "<d:response><d:href>%s</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>"
                        .formatted(each.getKey()))
            .collect(Collectors.joining());
    return many(
        changed
            + deleted
            + "<d:sync-token>http://sabre.io/ns/sync/%d</d:sync-token>".formatted(revision));
  }

  private static String response(String path, String properties) {
    return """
        <d:response><d:href>%s</d:href><d:propstat><d:prop>%s</d:prop><d:status>HTTP/1.1 200 OK</d:status>\
        </d:propstat><d:propstat><d:prop><d:quota/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status>\
        </d:propstat></d:response>"""
        .formatted(path.replace("@", "%40"), properties);
  }

  private String whole(String path) {
    String text =
        entries
            .get(path)
            .text()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\r", "&#13;");
    return response(path, etag(path) + "<cal:calendar-data>%s</cal:calendar-data>".formatted(text));
  }

  private String etag(String path) {
    return "<d:getetag>%s</d:getetag>".formatted(tag(path).replace("\"", "&quot;"));
  }

  private static RecordedAnswer many(String responses) {
    return RecordedAnswer.xml(
            """
            <?xml version="1.0"?>
            <d:multistatus xmlns:d="DAV:" xmlns:s="http://calendarserver.org/ns/" xmlns:cal="urn:ietf:params:xml:ns:caldav">%s</d:multistatus>
            """
                .formatted(responses))
        .withStatus(207);
  }

  private String tag(String path) {
    return "\"%s-%d\"".formatted(age, entries.get(path).revision());
  }

  private void enter(String path, String text) {
    entries.put(path, new Entry(text, ++revision));
  }

  private String uid(String path) {
    Matcher uid = UID.matcher(entries.get(path).text());
    return uid.find() ? uid.group(1) : "";
  }

  private String placeOf(String uid) {
    return entries.keySet().stream()
        .filter(each -> uid(each).equals(uid))
        .findFirst()
        .orElseThrow();
  }

  /** As Apple's calendar writes it: in its own words, with more than there was. */
  @Override
  public synchronized void move(String uid, ZonedDateTime start) {
    String moment =
        DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .format(start.withZoneSameInstant(ZoneOffset.UTC));
    String path = placeOf(uid);
    enter(
        path,
        entries
            .get(path)
            .text()
            .replaceAll("DTSTART;TZID[^\r]*", "DTSTART:" + moment)
            .replaceAll("DTEND;TZID[^\r]*", "DURATION:PT1H30M\r\nX-APPLE-TRAVEL:yes"));
  }

  @Override
  public synchronized void delete(String uid) {
    String path = placeOf(uid);
    entries.remove(path);
    gone.put(path, ++revision);
  }

  @Override
  public synchronized void enter(String title) {
    enter(
        HOME + "work/" + title + ".ics",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:%s\r\nSUMMARY:%s\r\nDTSTART:20270101T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
            .formatted(title, title));
  }

  @Override
  public synchronized List<String> titles() {
    return entries.values().stream()
        .map(each -> each.text().replaceAll("(?s).*\nSUMMARY:([^\r]*).*", "$1"))
        .toList();
  }

  @Override
  public synchronized void forget() {
    forgotten = revision;
    revision++;
    age += "a";
  }
}
