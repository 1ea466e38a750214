package dev.peregrine.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@code peregrine board try ID --record DIR} wrote. */
final class Recordings {

  private Recordings() {}

  /** Lets a server answer as recorded: by method, path and query, repeated calls in their order. */
  static void serve(Path folder, RecordedServer server) {
    var answers = new HashMap<String, Deque<RecordedAnswer>>();
    try {
      for (String line : Files.readAllLines(folder.resolve("calls.jsonl"))) {
        JsonNode call = JsonMapper.shared().readTree(line);
        String address = call.path("address").asString();
        answers
            .computeIfAbsent(
                call.path("method").asString() + " " + address, key -> new ArrayDeque<>())
            .add(answer(call, folder));
        server.answer(URI.create(address).getPath(), request -> next(answers, request));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static RecordedAnswer next(
      Map<String, Deque<RecordedAnswer>> answers, RecordedRequest request) {
    Deque<RecordedAnswer> left = answers.get(request.method() + " " + request.address());
    if (left == null) {
      return RecordedAnswer.status(404);
    }
    synchronized (left) {
      return left.size() > 1 ? left.removeFirst() : left.getFirst();
    }
  }

  private static RecordedAnswer answer(JsonNode call, Path folder) throws IOException {
    JsonNode body = call.path("body");
    String text =
        body.isString()
            ? Files.readString(folder.resolve(Path.of(body.asString()).getFileName()))
            : "";
    String type = call.path("content_type").asString("text/plain; charset=utf-8");
    return RecordedAnswer.of(type, text).withStatus(call.path("status").asInt());
  }
}
