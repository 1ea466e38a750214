package dev.peregrine.plugin.integration.dropbox;

import dev.peregrine.api.Blob;
import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.testkit.DocumentShelf;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Dropbox in memory, in the shapes of its HTTP API. */
final class FakeDropbox implements DocumentShelf {

  private record File(String id, String path, String rev, byte[] bytes, int versions) {}

  private final Map<String, File> files = new TreeMap<>();
  private final Map<String, ByteArrayOutputStream> sessions = new HashMap<>();
  private int count = 1000;

  synchronized RecordedAnswer answer(RecordedRequest request) {
    if (!request.headers().getOrDefault("authorization", "").startsWith("Bearer ")) {
      return RecordedAnswer.status(401);
    }
    String given = request.headers().getOrDefault("dropbox-api-arg", request.body());
    if (!given.chars().allMatch(sign -> sign < 127) && !given.equals(request.body())) {
      return RecordedAnswer.status(400);
    }
    return switch (request.path()) {
      case "/2/users/get_current_account" ->
          given.equals("null")
              ? RecordedAnswer.json(
                  "{\"account_id\":\"dbid:AAH4f\",\"name\":{\"display_name\":\"Anna Falk\"}}")
              : RecordedAnswer.status(400);
      case "/2/files/get_metadata" -> metadata(read(given).path("path").asString());
      case "/2/files/upload" -> commit(read(given), request.bytes());
      case "/2/files/upload_session/start" -> {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(request.bytes());
        String id = "pid_upload_session:" + ++count;
        sessions.put(id, bytes);
        yield RecordedAnswer.json("{\"session_id\":\"%s\"}".formatted(id));
      }
      case "/2/files/upload_session/append_v2" -> append(read(given), request.bytes());
      case "/2/files/upload_session/finish" -> finish(read(given));
      default -> RecordedAnswer.status(404);
    };
  }

  private static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json);
  }

  private RecordedAnswer metadata(String path) {
    Optional<File> file =
        path.startsWith("id:")
            ? files.values().stream().filter(one -> one.id().equals(path)).findFirst()
            : Optional.ofNullable(files.get(path.toLowerCase(Locale.ROOT)));
    return file.map(FakeDropbox::described)
        .orElseGet(() -> error("path/not_found", "{\".tag\":\"path\"}"));
  }

  private static RecordedAnswer described(File file) {
    try {
      return RecordedAnswer.json(
          """
          {".tag":"file","name":%s,"id":"%s","path_lower":%s,"path_display":%s,"rev":"%s","size":%d,"content_hash":"%s"}
          """
              .formatted(
                  Json.quoted(file.path().substring(file.path().lastIndexOf('/') + 1)),
                  file.id(),
                  Json.quoted(file.path().toLowerCase(Locale.ROOT)),
                  Json.quoted(file.path()),
                  file.rev(),
                  file.bytes().length,
                  ContentHash.of(Content.of(new Blob("", "a/b", file.bytes())))));
    } catch (ExtensionException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private RecordedAnswer commit(JsonNode commit, byte[] bytes) {
    String path = commit.path("path").asString();
    File former = files.get(path.toLowerCase(Locale.ROOT));
    boolean fits =
        commit.path("mode").path(".tag").asString().equals("add")
            ? former == null
            : former != null && former.rev().equals(commit.path("mode").path("update").asString());
    if (!fits) {
      return error("path/conflict/file", "{\".tag\":\"path\"}");
    }
    write(path, bytes);
    return described(files.get(path.toLowerCase(Locale.ROOT)));
  }

  private void write(String path, byte[] bytes) {
    File former = files.get(path.toLowerCase(Locale.ROOT));
    count++;
    files.put(
        path.toLowerCase(Locale.ROOT),
        new File(
            former == null ? "id:a4ayc_" + count : former.id(),
            path,
            "0%d".formatted(count),
            bytes,
            former == null ? 1 : former.versions() + 1));
  }

  private RecordedAnswer append(JsonNode call, byte[] bytes) {
    ByteArrayOutputStream session = sessions.get(call.path("cursor").path("session_id").asString());
    if (session == null) {
      return error("not_found", "{\".tag\":\"not_found\"}");
    }
    if (session.size() != call.path("cursor").path("offset").asInt()) {
      return error(
          "incorrect_offset",
          "{\".tag\":\"incorrect_offset\",\"correct_offset\":%d}".formatted(session.size()));
    }
    session.writeBytes(bytes);
    return RecordedAnswer.json("null");
  }

  private RecordedAnswer finish(JsonNode call) {
    String id = call.path("cursor").path("session_id").asString();
    ByteArrayOutputStream session = sessions.get(id);
    if (session == null) {
      return error("lookup_failed/not_found", "{\".tag\":\"lookup_failed\"}");
    }
    if (session.size() != call.path("cursor").path("offset").asInt()) {
      return error("lookup_failed/incorrect_offset", "{\".tag\":\"lookup_failed\"}");
    }
    RecordedAnswer done = commit(call.path("commit"), session.toByteArray());
    if (done.status() == 200) {
      sessions.remove(id);
    }
    return done;
  }

  static RecordedAnswer error(String summary, String error) {
    return RecordedAnswer.json(
            "{\"error_summary\":\"%s/..\",\"error\":%s}".formatted(summary, error))
        .withStatus(409);
  }

  @Override
  public synchronized Map<String, byte[]> files() {
    var all = new TreeMap<String, byte[]>();
    files.values().forEach(file -> all.put(file.path().substring(1), file.bytes()));
    return all;
  }

  @Override
  public synchronized void put(String path, byte[] bytes) {
    write("/" + path, bytes);
  }

  @Override
  public synchronized void delete(String path) {
    files.remove("/" + path.toLowerCase(Locale.ROOT));
  }

  @Override
  public synchronized int versions(String path) {
    return files.get("/" + path.toLowerCase(Locale.ROOT)).versions();
  }

  @Override
  public synchronized void forgetUploads() {
    sessions.clear();
  }
}
