package dev.peregrine.plugin.integration.googledrive;

import dev.peregrine.api.Json;
import dev.peregrine.testkit.DocumentShelf;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Drive in memory, in the shapes of Drive API v3. */
final class FakeDrive implements DocumentShelf {

  private static final String FOLDER = "application/vnd.google-apps.folder";
  private static final Pattern QUERY =
      Pattern.compile(
          "name = '((?:[^'\\\\]|\\\\.)*)' and '([^']+)' in parents and mimeType (!?=) '"
              + FOLDER
              + "' and trashed = false");
  private static final Pattern PART = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

  private record Entry(
      String id,
      String name,
      String parent,
      Optional<byte[]> bytes,
      String document,
      int versions,
      boolean trashed) {}

  private record Session(JsonNode metadata, String file, int length, ByteArrayOutputStream bytes) {}

  private final URI address;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Session> sessions = new HashMap<>();
  private int count;

  FakeDrive(URI address) {
    this.address = address;
  }

  synchronized RecordedAnswer answer(RecordedRequest request) {
    if (!request.headers().getOrDefault("authorization", "").startsWith("Bearer ")) {
      return error(401, "authError");
    }
    String path = request.path();
    if (path.equals("/drive/v3/about")) {
      return RecordedAnswer.json(
          "{\"user\":{\"displayName\":\"Anna Falk\",\"emailAddress\":\"anna@example.org\"}}");
    }
    if (path.startsWith("/upload/drive/v3/files")) {
      return request
          .query("upload_id")
          .map(id -> upload(request, id))
          .orElseGet(() -> begin(request, path.substring("/upload/drive/v3/files".length())));
    }
    if (path.equals("/drive/v3/files")) {
      return request.method().equals("GET") ? list(request) : makeFolder(read(request.body()));
    }
    Entry entry = entries.get(path.substring("/drive/v3/files/".length()));
    return entry == null ? error(404, "notFound") : RecordedAnswer.json(described(entry));
  }

