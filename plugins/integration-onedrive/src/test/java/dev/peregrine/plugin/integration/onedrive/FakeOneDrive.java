package dev.peregrine.plugin.integration.onedrive;

import dev.peregrine.api.Blob;
import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.testkit.DocumentShelf;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A OneDrive in memory, in the shapes of Microsoft Graph. */
final class FakeOneDrive implements DocumentShelf {

  private static final Pattern PART = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

  private record Item(String id, String path, int version, byte[] bytes) {}

  private record Session(String path, boolean onlyNew, ByteArrayOutputStream bytes) {}

  private final URI address;
  private final Map<String, Item> items = new TreeMap<>();
  private final Map<String, Session> sessions = new HashMap<>();
  private int count;

  FakeOneDrive(URI address) {
    this.address = address;
  }

  synchronized RecordedAnswer answer(RecordedRequest request) {
    boolean signedIn = request.headers().containsKey("authorization");
    String path = request.path();
    if (path.startsWith("/up/")) {
      return signedIn ? error(401, "unauthenticated") : upload(request, path.substring(4));
    }
    if (!signedIn) {
      return error(401, "InvalidAuthenticationToken");
    }
    if (path.equals("/me/drive")) {
      return RecordedAnswer.json(
          "{\"id\":\"b!1\",\"driveType\":\"personal\",\"owner\":{\"user\":{\"displayName\":\"Anna Falk\"}}}");
    }
    Optional<Item> item = byId(path);
    String target = item.map(Item::path).orElse(target(path));
    if (path.startsWith("/me/drive/items/") && item.isEmpty()) {
      return error(404, "itemNotFound");
    }
    return switch (request.method()) {
      case "GET" ->
          items.containsKey(key(target))
              ? RecordedAnswer.json(described(items.get(key(target))))
              : error(404, "itemNotFound");
      case "PUT" ->
          refused(request, target, request.query("@microsoft.graph.conflictBehavior").orElse(""))
              .orElseGet(() -> write(target, request.bytes()));
      default -> create(request, target);
    };
  }

  private Optional<Item> byId(String path) {
    String id = path.replaceFirst("^/me/drive/items/", "").replaceFirst("/.*$", "");
    return items.values().stream().filter(item -> item.id().equals(id)).findFirst();
  }

  private static String target(String path) {
    return path.replaceFirst("^/me/drive/root:/", "")
        .replaceFirst(":/(content|createUploadSession)$", "");
  }

  private static String key(String path) {
    return path.toLowerCase(Locale.ROOT);
  }

  private Optional<RecordedAnswer> refused(RecordedRequest request, String path, String behaviour) {
    Item former = items.get(key(path));
    String match = request.headers().get("if-match");
    if (match != null && (former == null || !match.equals(etag(former)))) {
      return Optional.of(error(412, "resourceModified"));
    }
    return former != null && behaviour.equals("fail")
        ? Optional.of(error(409, "nameAlreadyExists"))
        : Optional.empty();
  }

  private RecordedAnswer create(RecordedRequest request, String path) {
    String behaviour =
        JsonMapper.shared()
            .readTree(request.body())
            .path("item")
            .path("@microsoft.graph.conflictBehavior")
            .asString();
    Optional<RecordedAnswer> refused = refused(request, path, behaviour);
    if (refused.isPresent()) {
      return refused.get();
    }
    String id = "session" + ++count;
    sessions.put(id, new Session(path, behaviour.equals("fail"), new ByteArrayOutputStream()));
    return RecordedAnswer.json(
        "{\"uploadUrl\":\"%s/up/%s\",\"nextExpectedRanges\":[\"0-\"]}".formatted(address, id));
  }

  private RecordedAnswer upload(RecordedRequest request, String id) {
    Session session = sessions.get(id);
    if (session == null) {
      return error(404, "itemNotFound");
    }
    Matcher part = PART.matcher(request.headers().getOrDefault("content-range", ""));
    if (part.matches()) {
      if (Integer.parseInt(part.group(1)) != session.bytes().size()) {
        return error(416, "invalidRange");
      }
      session.bytes().writeBytes(request.bytes());
      if (session.bytes().size() == Integer.parseInt(part.group(3))) {
        sessions.remove(id);
        return session.onlyNew() && items.containsKey(key(session.path()))
            ? error(409, "nameAlreadyExists")
            : write(session.path(), session.bytes().toByteArray());
      }
    }
    return RecordedAnswer.json(
            "{\"nextExpectedRanges\":[\"%d-\"]}".formatted(session.bytes().size()))
        .withStatus(part.matches() ? 202 : 200);
  }

  private RecordedAnswer write(String path, byte[] bytes) {
    Item former = items.get(key(path));
    var item =
        new Item(
            former == null ? "01ABC!" + ++count : former.id(),
            former == null ? path : former.path(),
            former == null ? 1 : former.version() + 1,
            bytes);
    items.put(key(path), item);
    return RecordedAnswer.json(described(item)).withStatus(former == null ? 201 : 200);
  }

  private static String etag(Item item) {
    return "\"{%s},%d\"".formatted(item.id(), item.version());
  }

  private static String described(Item item) {
    try {
      return """
          {"id":"%s","name":%s,"eTag":%s,"cTag":"c%d","webUrl":"https://onedrive.live.com/?id=%s","file":{"mimeType":"application/pdf","hashes":{"quickXorHash":"%s"}}}
          """
          .formatted(
              item.id(),
              Json.quoted(item.path().substring(item.path().lastIndexOf('/') + 1)),
              Json.quoted(etag(item)),
              item.version(),
              item.id(),
              QuickXorHash.of(Content.of(new Blob("", "a/b", item.bytes()))));
    } catch (ExtensionException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static RecordedAnswer error(int status, String code) {
    return RecordedAnswer.json(
            "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, code))
        .withStatus(status);
  }

  @Override
  public synchronized Map<String, byte[]> files() {
    var all = new TreeMap<String, byte[]>();
    items.values().forEach(item -> all.put(item.path(), item.bytes()));
    return all;
  }

  @Override
  public synchronized void put(String path, byte[] bytes) {
    RecordedAnswer _ = write(path, bytes);
  }

  @Override
  public synchronized void delete(String path) {
    items.remove(key(path));
  }

  @Override
  public synchronized int versions(String path) {
    return items.get(key(path)).version();
  }

  @Override
  public synchronized void forgetUploads() {
    sessions.clear();
  }
}