  private static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json);
  }

  private RecordedAnswer list(RecordedRequest request) {
    Matcher query = QUERY.matcher(request.query("q").orElse(""));
    if (!query.matches()) {
      return error(400, "invalid");
    }
    String name = query.group(1).replaceAll("\\\\(.)", "$1");
    boolean folders = query.group(3).equals("=");
    return RecordedAnswer.json(
        entries.values().stream()
            .filter(entry -> entry.name().equals(name) && entry.parent().equals(query.group(2)))
            .filter(entry -> entry.bytes().isEmpty() == folders && !entry.trashed())
            .map(FakeDrive::described)
            .collect(Collectors.joining(",", "{\"files\":[", "]}")));
  }

  private RecordedAnswer makeFolder(JsonNode metadata) {
    String parent = metadata.path("parents").path(0).asString();
    return RecordedAnswer.json(
        described(add(metadata.path("name").asString(), parent, Optional.empty(), "")));
  }

  private Entry add(String name, String parent, Optional<byte[]> bytes, String document) {
    String id = "1AbCdEfGhIj" + ++count;
    var entry = new Entry(id, name, parent, bytes, document, 1, false);
    entries.put(id, entry);
    return entry;
  }

  private RecordedAnswer begin(RecordedRequest request, String file) {
    if (!file.isEmpty() && !entries.containsKey(file.substring(1))) {
      return error(404, "notFound");
    }
    String id = "session" + ++count;
    int length = Integer.parseInt(request.headers().get("x-upload-content-length"));
    sessions.put(id, new Session(read(request.body()), file, length, new ByteArrayOutputStream()));
    return RecordedAnswer.json("")
        .withHeader(
            "Location", address + "/upload/drive/v3/files?uploadType=resumable&upload_id=" + id);
  }

  private RecordedAnswer upload(RecordedRequest request, String id) {
    Session session = sessions.get(id);
    if (session == null) {
      return error(404, "notFound");
    }
    Matcher part = PART.matcher(request.headers().getOrDefault("content-range", ""));
    if (part.matches() && Integer.parseInt(part.group(1)) == session.bytes().size()) {
      session.bytes().writeBytes(request.bytes());
    }
    if (session.bytes().size() < session.length()) {
      int there = session.bytes().size();
      RecordedAnswer incomplete = new RecordedAnswer(308, Map.of(), new byte[0]);
      return there == 0 ? incomplete : incomplete.withHeader("Range", "bytes=0-" + (there - 1));
    }
    sessions.remove(id);
    return RecordedAnswer.json(described(written(session)));
  }

  private Entry written(Session session) {
    byte[] bytes = session.bytes().toByteArray();
    String document = session.metadata().path("appProperties").path("peregrine").asString("");
    if (session.file().isEmpty()) {
      return add(
          session.metadata().path("name").asString(),
          session.metadata().path("parents").path(0).asString(),
          Optional.of(bytes),
          document);
    }
    Entry former = entries.get(session.file().substring(1));
    var now =
        new Entry(
            former.id(),
            former.name(),
            former.parent(),
            Optional.of(bytes),
            document,
            former.versions() + 1,
            false);
    entries.put(now.id(), now);
    return now;
  }

  private static String described(Entry entry) {
    return """
        {"id":"%s","name":%s,"trashed":%s,"webViewLink":"https://drive.google.com/file/d/%s/view"%s%s}
        """
        .formatted(
            entry.id(),
            Json.quoted(entry.name()),
            entry.trashed(),
            entry.id(),
            entry
                .bytes()
                .map(
                    bytes ->
                        ",\"sha256Checksum\":\"%s\",\"headRevisionId\":\"0B%d\""
                            .formatted(sha256(bytes), entry.versions()))
                .orElse(""),
            entry.document().isEmpty()
                ? ""
                : ",\"appProperties\":{\"peregrine\":\"%s\"}".formatted(entry.document()));
  }

  private static String sha256(byte[] bytes) {
    try {
      return "%064x"
          .formatted(new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static RecordedAnswer error(int status, String reason) {
    return RecordedAnswer.json(
            "{\"error\":{\"code\":%d,\"message\":\"%s\",\"errors\":[{\"domain\":\"global\",\"reason\":\"%s\"}]}}"
                .formatted(status, reason, reason))
        .withStatus(status);
  }

  private String path(Entry entry) {
    Entry parent = entries.get(entry.parent());
    return (parent == null ? "" : path(parent) + "/") + entry.name();
  }

  @Override
  public synchronized Map<String, byte[]> files() {
    var all = new TreeMap<String, byte[]>();
    for (Entry entry : entries.values()) {
      if (entry.bytes().isPresent() && !entry.trashed()) {
        byte[] twin = all.put(path(entry), entry.bytes().get());
        if (twin != null) {
          throw new AssertionError("Two files \"%s\".".formatted(path(entry)));
        }
      }
    }
    return all;
  }

  @Override
  public synchronized void put(String path, byte[] bytes) {
    String parent = "root";
    String[] steps = path.split("/");
    for (int i = 0; i < steps.length - 1; i++) {
      String above = parent;
      String name = steps[i];
      parent =
          entries.values().stream()
              .filter(entry -> entry.parent().equals(above) && entry.name().equals(name))
              .findFirst()
              .orElseGet(() -> add(name, above, Optional.empty(), ""))
              .id();
    }
    Entry _ = add(steps[steps.length - 1], parent, Optional.of(bytes), "");
  }

  @Override
  public synchronized void delete(String path) {
    Entry entry = at(path);
    entries.put(
        entry.id(),
        new Entry(
            entry.id(),
            entry.name(),
            entry.parent(),
            entry.bytes(),
            entry.document(),
            entry.versions(),
            true));
  }

  private Entry at(String path) {
    return entries.values().stream()
        .filter(entry -> path(entry).equals(path) && !entry.trashed())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public synchronized int versions(String path) {
    return at(path).versions();
  }

  @Override
  public synchronized void forgetUploads() {
    sessions.clear();
  }
}
